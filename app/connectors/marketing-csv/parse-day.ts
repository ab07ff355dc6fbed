import { dayNumber } from '~/domain/iso-day';
import { parseMoment } from '../csv/parse-moment';

export type DayFaultCode = 'bad-date' | 'ambiguous-date';

const AT_MIDNIGHT = /^\d{4}-\d{2}-\d{2}[T ]00:00(?::00(?:[.,]0+)?)?(?!\d|[:.,])/;

/**
 * Day of a cell, in days since 1970-01-01. A time without an offset keeps its day; one with an offset could belong to
 * the day before or after, unless it is the midnight that begins its day or the zone is known.
 * @param timeZone IANA name
 */
export function parseDay(text: string, timeZone: string | undefined): number | DayFaultCode {
  const moment = parseMoment(text, timeZone);
  if (moment === null) return 'bad-date';
  if (moment.instant !== null && timeZone === undefined && !AT_MIDNIGHT.test(text)) return 'ambiguous-date';
  return dayNumber(moment.day);
}
