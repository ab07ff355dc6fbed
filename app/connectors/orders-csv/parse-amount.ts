import { minorUnitDigits, parseMinorUnits } from '~/domain/money';
import { plainDecimal } from '../csv/plain-decimal';

export type ParsedAmount =
  { readonly minor: bigint } | { readonly fault: 'bad-amount' | 'ambiguous-amount' | 'amount-too-large' };

const MOST_DIGITS = 15;

/**
 * Amount with a decimal point or comma, with or without grouped thousands, to exact minor units.
 *
 * In a file that separates cells by semicolons a comma is the decimal comma, and `1.234` could be either: it is
 * refused rather than guessed. In other files `1,234` is one thousand two hundred and thirty-four.
 */
export function parseAmount(text: string, currency: string, decimalComma: boolean): ParsedAmount {
  if (!decimalComma) {
    const minor = plainMinor(text, minorUnitDigits(currency));
    if (minor !== null) return { minor: BigInt(minor) };
  }
  const parsed = plainDecimal(text, decimalComma ? 'decimal' : 'thousands');
  if ('fault' in parsed) return { fault: `${parsed.fault}-amount` };
  const { decimal } = parsed;
  if ((decimal.split('.')[0] ?? '').replace(/^-?0*/, '').length > MOST_DIGITS)
    return { fault: 'amount-too-large' };
  const minor = parseMinorUnits(decimal, currency);
  return minor === null ? { fault: 'bad-amount' } : { minor };
}

/**
 * Nearly every amount of a file is digits with a decimal point, and there may be millions: those are read without
 * regular expressions.
 * @returns `null` for anything else, more decimals than the currency has and amounts beyond 12 digits included
 */
function plainMinor(text: string, digits: number): number | null {
  const negative = text.charCodeAt(0) === MINUS;
  const from = negative ? 1 : 0;
  if (text.length === from || text.length > from + 12) return null;
  let value = 0;
  let decimals = -1;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === POINT && decimals < 0 && i > from) decimals = 0;
    else if (code >= ZERO && code <= ZERO + 9) {
      value = value * 10 + code - ZERO;
      if (decimals >= 0) decimals++;
    } else return null;
  }
  if (decimals === 0 || decimals > digits) return null;
  for (let i = Math.max(0, decimals); i < digits; i++) value *= 10;
  return negative ? -value : value;
}

const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
