import { shareRange, type MeanWithError } from './statistics';

export function printTable(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  console.log(`${title}\n`);
  console.log(`| ${head.join(' | ')} |\n|${head.map(() => '---').join('|')}|`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
  console.log('');
}

/** `-` where there is no number. */
export function fixed(value: number | null | undefined, digits = 3): string {
  return value === null || value === undefined ? '-' : value.toFixed(digits);
}

/** What rounds to nothing has no sign. */
export function signed(value: number, digits = 3): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return `${value < 0 ? '-' : '+'}${text}`;
}

export function withError({ mean, error }: MeanWithError, digits = 4): string {
  return `${signed(mean, digits)} ± ${error.toFixed(digits)}`;
}

/** `hits / trials` and, in brackets, the 95 % range of the chance behind it. */
export function shareOf(hits: number, trials: number, digits = 3): string {
  if (trials === 0) return '-';
  const { low, high } = shareRange(hits, trials);
  return `${(hits / trials).toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
}
