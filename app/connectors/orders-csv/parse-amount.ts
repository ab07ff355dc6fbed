import { minorUnitDigits, parseMinorUnits } from '~/domain/money';

export type ParsedAmount =
  { readonly minor: bigint } | { readonly fault: 'bad-amount' | 'ambiguous-amount' | 'amount-too-large' };

const PLAIN = /^\d+(?:\.\d+)?$/;
const DOT_GROUPS = /^\d{1,3}(?:\.\d{3})+$/;
const COMMA_GROUPS = /^\d{1,3}(?:,\d{3})+$/;
const MOST_DIGITS = 15;
const AMBIGUOUS = 'ambiguous';

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
  let body = text
    .trim()
    .replaceAll('\u2212', '-')
    .replaceAll(/[\u00a0\u202f ]/g, '');
  let negative = false;
  if (body.startsWith('(') && body.endsWith(')')) {
    negative = true;
    body = body.slice(1, -1);
  } else if (body.startsWith('-') || body.startsWith('+')) {
    negative = body.startsWith('-');
    body = body.slice(1);
  }
  const decimal = plainDecimal(body, decimalComma);
  if (decimal === AMBIGUOUS) return { fault: 'ambiguous-amount' };
  if (decimal === null) return { fault: 'bad-amount' };
  if ((decimal.split('.')[0] ?? '').replace(/^0+/, '').length > MOST_DIGITS)
    return { fault: 'amount-too-large' };
  const minor = parseMinorUnits(decimal, currency);
  if (minor === null) return { fault: 'bad-amount' };
  return { minor: negative ? -minor : minor };
}

function plainDecimal(body: string, decimalComma: boolean): string | null {
  const comma = body.lastIndexOf(',');
  const dot = body.lastIndexOf('.');
  if (comma < 0) {
    if (dot !== body.indexOf('.')) return DOT_GROUPS.test(body) ? body.replaceAll('.', '') : null;
    if (decimalComma && DOT_GROUPS.test(body)) return AMBIGUOUS;
    return PLAIN.test(body) ? body : null;
  }
  if (dot < 0) {
    const several = body.indexOf(',') !== comma;
    if (several || (!decimalComma && COMMA_GROUPS.test(body))) {
      return COMMA_GROUPS.test(body) ? body.replaceAll(',', '') : null;
    }
    return plainOrNull(body.replace(',', '.'));
  }
  // Both signs: the last one is the decimal sign, the other groups thousands.
  const decimalSign = comma > dot ? ',' : '.';
  const [whole = '', fraction = ''] = splitAtLast(body, decimalSign);
  const groups = decimalSign === ',' ? DOT_GROUPS : COMMA_GROUPS;
  if (!groups.test(whole)) return null;
  return plainOrNull(`${whole.replaceAll(/[.,]/g, '')}.${fraction}`);
}

function plainOrNull(text: string): string | null {
  return PLAIN.test(text) ? text : null;
}

function splitAtLast(text: string, sign: string): readonly string[] {
  const at = text.lastIndexOf(sign);
  return [text.slice(0, at), text.slice(at + 1)];
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
