import { dayNumber, localDay } from '~/domain/iso-day';
import { localInstantIn } from '~/domain/local-instant';

/** When the nightly pass starts on the shop's clock; the cron of the schedule says the same. */
const NIGHTLY_HOUR = 2;

/** The next instant at which the shop's wall clock shows 02:00. */
export function nextNightly(now: Date, timeZone: string): Date {
  const instant = localInstantIn(timeZone);
  const today = dayNumber(localDay(now, timeZone));
  const tonight = instant(today, NIGHTLY_HOUR * 3_600);
  return new Date(tonight > now.getTime() ? tonight : instant(today + 1, NIGHTLY_HOUR * 3_600));
}
