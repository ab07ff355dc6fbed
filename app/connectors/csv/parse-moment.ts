import { dayNumber, localDay, parseIsoDay, type IsoDay } from '~/domain/iso-day';

export interface ParsedMoment {
  readonly day: IsoDay;
  readonly instant: string | null;
}

/** `2026-01-31`, `2026-01-31T23:59:00Z`, `2026-01-31 23:59:00 +0100` (as Shopify writes), fractions of seconds too. */
const MOMENT =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(?:([zZ])|([+-])(\d{2}):?(\d{2}))?)?$/;
const MS_PER_DAY = 86_400_000;

/**
 * @param timeZone where given, a time with an offset becomes the day on the wall there; without it, the day that is
 * written stands
 * @returns `null` when the text is no ISO date or date-time that exists
 */
export function parseMoment(text: string, timeZone: string | undefined): ParsedMoment | null {
  const match = MOMENT.exec(text.trim());
  if (!match) return null;
  const written = parseIsoDay(match[1] ?? '');
  if (written === null) return null;
  if (match[2] === undefined) return { day: written, instant: null };
  const [hour, minute, second] = [match[2], match[3], match[4] ?? '0'].map(Number) as [
    number,
    number,
    number,
  ];
  if (hour > 23 || minute > 59 || second > 60) return null;
  const utc = match[6] !== undefined;
  if (!utc && match[7] === undefined) return { day: written, instant: null };
  const offsetMinutes = utc ? 0 : Number(`${match[7] ?? '+'}1`) * (Number(match[8]) * 60 + Number(match[9]));
  if (Math.abs(offsetMinutes) > 14 * 60) return null;
  const ms = dayNumber(written) * MS_PER_DAY + (hour * 60 + minute - offsetMinutes) * 60_000 + second * 1000;
  const instant = new Date(ms);
  return {
    day: timeZone === undefined ? written : localDay(instant, timeZone),
    instant: instant.toISOString(),
  };
}
