/** What a comma is in the numbers of a file; `either` where the file itself writes both. */
export type CommaRole = 'decimal' | 'thousands' | 'either';

export type PlainDecimal =
  /** Digits with at most one decimal point, and a minus where it is negative. */
  { readonly decimal: string } | { readonly fault: 'bad' | 'ambiguous' };

const PLAIN = /^\d+(?:\.\d+)?$/;
// A number that begins with 0 is not grouped: 0,123 can only be a decimal comma.
const DOT_GROUPS = /^[1-9]\d{0,2}(?:\.\d{3})+$/;
const COMMA_GROUPS = /^[1-9]\d{0,2}(?:,\d{3})+$/;
const AMBIGUOUS = 'ambiguous';

/**
 * Number with a decimal point or comma, with or without grouped thousands.
 *
 * Where a comma is the decimal comma, `1.234` could be either: it is refused rather than guessed. Where it groups
 * thousands, `1,234` is one thousand two hundred and thirty-four.
 */
export function plainDecimal(text: string, comma: CommaRole): PlainDecimal {
  const { negative, body } = signedBody(text);
  const decimal = unsigned(body, comma);
  if (decimal === AMBIGUOUS) return { fault: 'ambiguous' };
  if (decimal === null) return { fault: 'bad' };
  return { decimal: negative ? `-${decimal}` : decimal };
}

/** The sign, also as typographers and accountants write it, apart from the digits without spaces between them. */
export function signedBody(text: string): { readonly negative: boolean; readonly body: string } {
  const body = text
    .trim()
    .replaceAll('\u2212', '-')
    .replaceAll(/[\u00a0\u202f ]/g, '');
  if (body.startsWith('(') && body.endsWith(')')) return { negative: true, body: body.slice(1, -1) };
  const isSigned = body.startsWith('-') || body.startsWith('+');
  return { negative: body.startsWith('-'), body: isSigned ? body.slice(1) : body };
}

/** What the number says about commas: that they are decimal, that they are not, or nothing. */
export function commaEvidence(text: string): 'decimal' | 'thousands' | null {
  const { body } = signedBody(text);
  if (!/^\d[\d.,]*$/.test(body)) return null;
  const comma = body.lastIndexOf(',');
  const dot = body.lastIndexOf('.');
  if (comma < 0) return dot >= 0 && PLAIN.test(body) && !DOT_GROUPS.test(body) ? 'thousands' : null;
  if (dot >= 0) return comma > dot ? 'decimal' : 'thousands';
  if (body.indexOf(',') !== comma) return 'thousands';
  return COMMA_GROUPS.test(body) ? null : 'decimal';
}

function unsigned(body: string, commaRole: CommaRole): string | null {
  const comma = body.lastIndexOf(',');
  const dot = body.lastIndexOf('.');
  if (comma < 0) {
    if (dot !== body.indexOf('.')) return DOT_GROUPS.test(body) ? body.replaceAll('.', '') : null;
    if (commaRole !== 'thousands' && DOT_GROUPS.test(body)) return AMBIGUOUS;
    return plainOrNull(body);
  }
  if (dot < 0) {
    const isGrouped = COMMA_GROUPS.test(body);
    const several = body.indexOf(',') !== comma;
    if (isGrouped && !several && commaRole === 'either') return AMBIGUOUS;
    if (several || (isGrouped && commaRole === 'thousands')) {
      return isGrouped ? body.replaceAll(',', '') : null;
    }
    return plainOrNull(body.replace(',', '.'));
  }
  // Both signs: the last one is the decimal sign, the other groups thousands.
  const sign = Math.max(comma, dot);
  const whole = body.slice(0, sign);
  const groups = comma > dot ? DOT_GROUPS : COMMA_GROUPS;
  if (!groups.test(whole)) return null;
  return plainOrNull(`${whole.replaceAll(/[.,]/g, '')}.${body.slice(sign + 1)}`);
}

function plainOrNull(text: string): string | null {
  return PLAIN.test(text) ? text : null;
}
