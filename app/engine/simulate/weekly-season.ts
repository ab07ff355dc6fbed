import { dayFromNumber, dayNumber, isoDay } from '~/domain/iso-day';

const WEEKS = 52;

/** Weeks counted from 1 January that are unlike the others: presents bought in January's sales, a beach in August. */
const UNUSUAL = new Map([
  [0, 1.3],
  [1, 1.2],
  [30, 0.7],
  [31, 0.6],
  [32, 0.55],
  [33, 0.6],
  [34, 0.75],
  [45, 1.3],
  [46, 3],
  [47, 3.6],
  [48, 2.2],
  [49, 2.6],
  [50, 2.2],
  [51, 0.7],
]);

const SEASON = seasonOfMeanOne();

/**
 * How much faster than on average a `seasonal` shop's customers buy on a day: one number a week, 52 of them from 1
 * January, the last one of eight or nine days. Their mean over 52 weeks is 1.
 * @param day days since 1970-01-01
 */
export function weeklySeason(day: number): number {
  const newYear = dayNumber(isoDay(`${dayFromNumber(day).slice(0, 4)}-01-01`));
  return SEASON[Math.min(WEEKS - 1, Math.floor((day - newYear) / 7))]!;
}

function seasonOfMeanOne(): Float64Array {
  const season = Float64Array.from({ length: WEEKS }, (_, week) => UNUSUAL.get(week) ?? 1);
  const mean = season.reduce((sum, index) => sum + index, 0) / WEEKS;
  return season.map((index) => index / mean);
}
