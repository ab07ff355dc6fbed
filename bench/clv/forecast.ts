import type { Estimate } from '~/domain/estimate';
import type { FittedValuation } from '~/engine/clv/customer-valuation';
import { medianPurchases } from './median-purchases';
import type { Outcome } from './outcome';

/** What somebody expects over the horizon, customers as in the outcome; `null` where they say nothing about it. */
export interface Forecast {
  readonly name: string;
  /** Model and corrections, for the reader. */
  readonly detail: string;
  /** Mean and median number of purchases. */
  readonly expected: Float64Array | null;
  readonly median: Float64Array | null;
  /** Higher is likelier to buy. */
  readonly rank: Float64Array;
  /** Probability of a purchase. */
  readonly pBuy: Float64Array | null;
  /** Higher is worth more. */
  readonly value: Float64Array | null;
  readonly ranges: Ranges | null;
  readonly total: Estimate | null;
  readonly totalRevenue: Estimate | null;
}

/** 90 % of the customers are said to end up in theirs. */
interface Ranges {
  readonly ordersLow: Float64Array;
  readonly ordersHigh: Float64Array;
  readonly valueLow: Float64Array;
  readonly valueHigh: Float64Array;
}

/** @throws Error when a customer of the outcome has no prediction: both count customers by the same rules */
export function engineForecast(
  name: string,
  valuation: FittedValuation,
  { customerIds }: Outcome,
  options: { readonly median?: boolean } = {},
): Forecast {
  const found = new Map(valuation.customers.map((customer, i) => [customer.customerId, { customer, i }]));
  const known = customerIds.map((id) => {
    const one = found.get(id);
    if (one === undefined) throw new Error(`no prediction for customer ${id}`);
    return one;
  });
  const customers = known.map(({ customer }) => customer);
  const medians = (options.median ?? false) ? medianPurchases(valuation) : null;
  const { chosen, chancesCorrected, countsCorrected } = valuation.model;
  const changes = [
    chancesCorrected ? 'chances' : '',
    countsCorrected ? 'counts' : '',
    valuation.season === null ? '' : 'season',
  ].filter((change) => change !== '');
  return {
    name,
    detail: [chosen, ...changes].join(' + '),
    expected: Float64Array.from(customers, (c) => c.expectedPurchases),
    median: medians && Float64Array.from(known, ({ i }) => medians[i] ?? 0),
    rank: Float64Array.from(customers, (c) => c.pBuy),
    pBuy: Float64Array.from(customers, (c) => c.pBuy),
    value: Float64Array.from(customers, (c) => c.clv),
    ranges: {
      ordersLow: Float64Array.from(customers, (c) => c.expectedPurchasesLow),
      ordersHigh: Float64Array.from(customers, (c) => c.expectedPurchasesHigh),
      valueLow: Float64Array.from(customers, (c) => c.clvLow),
      valueHigh: Float64Array.from(customers, (c) => c.clvHigh),
    },
    total: valuation.totals.expectedPurchases,
    totalRevenue: valuation.totals.expectedRevenue,
  };
}
