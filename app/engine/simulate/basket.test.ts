import { describe, expect, it } from 'vitest';
import { createRng } from '../numeric/rng';
import { householdBasket, wholesaleBasket } from './basket';
import { catalog } from './catalog';

const products = catalog(100);

describe('baskets', () => {
  it('holds about what the shopper meant to spend: within 8 % on average for 20 to 120 euros', () => {
    const rng = createRng(3);
    for (const target of [2000, 4000, 7000, 12_000]) {
      let sum = 0;
      for (let i = 0; i < 1000; i++) {
        for (const line of householdBasket(rng, products, target)) sum += line.totalMinor;
      }
      expect(Math.abs(sum / 1000 / target - 1)).toBeLessThan(0.08);
    }
  });

  it('is never empty, however little the shopper has', () => {
    const lines = householdBasket(createRng(3), products, 1);
    expect(lines.map(({ product, quantity }) => [product.title, quantity])).toStrictEqual([
      ['Sobre de muestra 60 g', 1],
    ]);
  });

  it('prices a line at quantity times list price less at most 15 %, 25 % for a reseller', () => {
    const rng = createRng(4);
    const household = Array.from({ length: 300 }, () => householdBasket(rng, products, 5000)).flat();
    const reseller = Array.from({ length: 50 }, () => wholesaleBasket(rng, products, 120_000)).flat();
    for (const { product, quantity, totalMinor } of household) {
      expect(totalMinor).toBeLessThanOrEqual(product.priceMinor * quantity);
      expect(totalMinor).toBeGreaterThanOrEqual(Math.floor(product.priceMinor * quantity * 0.85));
    }
    for (const { product, quantity, totalMinor } of reseller) {
      expect(totalMinor).toBe(Math.round(product.priceMinor * quantity * 0.75));
    }
  });

  it('lists an article once an order', () => {
    const rng = createRng(5);
    for (let i = 0; i < 300; i++) {
      const ids = householdBasket(rng, products, 9000).map(({ product }) => product.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe('the catalog', () => {
  it('has 40 articles with different ids and titles', () => {
    expect(new Set(products.map(({ id }) => id)).size).toBe(40);
    expect(new Set(products.map(({ title }) => title)).size).toBe(40);
  });
});
