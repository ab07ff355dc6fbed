import { minorUnitDigits, parseMinorUnits, toDecimalString } from '~/domain/money';

/** The Admin API writes decimals as Ruby's BigDecimal does: no trailing zeros, but one digit after the point. */
export function shopifyDecimal(minor: bigint, currency: string): string {
  const text = toDecimalString({ minor, currency });
  const point = text.indexOf('.');
  if (point < 0) return `${text}.0`;
  let end = text.length;
  while (end > point + 2 && text[end - 1] === '0') end -= 1;
  return text.slice(0, end);
}

export function minorOf(decimal: string, currency: string): bigint {
  const minor = parseMinorUnits(decimal, currency);
  if (minor === null) throw new RangeError(`not a decimal amount: ${decimal}`);
  return minor;
}

interface MoneyV2 {
  readonly amount: string;
  readonly currencyCode: string;
}

export interface MoneyBag {
  readonly shopMoney: MoneyV2;
  readonly presentmentMoney: MoneyV2;
}

/** Minor units of one currency in another: `rate` is units of `to` for one unit of `from`; half a unit rounds up. */
export function convertMinor(minor: bigint, from: string, to: string, rate: number): bigint {
  if (from === to) return minor;
  const factor = rate * 10 ** (minorUnitDigits(to) - minorUnitDigits(from));
  return BigInt(Math.round(Number(minor) * factor));
}

/** An amount in the shop's currency together with what the customer saw. */
export function moneyBag(minor: bigint, shopCurrency: string, presentment: string, rate: number): MoneyBag {
  const shopMoney = { amount: shopifyDecimal(minor, shopCurrency), currencyCode: shopCurrency };
  if (presentment === shopCurrency) return { shopMoney, presentmentMoney: shopMoney };
  const converted = convertMinor(minor, shopCurrency, presentment, rate);
  return {
    shopMoney,
    presentmentMoney: { amount: shopifyDecimal(converted, presentment), currencyCode: presentment },
  };
}
