import type { Estimate } from '~/domain/estimate';
import { dayNumber, localDay, type IsoDay } from '~/domain/iso-day';
import type { Locale } from './locale';
import { MONTHS } from './months';

/** In whose words a number or a date is written. */
export interface FormatContext {
  readonly locale: Locale;
  /** ISO 4217 code of the shop. */
  readonly currency: string;
  /** IANA zone of the shop: the merchant's days begin at the shop's midnight, wherever the browser is. */
  readonly timeZone: string;
  /** ISO instant that "today" refers to. The server's, so that server and browser write the same text. */
  readonly now: string;
}

interface EstimateText {
  readonly mean: string;
  readonly low: string;
  readonly high: string;
  /** How often the truth lies between the two: `times` in `of`, for example 8 in 10. */
  readonly times: string;
  readonly of: string;
}

interface MomentText {
  readonly relation: 'today' | 'yesterday' | 'tomorrow' | 'other';
  /** `3 Nov 2026` in the locale's order. */
  readonly date: string;
  /** `21:40` or `9:40 PM`. */
  readonly time: string;
}

export interface Format {
  integer(value: number): string;
  /** Up to `digits` decimals (none by default); `share` is 0 to 1. */
  percent(share: number, digits?: number): string;
  /** Amounts in running text and tables: whole units from 10 up, the currency's own decimals below. */
  money(units: number): string;
  /** An amount that must equal the source's to the cent. */
  moneyExact(units: number): string;
  /** Mean and interval as full amounts, rounded as far as the interval's width makes digits meaningful. */
  estimate(estimate: Estimate): EstimateText;
  day(day: IsoDay): string;
  moment(instant: string): MomentText;
}

/**
 * Formatting that gives the same characters in Node and in every browser: month names are our own, options are
 * explicit, and the several kinds of space that Intl versions disagree on become one (a no-break space).
 */
export function createFormat({ locale, currency, timeZone, now }: FormatContext): Format {
  const number = (options: Intl.NumberFormatOptions): Intl.NumberFormat =>
    new Intl.NumberFormat(locale.tag, { useGrouping: 'always', ...options });
  const integers = number({ maximumFractionDigits: 0 });
  const exact = number({ style: 'currency', currency });
  const whole = number({ style: 'currency', currency, minimumFractionDigits: 0, maximumFractionDigits: 0 });
  const days = new Intl.DateTimeFormat(locale.tag, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const times = new Intl.DateTimeFormat(locale.tag, { timeZone, hour: 'numeric', minute: '2-digit' });

  const money = (units: number): string =>
    oneSpace((Math.abs(units) < 9.995 && units !== 0 ? exact : whole).format(units + 0));
  const day = (value: IsoDay): string =>
    oneSpace(
      days
        .formatToParts(new Date(`${value}T00:00:00Z`))
        .map((part) => (part.type === 'month' ? monthName(value, locale) : part.value))
        .join(''),
    );

  return {
    integer: (value) => oneSpace(integers.format(value)),
    percent: (share, digits = 0) =>
      oneSpace(number({ style: 'percent', maximumFractionDigits: digits }).format(share)),
    money,
    moneyExact: (units) => oneSpace(exact.format(units)),
    estimate: (estimate) => {
      const step = roundingStep(estimate.high - estimate.low);
      const text = (value: number): string => money(step === null ? value : Math.round(value / step) * step);
      const inTen = Math.round(estimate.level * 100) % 10 === 0;
      const of = inTen ? 10 : 100;
      return {
        mean: text(estimate.mean),
        low: text(estimate.low),
        high: text(estimate.high),
        times: integers.format(Math.round(estimate.level * of)),
        of: integers.format(of),
      };
    },
    day,
    moment: (instant) => {
      const at = new Date(instant);
      const localDate = localDay(at, timeZone);
      const distance = dayNumber(localDate) - dayNumber(localDay(new Date(now), timeZone));
      const relation =
        distance === 0 ? 'today' : distance === -1 ? 'yesterday' : distance === 1 ? 'tomorrow' : 'other';
      const time = times
        .formatToParts(at)
        .map((part) => (part.type === 'dayPeriod' ? dayPeriod(at, timeZone, locale) : part.value))
        .join('');
      return { relation, date: day(localDate), time: oneSpace(time) };
    },
  };
}

/**
 * Digits below a tenth of the interval's own order of magnitude say nothing: 41,230 to 56,400 is written
 * 41,000 to 56,000. `null` for an interval without width, or one so narrow that cents matter.
 */
function roundingStep(width: number): number | null {
  if (!(width > 0) || !Number.isFinite(width)) return null;
  const step = 10 ** (Math.floor(Math.log10(width)) - 1);
  return step >= 1 ? step : null;
}

function monthName(day: IsoDay, locale: Locale): string {
  return MONTHS[locale.language][Number(day.slice(5, 7)) - 1] ?? '';
}

/** ICU versions write "a.m.", "a. m.", "AM" for the same locale; ours is one text a language. */
function dayPeriod(at: Date, timeZone: string, locale: Locale): string {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(at),
  );
  const morning = hour < 12;
  if (locale.language === 'es') return morning ? 'a. m.' : 'p. m.';
  return morning ? 'AM' : 'PM';
}

/** No-break, narrow no-break, thin and plain spaces all become a no-break space: amounts never wrap. */
function oneSpace(text: string): string {
  return text.replace(/[\s\u00a0\u2009\u202f]/g, '\u00a0');
}
