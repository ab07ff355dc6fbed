import { logistic } from '../numeric/logistic';
import { createRng, nextFloat, nextGamma, nextNormal } from '../numeric/rng';
import type { RescueShop } from './rescue-shop';

/** The customers of a shop at the time of one campaign, in columns. Money in currency units of revenue. */
export interface RescueCustomers {
  readonly ids: readonly string[];
  /** Chance to order in the window if left alone, as the retention engine would tell it. */
  readonly baseline: Float64Array;
  readonly orderValue: Float64Array;
  /** Revenue of the year after an order. */
  readonly valueOnceBack: Float64Array;
  /** Log-odds of ordering if left alone, as it is. */
  readonly trueLogOdds: Float64Array;
  /** How much more than the average customer of the shop each is moved by a discount, mean 1. */
  readonly sensitivity: Float64Array;
  /** Uniform: a customer orders if this lies below their chance. The same under every offer, so offers can be compared. */
  readonly luck: Float64Array;
  /** Value of the order over the customer's mean value, mean 1. */
  readonly basket: Float64Array;
}

/** Of the customers, those who are overdue; the others are in no danger. */
const OVERDUE_SHARE = 0.4;
const OVERDUE = { logOdds: -2, spread: 0.8 };
const REGULAR = { logOdds: 0.2, spread: 0.7 };
const CUSTOMER_ERROR = 0.3;
const CAMPAIGN_ERROR = 0.2;
const VALUE_SPREAD = 0.5;
const BASKET_SPREAD = 0.4;
const SENSITIVITY_SHAPE = 2;
const FUTURE_SHAPE = 3;
/** Three quarters of what a discount can do is done at this one. */
const PULL_AT = 0.1;

/** @param campaign customers of another campaign are others, and forecasts are off by another season */
export function simulateRescueCustomers(shop: RescueShop, campaign: number, count: number): RescueCustomers {
  const people = createRng(shop.seed, `rescue people ${campaign}`);
  const fates = createRng(shop.seed, `rescue fates ${campaign}`);
  const season = CAMPAIGN_ERROR * nextNormal(people);
  const column = (): Float64Array => new Float64Array(count);
  const customers = {
    ids: Array.from({ length: count }, (_, i) => `${campaign}-${i}`),
    baseline: column(),
    orderValue: column(),
    valueOnceBack: column(),
    trueLogOdds: column(),
    sensitivity: column(),
    luck: column(),
    basket: column(),
  };
  for (let i = 0; i < count; i++) {
    const { logOdds, spread } = nextFloat(people) < OVERDUE_SHARE ? OVERDUE : REGULAR;
    const told = logOdds + spread * nextNormal(people);
    customers.baseline[i] = logistic(told);
    customers.trueLogOdds[i] = told + shop.forecastError + season + CUSTOMER_ERROR * nextNormal(people);
    customers.orderValue[i] = shop.orderValue * Math.exp(VALUE_SPREAD * nextNormal(people));
    customers.valueOnceBack[i] =
      customers.orderValue[i]! * nextGamma(people, FUTURE_SHAPE, FUTURE_SHAPE / shop.ordersOnceBack);
    customers.sensitivity[i] = nextGamma(people, SENSITIVITY_SHAPE, SENSITIVITY_SHAPE);
    customers.luck[i] = nextFloat(fates);
    customers.basket[i] = Math.exp(BASKET_SPREAD * nextNormal(fates) - BASKET_SPREAD ** 2 / 2);
  }
  return customers;
}

/**
 * Chance that customer `i` orders in the window.
 * @param offer share off the price, 0 for a message only, `null` for no word at all
 */
export function trueChance(
  { message, strength }: RescueShop,
  { trueLogOdds, sensitivity }: RescueCustomers,
  i: number,
  offer: number | null,
): number {
  if (offer === null) return logistic(trueLogOdds[i]!);
  const pull = -Math.expm1((-Math.log(4) * offer) / PULL_AT);
  return logistic(trueLogOdds[i]! + message + sensitivity[i]! * strength * pull);
}

/** Expected margin that an offer to customer `i` brings on top of leaving them alone, the year after included. */
export function trueGain(
  shop: RescueShop,
  customers: RescueCustomers,
  i: number,
  offer: number | null,
): number {
  if (offer === null) return 0;
  const value = customers.orderValue[i]!;
  const offered = trueChance(shop, customers, i, offer);
  const extra = offered - trueChance(shop, customers, i, null);
  const worth = shop.marginShare * (value + shop.futureShare * customers.valueOnceBack[i]!);
  return extra * worth - offered * value * offer - shop.contactCost;
}

export interface RescueFate {
  readonly bought: boolean;
  /** Paid in the window, and taken off the price there. */
  readonly revenue: number;
  readonly discount: number;
}

/** What customer `i` does under an offer; whoever orders uses the code. */
export function playRescue(
  shop: RescueShop,
  customers: RescueCustomers,
  i: number,
  offer: number | null,
): RescueFate {
  if (customers.luck[i]! >= trueChance(shop, customers, i, offer)) {
    return { bought: false, revenue: 0, discount: 0 };
  }
  const full = customers.orderValue[i]! * customers.basket[i]!;
  const discount = full * (offer ?? 0);
  return { bought: true, revenue: full - discount, discount };
}
