import type { IsoDay } from '~/domain/iso-day';
import type { LifetimeParams } from './lifetime';
import type { ModelOrders } from './simulate-model-orders';
import type { SpendParams } from './spend';

/**
 * Shops that keep or break one assumption of the retention engine each. All but the first six are MBG/NBD with one
 * thing changed.
 *  - `bg-nbd`, `mbg-nbd`: leave after a repeat order, after any order;
 *  - `mbg-cnbd-2`, `mbg-cnbd-3`: as MBG/NBD, gaps of two or three exponential phases (Platzer & Reutterer 2016);
 *  - `pareto-nbd`: leave after an exponential lifetime (Schmittlein, Morrison & Colombo 1987);
 *  - `nbd`: never leave;
 *  - `regular`: gaps nearly like clockwork;
 *  - `seasonal`: the rate follows the week of the year, with peaks on Black Friday and before Christmas;
 *  - `drifting`: later customers buy less often and leave sooner;
 *  - `trending`: everybody buys less, or more, as the years go by;
 *  - `one-timers`: nearly nobody comes back;
 *  - `spend-frequency`: who buys more often also spends more an order;
 *  - `left-censored`: the shop is three years older than its data;
 *  - `wholesale`: a few buyers with far bigger baskets who order far more often;
 *  - `dirty`: duplicates, refunds, free orders, monstrous amounts, rows in any order.
 */
export type RetentionShopKind =
  | 'bg-nbd'
  | 'mbg-nbd'
  | 'mbg-cnbd-2'
  | 'mbg-cnbd-3'
  | 'pareto-nbd'
  | 'nbd'
  | 'regular'
  | 'seasonal'
  | 'drifting'
  | 'trending'
  | 'one-timers'
  | 'spend-frequency'
  | 'left-censored'
  | 'wholesale'
  | 'dirty';

/**
 * Time in days. `a` is 0 and `b` 1 where nobody leaves after an order; `s` is 0 and `beta` 1 where nobody leaves as
 * time goes by.
 */
export interface RetentionParams extends LifetimeParams {
  /** Leaving per day is Gamma(`s`, rate `beta`) over customers. */
  readonly s: number;
  readonly beta: number;
}

export interface RetentionShopOptions {
  /** Same kind and options, same shop. */
  readonly seed: number;
  readonly customers: number;
  /** Days from the first of the data to the analysis date, both counted. */
  readonly historyDays: number;
  /** Days after the analysis date that are simulated too; nobody new arrives in them. */
  readonly futureDays: number;
  /** Analysis date, the last day of the history; 2025-12-31 when absent. */
  readonly now?: IsoDay;
  /** More new customers a year later, as a share of the first day's; 0 when absent. */
  readonly yearlyGrowth?: number;
  /** `trending` only: the rate on the analysis date for 1 on the first day; 0.6 when absent. */
  readonly rateAtNow?: number;
  /** Instead of the kind's own. */
  readonly params?: Partial<RetentionParams>;
  /** Gamma-Gamma of the order values in currency units; that of CDNOW when absent. */
  readonly spend?: SpendParams;
}

export interface RetentionShop {
  /**
   * Orders until `futureDays` after `now`, amounts in whole cents. Rows are grouped by customer and ascend in time,
   * except in a dirty shop; `customerIds` ascend. Up to `now` they do not depend on `futureDays`.
   */
  readonly orders: ModelOrders;
  readonly now: IsoDay;
  readonly futureDays: number;
  readonly truth: RetentionTruth;
}

/** What no engine can see. Arrays have one entry for each of `orders.customerIds`, also for who left no row. */
interface RetentionTruth {
  readonly params: RetentionParams;
  readonly spend: SpendParams;
  /** 1 for customers who had not left when `now` was over. */
  readonly alive: Uint8Array;
  /** Days with orders among the `futureDays` after `now`. */
  readonly futurePurchases: Int32Array;
  /** Worth of those orders in currency units. */
  readonly futureRevenue: Float64Array;
  /** Phases a day: 1, 2 or 3 of them make a gap between orders; before season and trend. */
  readonly rate: Float64Array;
  /** Mean of the customer's own law of order values, currency units. */
  readonly meanOrderValue: Float64Array;
  /** Day of the first order ever (days since 1970-01-01), be it before the data. */
  readonly createdDay: Int32Array;
  /** Orders until `now`, those before the data included. */
  readonly lifetimeOrders: Int32Array;
  /** 1 for the buyers of `wholesale` who are not like the others. */
  readonly wholesale: Uint8Array;
  /** The rows before any mess: `orders` itself, except in a dirty shop. */
  readonly clean: ModelOrders;
}
