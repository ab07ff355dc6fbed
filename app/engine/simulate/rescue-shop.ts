import { createRng, nextFloat, nextNormal, type Rng } from '../numeric/rng';

/** What offers do to the customers of a shop. */
export type RescueShopKind = 'works' | 'works-a-little' | 'does-not-work' | 'annoys';

/** A shop with everything that decides whether a rescue pays; no engine sees more of it than its margin and cost. */
export interface RescueShop {
  readonly kind: RescueShopKind;
  readonly seed: number;
  /** Share of revenue left after the cost of goods. */
  readonly marginShare: number;
  /** Currency units a customer contacted. */
  readonly contactCost: number;
  /** Log-odds that a message adds. */
  readonly message: number;
  /** Log-odds that a very large discount adds for the average customer. */
  readonly strength: number;
  /** How far all forecasts of the shop are off, on the logit scale. */
  readonly forecastError: number;
  /** Share of the year after an order that a customer who was won back really brings on top. */
  readonly futureShare: number;
  /** Median order value, and orders a year of a customer who is back. */
  readonly orderValue: number;
  readonly ordersOnceBack: number;
}

interface Effect {
  readonly message: number;
  readonly strength: number;
}

const EFFECTS: Readonly<Record<RescueShopKind, Effect>> = {
  works: { message: 0.15, strength: 0.8 },
  'works-a-little': { message: 0.08, strength: 0.3 },
  'does-not-work': { message: 0, strength: 0 },
  annoys: { message: -0.3, strength: 0.1 },
};
/** The same kind of shop, somewhat more or less so. */
const EFFECT_SPREAD = 0.3;
const MARGIN = { from: 0.3, to: 0.65 };
const CONTACT_COST = { from: 0.01, to: 0.09 };
const ORDER_VALUE = { from: 25, to: 90 };
const ORDERS_ONCE_BACK = { from: 0.8, to: 3 };
const FUTURE_SHARE = { from: 0.2, to: 0.8 };
const FORECAST_ERROR = 0.25;

/**
 * Shops that break the assumptions of the response model a little: another curve of discounts, customers who differ in how
 * they take them, forecasts that are off by customer, campaign and shop. Same kind and seed, same shop; kinds of one seed
 * differ in their answer to offers only.
 */
export function simulateRescueShop(kind: RescueShopKind, seed: number): RescueShop {
  const rng = createRng(seed, 'rescue shop');
  const jitter = (): number => 1 + EFFECT_SPREAD * (2 * nextFloat(rng) - 1);
  const effect = EFFECTS[kind];
  return {
    kind,
    seed,
    marginShare: between(rng, MARGIN),
    contactCost: between(rng, CONTACT_COST),
    message: effect.message * jitter(),
    strength: effect.strength * jitter(),
    forecastError: FORECAST_ERROR * nextNormal(rng),
    futureShare: between(rng, FUTURE_SHARE),
    orderValue: between(rng, ORDER_VALUE),
    ordersOnceBack: between(rng, ORDERS_ONCE_BACK),
  };
}

function between(rng: Rng, { from, to }: { readonly from: number; readonly to: number }): number {
  return from + (to - from) * nextFloat(rng);
}
