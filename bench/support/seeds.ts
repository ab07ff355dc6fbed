/** `601`, `601-620`, or some of them with commas between. */
export function seedsOf(text: string): readonly number[] {
  return text.split(',').flatMap((part) => {
    const [first = NaN, last = first] = part.split('-').map(Number);
    if (!Number.isInteger(first) || !Number.isInteger(last) || last < first) {
      throw new RangeError(`seeds must be whole numbers or ranges of them (601-620): ${text}`);
    }
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
}
