import type { IsoDay } from '~/domain/iso-day';
import type { CsvDialect } from './csv-dialect';
import { harmlessText } from './harmless-text';
import type { PhoneNumber } from './phone-number';

/** A cell; null is an empty one. What it is decides how it is written, so that a number stays a number. */
export type Cell =
  | null
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly digits: number }
  | { readonly kind: 'day'; readonly day: IsoDay }
  | { readonly kind: 'phone'; readonly number: PhoneNumber };

export const text = (value: string | null): Cell => (value === null ? null : { kind: 'text', text: value });

/** @param digits most decimals */
export const number = (value: number | null, digits = 0): Cell =>
  value === null || !Number.isFinite(value) ? null : { kind: 'number', value, digits };

/** A share of 1, as a number of per cent. */
export const percent = (share: number | null): Cell => number(share === null ? null : share * 100, 2);

export const day = (value: IsoDay | null): Cell => (value === null ? null : { kind: 'day', day: value });

export const phone = (value: PhoneNumber | null): Cell =>
  value === null ? null : { kind: 'phone', number: value };

/** One line of the file, its end included. */
export function csvRow(cells: readonly Cell[], dialect: CsvDialect): string {
  return `${cells.map((cell) => written(cell, dialect)).join(dialect.separator)}\r\n`;
}

function written(cell: Cell, { decimalMark }: CsvDialect): string {
  if (cell === null) return '';
  switch (cell.kind) {
    case 'text':
      return quoted(harmlessText(cell.text));
    case 'number':
      return decimal(cell.value, cell.digits).replace('.', decimalMark);
    case 'day':
      // The one order of day, month and year that spreadsheets of every region read as a date.
      return cell.day;
    case 'phone':
      // A plus and digits: the worst that a spreadsheet makes of it is a number. An apostrophe would make it a text
      // that importers refuse.
      return cell.number;
  }
}

/** Without an exponent, without a minus before zero, and without zeros that say nothing. */
function decimal(value: number, digits: number): string {
  const fixed = value.toFixed(digits);
  const short = digits === 0 ? fixed : fixed.replace(/\.?0+$/, '');
  return short === '-0' ? '0' : short;
}

/** Quotes also what only another dialect would split at. */
function quoted(value: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
