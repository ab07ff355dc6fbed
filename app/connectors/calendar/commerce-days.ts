import type { CalendarEvent, EventName } from './calendar-event';
import { giftDaysOf } from './gift-days';

const MS_PER_DAY = 86_400_000;
const THURSDAY = 4;
/** Gifts are bought in the six days before; on the day itself a parcel would come too late. */
const RUN_UP_DAYS = 6;

/** Children get their presents on 6 January, and shops sell until the evening before. */
const WITH_REYES = new Set(['ES', 'IC', 'MX']);
/** Sales begin by custom after Reyes and at the beginning of July. */
const WITH_REBAJAS = new Set(['ES', 'IC']);
/** Lovers' gifts on 12 June. */
const LOVERS_IN_JUNE = new Set(['BR']);

/**
 * Sale events of a year.
 * @param country a code that the calendar library knows
 */
export function commerceDaysOf(country: string): (year: number) => CalendarEvent[] {
  const giftDays = giftDaysOf(country);
  const [loversMonth, loversDate] = LOVERS_IN_JUNE.has(country) ? ([6, 12] as const) : ([2, 14] as const);
  return (year) => {
    const on = (month: number, date: number): number => Date.UTC(year, month - 1, date) / MS_PER_DAY;
    const friday = blackFriday(on(11, 1));
    const valentine = on(loversMonth, loversDate);
    return [
      ...run('black-friday-week', friday - 4, friday - 1),
      ...run('black-friday', friday, friday),
      ...run('black-friday-week', friday + 1, friday + 2),
      ...run('cyber-monday', friday + 3, friday + 3),
      ...run('singles-day', on(11, 11), on(11, 11)),
      ...run('christmas-run-up', on(12, 1), on(12, 19)),
      ...run('christmas-late', on(12, 20), on(12, 24)),
      ...run('christmas', on(12, 25), on(12, 25)),
      ...(WITH_REYES.has(country) ? run('reyes-run-up', on(1, 2), on(1, 5)) : []),
      ...(WITH_REBAJAS.has(country)
        ? [...run('sales-start', on(1, 7), on(1, 10)), ...run('sales-start', on(7, 1), on(7, 5))]
        : []),
      ...run('valentines-run-up', valentine - RUN_UP_DAYS, valentine - 1),
      ...giftDays(year).flatMap(({ name, day }) => run(`${name}-run-up`, day - RUN_UP_DAYS, day - 1)),
    ];
  };
}

/** The day after the fourth Thursday of November. */
function blackFriday(firstOfNovember: number): number {
  // 1970-01-01 was a Thursday.
  const weekday = (((firstOfNovember + THURSDAY) % 7) + 7) % 7;
  return firstOfNovember + ((THURSDAY - weekday + 7) % 7) + 3 * 7 + 1;
}

function run(name: EventName, firstDay: number, lastDay: number): CalendarEvent[] {
  return Array.from({ length: lastDay - firstDay + 1 }, (_, i) => ({ day: firstDay + i, name, weight: 1 }));
}
