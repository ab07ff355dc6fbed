import { describe, expect, it } from 'vitest';
import { playRescue, simulateRescueCustomers, trueChance, trueGain } from './rescue-customers';
import { simulateRescueShop, type RescueShopKind } from './rescue-shop';

const KINDS: readonly RescueShopKind[] = ['works', 'works-a-little', 'does-not-work', 'annoys'];
const COUNT = 20_000;

describe('simulated shops for rescues', () => {
  it('are the same for the same seed, and differ by kind in their answer to offers only', () => {
    expect(simulateRescueShop('works', 3)).toEqual(simulateRescueShop('works', 3));
    const { message, strength, kind, ...rest } = simulateRescueShop('works', 3);
    expect(simulateRescueShop('annoys', 3)).toMatchObject(rest);
    expect(simulateRescueShop('annoys', 3).message).toBeLessThan(0);
    expect([kind, message > 0, strength > 0]).toEqual(['works', true, true]);
  });

  it('have the same customers in the same campaign, and others in the next', () => {
    const shop = simulateRescueShop('works', 3);
    expect(simulateRescueCustomers(shop, 1, 50)).toEqual(simulateRescueCustomers(shop, 1, 50));
    expect(simulateRescueCustomers(shop, 1, 50).baseline).not.toEqual(
      simulateRescueCustomers(shop, 2, 50).baseline,
    );
  });

  it.each(KINDS)('%s: as many order as their true chances say, within 4 standard errors', (kind) => {
    const shop = simulateRescueShop(kind, 8);
    const customers = simulateRescueCustomers(shop, 0, COUNT);
    for (const offer of [null, 0, 0.2]) {
      let expected = 0;
      let variance = 0;
      let orders = 0;
      for (let i = 0; i < COUNT; i++) {
        const chance = trueChance(shop, customers, i, offer);
        expected += chance;
        variance += chance * (1 - chance);
        if (playRescue(shop, customers, i, offer).bought) orders++;
      }
      expect(Math.abs(orders - expected)).toBeLessThan(4 * Math.sqrt(variance));
    }
  });

  it('answer offers as their names say', () => {
    const change = (kind: RescueShopKind, offer: number): number => {
      const shop = simulateRescueShop(kind, 8);
      const customers = simulateRescueCustomers(shop, 0, 2000);
      let sum = 0;
      for (let i = 0; i < 2000; i++) {
        sum += trueChance(shop, customers, i, offer) - trueChance(shop, customers, i, null);
      }
      return sum / 2000;
    };
    expect(change('works', 0.1)).toBeGreaterThan(change('works-a-little', 0.1));
    expect(change('works-a-little', 0.1)).toBeGreaterThan(0.02);
    expect(change('does-not-work', 0.2)).toBe(0);
    expect(change('annoys', 0)).toBeLessThan(-0.02);
  });

  it('bring, played out, the margin that true gains promise, within 4 standard errors', () => {
    const shop = { ...simulateRescueShop('works', 8), futureShare: 0 };
    const customers = simulateRescueCustomers(shop, 0, COUNT);
    const margin = (i: number, offer: number | null): number => {
      const { revenue, discount } = playRescue(shop, customers, i, offer);
      return shop.marginShare * (revenue + discount) - discount - (offer === null ? 0 : shop.contactCost);
    };
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < COUNT; i++) {
      const surprise = margin(i, 0.1) - margin(i, null) - trueGain(shop, customers, i, 0.1);
      sum += surprise;
      squares += surprise ** 2;
    }
    expect(Math.abs(sum)).toBeLessThan(4 * Math.sqrt(squares));
  });

  it('promise nothing for leaving alone', () => {
    const shop = simulateRescueShop('works', 8);
    expect(trueGain(shop, simulateRescueCustomers(shop, 0, 5), 0, null)).toBe(0);
  });
});
