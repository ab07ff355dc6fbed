import type { IsoDay } from '~/domain/iso-day';
import { minorUnitDigits, minorToUnits, type Money } from '~/domain/money';
import type { ExportLocale } from './export-locale';

/** An amount as a sentence says it: `40 €`, `€39.90`. */
export function spokenMoney({ minor, currency }: Money, { tag }: ExportLocale): string {
  const whole = minor % 10n ** BigInt(minorUnitDigits(currency)) === 0n;
  const format = new Intl.NumberFormat(tag, {
    style: 'currency',
    currency,
    ...(whole ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {}),
  });
  return format.format(minorToUnits(minor, currency));
}

/** A day within the year, as a sentence says it: `31 de marzo`, `March 31`. */
export function spokenDay(day: IsoDay, { tag }: ExportLocale): string {
  return new Intl.DateTimeFormat(tag, { timeZone: 'UTC', day: 'numeric', month: 'long' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** A share as a number of per cent without its sign: `7.5`. */
export function spokenPercent(share: number, { tag }: ExportLocale): string {
  return new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }).format(share * 100);
}
