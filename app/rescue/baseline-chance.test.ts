import { expect, test } from 'vitest';
import {
  probabilityAlive,
  probabilityOfPurchaseIfAlive,
  type PurchaseModelName,
} from '~/engine/clv/purchase-model';
import { baselineChance } from './baseline-chance';

const params = { r: 0.5248, alpha: 43.3, a: 0.8914, b: 1.614 };
const history = { frequency: 3, recency: 200, T: 320 };
const DAYS = [30, 37, 45, 60, 80, 90];

function exactly(name: PurchaseModelName, days: number): number {
  const customer = { frequency: 3, recency: 200, age: 320 };
  const model = { name, params };
  return probabilityAlive(model, customer) * probabilityOfPurchaseIfAlive(model, customer, days);
}

test.each(['mbg-nbd', 'mbg-cnbd-2', 'mbg-cnbd-3'] as const)(
  'where nothing corrects the predictions of %s, the chance is the exact one in any window, to 1e-12',
  (name) => {
    const figures = { ...history, pBuy30: exactly(name, 30), pBuy90: exactly(name, 90) };
    for (const days of DAYS) {
      expect(baselineChance({ name, params }, figures, days)).toBeCloseTo(exactly(name, days), 12);
    }
  },
);

test('under MBG/NBD it is P(alive) (1 - ((alpha + T) / (alpha + T + H))^(r + x))', () => {
  const { r, alpha } = params;
  const figures = { ...history, pBuy30: exactly('mbg-nbd', 30), pBuy90: exactly('mbg-nbd', 90) };
  const customer = { frequency: 3, recency: 200, age: 320 };
  const alive = probabilityAlive({ name: 'mbg-nbd', params }, customer);
  const stays = 1 - ((alpha + 320) / (alpha + 320 + 50)) ** (r + 3);
  expect(baselineChance({ name: 'mbg-nbd', params }, figures, 50)).toBeCloseTo(alive * stays, 12);
});

test('it goes through corrected predictions at 30 and 90 days, and rises between them', () => {
  const figures = { ...history, pBuy30: 0.21, pBuy90: 0.33 };
  const chances = DAYS.map((days) => baselineChance({ name: 'mbg-nbd', params }, figures, days));
  expect(chances[0]).toBeCloseTo(0.21, 12);
  expect(chances.at(-1)).toBeCloseTo(0.33, 12);
  expect(chances).toEqual([...chances].sort((a, b) => a - b));
});

test('chances of 0 and 1 give chances, not infinities', () => {
  const figures = { ...history, pBuy30: 0, pBuy90: 1 };
  const chance = baselineChance({ name: 'mbg-nbd', params }, figures, 60);
  expect(chance).toBeGreaterThan(0);
  expect(chance).toBeLessThan(1);
});

test('a window that the predictions do not enclose is refused', () => {
  const figures = { ...history, pBuy30: 0.2, pBuy90: 0.3 };
  expect(() => baselineChance({ name: 'mbg-nbd', params }, figures, 91)).toThrow('days must be 30 to 90: 91');
});
