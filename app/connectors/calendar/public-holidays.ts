import Holidays from 'date-holidays';
import { writtenDay } from './written-day';

export interface PublicHoliday {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** 1 for a whole day, a half for one that begins at noon or so. */
  readonly weight: number;
}

const MS_PER_HOUR = 3_600_000;
/** Days on which the clock changes have 23 or 25 hours. */
const WHOLE_DAY_HOURS = 18;
const HALF_DAY_HOURS = 6;

/**
 * Public holidays of the whole country, by year; not those of its regions, nor days that are only observed.
 * @param country a code that the calendar library knows
 */
export function publicHolidaysOf(country: string): (year: number) => readonly PublicHoliday[] {
  const calendar = new Holidays(country);
  return (year) =>
    calendar
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .flatMap(({ date, start, end }) =>
        daysCovered(
          24 * writtenDay(date) + Number(date.slice(11, 13)) + Number(date.slice(14, 16)) / 60,
          (end.getTime() - start.getTime()) / MS_PER_HOUR,
        ),
      );
}

function daysCovered(from: number, hours: number): PublicHoliday[] {
  const days: PublicHoliday[] = [];
  for (let day = Math.floor(from / 24); 24 * day < from + hours; day++) {
    const covered = Math.min(from + hours, 24 * (day + 1)) - Math.max(from, 24 * day);
    if (covered >= HALF_DAY_HOURS) days.push({ day, weight: covered >= WHOLE_DAY_HOURS ? 1 : 0.5 });
  }
  return days;
}

export function knowsCountry(country: string): boolean {
  return /^[A-Z]{2}$/.test(country) && Object.hasOwn(new Holidays().getCountries(), country);
}
