/** An exact amount: whole minor units (cents, yen, fils) of one currency. */
export interface Money {
  readonly minor: bigint;
  /** ISO 4217 code, for example `EUR`. */
  readonly currency: string;
}

const DECIMAL = /^(-)?(\d+)(?:\.(\d+))?$/;
const digitsByCurrency = new Map<string, number>();

/** Digits after the decimal point: 2 for EUR, 0 for JPY, 3 for KWD. Unknown codes get 2, as ISO 4217 does. */
export function minorUnitDigits(currency: string): number {
  let digits = digitsByCurrency.get(currency);
  if (digits === undefined) {
    digits =
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      2;
    digitsByCurrency.set(currency, digits);
  }
  return digits;
}

/**
 * Decimal string (`"12.90"`, `"-3"`) to exact minor units. Digits beyond the currency's own are rounded half away
 * from zero, because Shopify sends `"12.900"` and, for converted amounts, more digits than the currency has.
 * @returns `null` when the text is not a plain decimal number
 */
export function parseMinorUnits(decimal: string, currency: string): bigint | null {
  const match = DECIMAL.exec(decimal.trim());
  if (!match) return null;
  const digits = minorUnitDigits(currency);
  const fraction = match[3] ?? '';
  const kept = fraction.slice(0, digits).padEnd(digits, '0');
  const roundUp = (fraction[digits] ?? '0') >= '5';
  const magnitude = BigInt(`${match[2] ?? '0'}${kept}`) + (roundUp ? 1n : 0n);
  return match[1] ? -magnitude : magnitude;
}

/** Exact decimal string of an amount, with the currency's own number of digits. */
export function toDecimalString(money: Money): string {
  const digits = minorUnitDigits(money.currency);
  const negative = money.minor < 0n;
  const text = (negative ? -money.minor : money.minor).toString().padStart(digits + 1, '0');
  const whole = digits === 0 ? text : text.slice(0, -digits);
  const fraction = digits === 0 ? '' : `.${text.slice(-digits)}`;
  return `${negative ? '-' : ''}${whole}${fraction}`;
}

/** Amount in currency units for statistics and display; sums of money stay in minor units. */
export function minorToUnits(minor: bigint, currency: string): number {
  return Number(minor) / 10 ** minorUnitDigits(currency);
}
