import { minorToUnits, minorUnitDigits, type Money } from '~/domain/money';
import { day, number, percent, text, type Cell } from './csv-row';
import type { ExportLanguage } from './export-locale';
import type { RescueOffer } from './rescue-offer';

/** What a discount's cells are called in files that people read. */
export function offerHeader(language: ExportLanguage, currency: string): string[] {
  return language === 'es'
    ? ['Código', 'Descuento (%)', 'Último día', `Compra mínima (${currency})`]
    : ['Code', 'Discount (%)', 'Last day', `Minimum basket (${currency})`];
}

/** A discount's cells; without one, 0 % and nothing else. */
export function offerCells(offer: RescueOffer | null): Cell[] {
  return [
    text(offer?.code ?? null),
    percent(offer?.share ?? 0),
    day(offer?.lastDay ?? null),
    amount(offer?.minimum ?? null),
  ];
}

/** An amount in currency units, to the minor unit. */
export function amount(money: Money | null): Cell {
  if (money === null) return null;
  return number(minorToUnits(money.minor, money.currency), minorUnitDigits(money.currency));
}
