import { nextExponential, nextInt, type Rng } from '../../numeric/rng';

const DAYS_PER_YEAR = 365.25;

/**
 * Share of each row's days on which a promotion runs: three to seven days each, gaps drawn at random.
 * @param perYear promotions that start a year
 */
export function promotionDays(rng: Rng, rows: number, rowDays: number, perYear: number): Float64Array {
  const share = new Float64Array(rows);
  if (!(perYear > 0)) return share;
  const days = rows * rowDays;
  const meanGap = Math.max(0, DAYS_PER_YEAR / perYear - 5);
  let day = Math.floor(nextExponential(rng) * meanGap);
  while (day < days) {
    const end = Math.min(days, day + 3 + nextInt(rng, 5));
    for (; day < end; day++) share[Math.floor(day / rowDays)]! += 1 / rowDays;
    day += 1 + Math.floor(nextExponential(rng) * meanGap);
  }
  return share;
}
