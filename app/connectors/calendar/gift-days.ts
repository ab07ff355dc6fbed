import Holidays from 'date-holidays';
import { writtenDay } from './written-day';

/**
 * Rules, in the grammar of the calendar library, for days of gifts that it lacks. Where it knows the day under its own
 * name it is asked.
 */
const MOTHERS_DAY: Readonly<Record<string, string>> = {
  AR: '3rd sunday in October',
  CL: '2nd sunday in May',
  CO: '2nd sunday in May',
  EC: '2nd sunday in May',
  JP: '2nd sunday in May',
  NZ: '2nd sunday in May',
  PE: '2nd sunday in May',
  UY: '2nd sunday in May',
  VE: '2nd sunday in May',
};

/** Saint Joseph in Spain, Italy and Portugal, Ascension in Germany. */
const FATHERS_DAY: Readonly<Record<string, string>> = {
  AR: '3rd sunday in June',
  AT: '2nd sunday in June',
  BE: '2nd sunday in June',
  CH: '1st sunday in June',
  CL: '3rd sunday in June',
  CO: '3rd sunday in June',
  DE: 'easter 39',
  DK: '06-05',
  ES: '03-19',
  FR: '3rd sunday in June',
  GR: '3rd sunday in June',
  IC: '03-19',
  IT: '03-19',
  JP: '3rd sunday in June',
  MX: '3rd sunday in June',
  NZ: '1st sunday in September',
  PE: '3rd sunday in June',
  PT: '03-19',
  SE: '2nd sunday in November',
};

/** France moves the day to the next Sunday where it would be Pentecost (Code de l'action sociale, D215-1). */
const FRENCH = new Set(['BL', 'FR', 'GF', 'GP', 'MF', 'MQ', 'NC', 'PF', 'PM', 'RE', 'WF', 'YT']);

const NAMES = new Map([
  ["Mother's Day", 'mothers-day'],
  ["Father's Day", 'fathers-day'],
] as const);

export interface GiftDay {
  readonly name: 'mothers-day' | 'fathers-day';
  /** Days since 1970-01-01. */
  readonly day: number;
}

/**
 * A country's Mother's and Father's Day, by year.
 * @param country a code that the calendar library knows
 */
export function giftDaysOf(country: string): (year: number) => readonly GiftDay[] {
  // A calendar of its own: a rule that is added takes the place of a public holiday with the same one.
  const calendar = new Holidays(country);
  for (const [name, rule] of [
    ["Mother's Day", MOTHERS_DAY[country]],
    ["Father's Day", FATHERS_DAY[country]],
  ] as const) {
    if (rule !== undefined) calendar.setHoliday(rule, { name: { en: name }, type: 'observance' });
  }
  return (year) => {
    const holidays = calendar.getHolidays(year, 'en');
    const pentecost = holidays.find(({ name }) => name === 'Pentecost')?.date;
    return holidays.flatMap((holiday) => {
      const name = NAMES.get(holiday.name as "Mother's Day");
      if (name === undefined) return [];
      const isMoved = FRENCH.has(country) && name === 'mothers-day' && holiday.date === pentecost;
      return [{ name, day: writtenDay(holiday.date) + (isMoved ? 7 : 0) }];
    });
  };
}
