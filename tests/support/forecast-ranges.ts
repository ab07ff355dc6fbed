import type { Estimate } from '../../app/domain/estimate';

type Range = readonly [mean: number, low: number, high: number];

export function range90(...[mean, low, high]: Range): Estimate {
  return { mean, low, high, level: 0.9 };
}

/** Chances to buy in 30, 90 and 365 days. */
export function chances(month: Range, quarter: Range, year: Range) {
  return [
    { days: 30, probability: range90(...month) },
    { days: 90, probability: range90(...quarter) },
    { days: 365, probability: range90(...year) },
  ] as const;
}

/** Orders expected in 30, 90 and 365 days. */
export function expectedOrders(month: Range, quarter: Range, year: Range) {
  return [
    { days: 30, orders: range90(...month) },
    { days: 90, orders: range90(...quarter) },
    { days: 365, orders: range90(...year) },
  ] as const;
}
