import { dayNumber, isoDay } from '~/domain/iso-day';

/**
 * Day of a holiday as the calendar library writes it, `2026-01-31 00:00:00`: on the wall of its country, whatever the
 * zone of this machine.
 */
export function writtenDay(date: string): number {
  return dayNumber(isoDay(date.slice(0, 10)));
}
