/**
 * Quantile of sorted values by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996,
 * the default of R and NumPy).
 * @param sorted ascending, at least one value
 * @param probability in [0, 1]
 */
export function quantileOfSorted(sorted: ArrayLike<number>, probability: number): number {
  return interpolate(sorted.length, probability, (rank) => sorted[rank]!);
}

/**
 * The same for values in any order, in linear time (Hoare's quickselect, 1961). Rearranges `values`.
 * @param values at least one
 */
export function quantileInPlace(values: Float64Array, probability: number): number {
  return interpolate(values.length, probability, (rank) => select(values, rank));
}

function interpolate(count: number, probability: number, at: (rank: number) => number): number {
  if (count === 0) throw new RangeError('quantile of no values');
  const position = probability * (count - 1);
  const below = Math.floor(position);
  const low = at(below);
  const part = position - below;
  return part === 0 ? low : low + (at(below + 1) - low) * part;
}

/** The value of the given rank; afterwards smaller values stand before it and larger ones after it. */
function select(values: Float64Array, rank: number): number {
  let from = 0;
  let to = values.length - 1;
  while (from < to) {
    const pivot = middleOf(values[from]!, values[(from + to) >>> 1]!, values[to]!);
    let i = from;
    let j = to;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i <= j) {
        const held = values[i]!;
        values[i++] = values[j]!;
        values[j--] = held;
      }
    }
    if (rank <= j) to = j;
    else if (rank >= i) from = i;
    else break;
  }
  return values[rank]!;
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
