/** A calendar day `YYYY-MM-DD`, without a clock time or a zone. */
export type IsoDay = string & { readonly __brand: 'IsoDay' };

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** Parses `YYYY-MM-DD`; `null` when it is not a day that exists (`2026-02-30`). */
export function parseIsoDay(text: string): IsoDay | null {
  const match = ISO_DAY.exec(text);
  if (!match) return null;
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(ms).toISOString().startsWith(text) ? (text as IsoDay) : null;
}

/** Like {@link parseIsoDay}, for text that the program itself wrote. */
export function isoDay(text: string): IsoDay {
  const day = parseIsoDay(text);
  if (day === null) throw new RangeError(`not a calendar day: ${text}`);
  return day;
}

/** Days since 1970-01-01. Differences of two day numbers are whole days, whatever the zone did in between. */
export function dayNumber(day: IsoDay): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY);
}

export function dayFromNumber(days: number): IsoDay {
  return new Date(days * MS_PER_DAY).toISOString().slice(0, 10) as IsoDay;
}

export function addDays(day: IsoDay, days: number): IsoDay {
  return dayFromNumber(dayNumber(day) + days);
}

/**
 * Adds calendar months and keeps the day of the month where it exists, else takes the month's last day
 * (2026-01-31 plus one month is 2026-02-28).
 */
export function addMonths(day: IsoDay, months: number): IsoDay {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const lastDate = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const ms = Date.UTC(year, month - 1 + months, Math.min(date, lastDate));
  return new Date(ms).toISOString().slice(0, 10) as IsoDay;
}

// Building an Intl formatter costs about 50 microseconds, using one about 1: a shop's orders share one.
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The calendar day that a clock on the shop's wall shows at an instant.
 * @param timeZone IANA name, for example `Europe/Madrid`
 */
export function localDay(instant: Date, timeZone: string): IsoDay {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  // Years below 1000 come without their leading zeros.
  return formatter.format(instant).padStart('2000-01-01'.length, '0') as IsoDay;
}
