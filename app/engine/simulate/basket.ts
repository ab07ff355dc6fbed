import { nextFloat, nextInt, type Rng } from '../numeric/rng';
import type { Product } from './catalog';
import { pickWeighted } from './pick-weighted';

export interface BasketLine {
  readonly product: Product;
  readonly quantity: number;
  /** Minor units of the shop's currency, after the discount. */
  readonly totalMinor: number;
}

const DISCOUNTS = [
  { rate: 0, weight: 80 },
  { rate: 0.1, weight: 14 },
  { rate: 0.15, weight: 6 },
];
const MOST_LINES = 8;
/** A shopper who came to spend 30 does not mind 36. */
const STRETCH = 1.2;

/**
 * Articles for about `targetMinor`, at list price less one discount for the whole order. Never empty: who wants to
 * spend less than the cheapest article costs buys the cheapest.
 */
export function householdBasket(rng: Rng, products: readonly Product[], targetMinor: number): BasketLine[] {
  const { rate } = pickWeighted(rng, DISCOUNTS);
  const quantities = new Map<Product, number>();
  let left = targetMinor / (1 - rate);
  for (;;) {
    const affordable = products.filter((product) => product.priceMinor <= left * STRETCH);
    if (affordable.length === 0) break;
    // Half the shoppers who have money left take the large pack first: else orders would be rows of small ones.
    const large = affordable.filter((product) => product.priceMinor > left * 0.5);
    const product = pickWeighted(rng, large.length > 0 && nextFloat(rng) < 0.5 ? large : affordable);
    const known = quantities.get(product);
    if (known === undefined && quantities.size === MOST_LINES) break;
    quantities.set(product, (known ?? 0) + 1);
    left -= product.priceMinor;
  }
  if (quantities.size === 0) {
    quantities.set(
      products.reduce((a, b) => (b.priceMinor < a.priceMinor ? b : a)),
      1,
    );
  }
  return priced(quantities, rate);
}

/** A reseller's order: a few articles by the dozen, at a reseller's discount. */
export function wholesaleBasket(rng: Rng, products: readonly Product[], targetMinor: number): BasketLine[] {
  const lines = 3 + nextInt(rng, 4);
  const quantities = new Map<Product, number>();
  for (let i = 0; i < lines; i++) {
    const product = pickWeighted(rng, products);
    const quantity = Math.max(1, Math.round(targetMinor / lines / product.priceMinor));
    quantities.set(product, (quantities.get(product) ?? 0) + quantity);
  }
  return priced(quantities, 0.25);
}

function priced(quantities: ReadonlyMap<Product, number>, discount: number): BasketLine[] {
  return Array.from(quantities, ([product, quantity]) => ({
    product,
    quantity,
    totalMinor: Math.round(product.priceMinor * quantity * (1 - discount)),
  }));
}
