/**
 * Aligned columns: the first to the left (names), the others to the right (numbers).
 * @param last to the left for words
 */
export function* textTable(
  header: readonly string[],
  body: readonly (readonly string[])[],
  last: 'words' | 'number',
): Generator<string> {
  const rows = [header, ...body];
  const widths = header.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const toTheLeft = (i: number): boolean => i === 0 || (last === 'words' && i === header.length - 1);
  for (const row of rows) {
    yield row
      .map((cell, i) => (toTheLeft(i) ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  }
}
