import { dayFromNumber } from '~/domain/iso-day';
import { blackFridayOf, weekday } from '../season';

const DAYS_PER_YEAR = 365.25;
/** Days into the year at which the season is highest: 5 December, when presents are bought. */
const PEAK_DAY = 338;
/** From the Monday before Black Friday to Cyber Monday, in shares of the Friday. */
const BLACK_WEEK = [0.15, 0.15, 0.15, 0.35, 1, 0.5, 0.45, 0.7];
const CHRISTMAS = 0.15;

/** Between -1 and 1 with mean 0 over a year: a peak before Christmas, a trough in summer, a small hump in spring. */
export function yearlySeason(day: number): number {
  const angle = (2 * Math.PI * (day - PEAK_DAY)) / DAYS_PER_YEAR;
  return 0.75 * Math.cos(angle) + 0.25 * Math.cos(2 * angle);
}

/** Between -1 and 1 with mean 0 over a week, highest on Monday. */
export function weeklySeason(day: number): number {
  return Math.cos((2 * Math.PI * weekday(day)) / 7);
}

/** Between 0 and 1: Black Friday and the days around it, and 4 to 19 December. */
export function saleEvent(day: number): number {
  const date = dayFromNumber(day);
  const sinceMonday = day - blackFridayOf(Number(date.slice(0, 4))) + 4;
  const monthDay = date.slice(5);
  const christmas = monthDay >= '12-04' && monthDay <= '12-19' ? CHRISTMAS : 0;
  return BLACK_WEEK[sinceMonday] ?? christmas;
}

/** Mean of a daily pattern over each row. */
export function byRow(
  rows: number,
  firstDay: number,
  rowDays: number,
  pattern: (day: number) => number,
): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => {
    let sum = 0;
    for (let day = 0; day < rowDays; day++) sum += pattern(firstDay + row * rowDays + day);
    return sum / rowDays;
  });
}
