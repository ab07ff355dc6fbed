import type { IsoDay } from '~/domain/iso-day';
import type { Language } from './language';

/** "1 July 2026" in both languages: in running text the American order needs a comma behind it. */
export function longDay(language: Language): (day: IsoDay) => string {
  const days = new Intl.DateTimeFormat(language === 'es' ? 'es' : 'en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return (day) => days.format(new Date(`${day}T00:00:00Z`));
}
