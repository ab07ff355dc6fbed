import type { CalendarEvent } from './calendar-event';
import { commerceDaysOf } from './commerce-days';
import { knowsCountry, publicHolidaysOf } from './public-holidays';

export type MarketCalendar =
  | { readonly status: 'ok'; readonly days: readonly CalendarEvent[] }
  | {
      readonly status: 'unknown-country';
      readonly country: string;
      /** What to do, in English. */
      readonly advice: string;
      /** The same in Spanish. */
      readonly spanishAdvice: string;
    };

const UNKNOWN = {
  advice:
    'This is no country whose holidays are known. Write the two letters of its ISO code, such as ES, MX or GB, or leave the country out.',
  spanishAdvice:
    'No es un país cuyos festivos se conozcan. Escribe las dos letras de su código ISO, como ES, MX o GB, o no indiques el país.',
} as const;

/** Beyond these a calendar would be made up: it is empty there. */
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;

/**
 * Days on which a country's shops sell other than usual: its public holidays, pooled, and the sale events with the days
 * before them. Ordered by day and name; a name is at most once on a day.
 * @param country ISO 3166-1 alpha-2, in any case
 * @param firstDay days since 1970-01-01
 * @param lastDay included
 */
export function marketDays(country: string, firstDay: number, lastDay: number): MarketCalendar {
  const code = country.trim().toUpperCase();
  if (!knowsCountry(code)) return { status: 'unknown-country', country, ...UNKNOWN };
  // A holiday of several days may have begun in the year before; the day after the last one may be a holiday.
  const years = yearsBetween(firstDay - 31, lastDay + 1);
  const all = [...holidayEvents(code, years), ...years.flatMap(commerceDaysOf(code))];
  const days = all
    .filter(({ day }) => day >= firstDay && day <= lastDay)
    .sort((a, b) => a.day - b.day || (a.name < b.name ? -1 : 1));
  return { status: 'ok', days };
}

function holidayEvents(country: string, years: readonly number[]): CalendarEvent[] {
  const weights = new Map<number, number>();
  for (const { day, weight } of years.flatMap(publicHolidaysOf(country))) {
    weights.set(day, Math.max(weight, weights.get(day) ?? 0));
  }
  return [...weights].flatMap(([day, weight]): CalendarEvent[] => [
    ...(hasOwnEvent(day) ? [] : [{ day, name: 'public-holiday' as const, weight }]),
    ...(weights.has(day - 1) || hasOwnEvent(day - 1)
      ? []
      : [{ day: day - 1, name: 'before-holiday' as const, weight: 1 }]),
  ]);
}

/** Christmas and its eve are unlike other holidays and have events of their own. */
function hasOwnEvent(day: number): boolean {
  const date = dateOf(day);
  return date.getUTCMonth() === 11 && (date.getUTCDate() === 24 || date.getUTCDate() === 25);
}

function yearsBetween(firstDay: number, lastDay: number): number[] {
  const first = dateOf(firstDay).getUTCFullYear();
  const count = dateOf(lastDay).getUTCFullYear() - first + 1;
  const years = Array.from({ length: Math.max(0, count) }, (_, i) => first + i);
  return years.filter((year) => year >= FIRST_YEAR && year <= LAST_YEAR);
}

function dateOf(day: number): Date {
  return new Date(day * 86_400_000);
}
