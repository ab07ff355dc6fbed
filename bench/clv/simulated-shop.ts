import { dayNumber } from '~/domain/iso-day';
import type { FittedValuation } from '~/engine/clv/customer-valuation';
import type { OrderColumns } from '~/engine/clv/order-columns';
import { valueCustomers } from '~/engine/clv/value-customers';
import type { RetentionShop, RetentionShopKind } from '~/engine/simulate/retention-shop';
import { simulateRetentionShop } from '~/engine/simulate/simulate-retention-shop';
import { engineForecast } from './forecast';
import { purchasesBetween } from './hold-out-data';
import {
  gainInError,
  gainInLogScore,
  holdAgainst,
  measureForecast,
  type HeldTotal,
  type Measures,
} from './measure-forecast';
import type { Outcome } from './outcome';

const HORIZON_DAYS = 365;

export interface ShopToTry {
  readonly label: string;
  readonly kind: RetentionShopKind;
  /** Tell the engine who is older than the data, as Shopify does. */
  readonly marksOlder: boolean;
}

export interface TriedShop {
  readonly seed: number;
  readonly outcome: Outcome;
  readonly plain: TriedForecast;
  readonly automatic: TriedForecast;
  /** Mean per customer that the automatic choice gains on plain MBG/NBD. */
  readonly gain: number;
  readonly scoreGain: number;
  readonly model: FittedValuation['model'];
  readonly season: boolean;
  /** P(alive) of the automatic choice and whether they were, customers as in the outcome; `null` where it claims none. */
  readonly alive: { readonly claimed: Float64Array; readonly actual: Uint8Array } | null;
}

interface TriedForecast extends Measures {
  /** Orders and revenue of the first 90 days. */
  readonly total90: HeldTotal;
  readonly totalRevenue90: HeldTotal;
}

/** Simulates a shop and holds what the engine says about it against its future; `null` where it fits no model. */
export function tryShop(
  { kind, marksOlder }: ShopToTry,
  seed: number,
  size: { readonly customers: number; readonly historyDays: number },
): TriedShop | null {
  const shop = simulateRetentionShop(kind, { ...size, seed, futureDays: HORIZON_DAYS });
  const orders = marksOlder ? withOlderMarked(shop, size.historyDays) : shop.orders;
  const value = (backtest: boolean) =>
    valueCustomers({ orders, now: shop.now, horizonDays: HORIZON_DAYS, seed: 1, backtest });
  const plain = value(false);
  const automatic = value(true);
  if (plain.status !== 'fitted' || automatic.status !== 'fitted') return null;

  const place = new Map(shop.orders.customerIds.map((id, i) => [id, i]));
  const indexes = automatic.customers.map(({ customerId }) => place.get(customerId) ?? -1);
  const outcome = outcomeOf(shop, automatic, indexes);
  const nowDay = dayNumber(shop.now);
  const soon = purchasesBetween(shop.truth.clean, nowDay + 1, nowDay + 90);
  const sum = (values: Float64Array): number =>
    indexes.reduce((total, index) => total + (values[index] ?? 0), 0);
  const soonTotal = { purchases: sum(soon.purchases), revenue: sum(soon.revenue) };
  const measure = (valuation: FittedValuation): TriedForecast => ({
    ...measureForecast(engineForecast('', valuation, outcome), outcome),
    total90: holdAgainst(valuation.totals.expectedPurchases90, soonTotal.purchases),
    totalRevenue90: holdAgainst(valuation.totals.expectedRevenue90, soonTotal.revenue),
  });
  const before = engineForecast('', plain, outcome);
  const after = engineForecast('', automatic, outcome);
  return {
    seed,
    outcome,
    plain: measure(plain),
    automatic: measure(automatic),
    gain: gainInError(before, after, outcome).mean,
    scoreGain: gainInLogScore(before, after, outcome).mean,
    model: automatic.model,
    season: automatic.season !== null,
    alive: automatic.customers.some(({ pAlive }) => pAlive === null)
      ? null
      : {
          claimed: Float64Array.from(automatic.customers, ({ pAlive }) => pAlive ?? 0),
          actual: Uint8Array.from(indexes, (index) => shop.truth.alive[index] ?? 0),
        },
  };
}

function outcomeOf(
  { truth }: RetentionShop,
  { customers }: FittedValuation,
  indexes: readonly number[],
): Outcome {
  const purchases = Float64Array.from(indexes, (index) => truth.futurePurchases[index] ?? 0);
  return {
    customerIds: customers.map(({ customerId }) => customerId),
    purchases,
    bought: Uint8Array.from(purchases, (count) => (count > 0 ? 1 : 0)),
    revenue: Float64Array.from(indexes, (index) => truth.futureRevenue[index] ?? 0),
  };
}

function withOlderMarked({ orders, truth, now }: RetentionShop, historyDays: number): OrderColumns {
  const firstDay = dayNumber(now) - historyDays + 1;
  return { ...orders, olderThanData: Uint8Array.from(truth.createdDay, (day) => (day < firstDay ? 1 : 0)) };
}
