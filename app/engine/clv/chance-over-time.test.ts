import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Estimate } from '~/domain/estimate';
import { dayNumber, isoDay } from '~/domain/iso-day';
import { createRng } from '../numeric/rng';
import { chanceOverTime, type ChanceOverTime, type ChancePoint } from './chance-over-time';
import { groupsOf, simulateRepeats } from './fixtures/simulated-buyers';
import { createOrderColumnsBuilder } from './order-columns-builder';
import type { PurchaseModel, PurchaseModelName } from './purchase-model';
import { seasonClock } from './season-clock';
import { seasonalGroups } from './seasonal-history';
import type { SeasonalIndex } from './seasonal-index';
import { valueCustomers } from './value-customers';
import { forecastWindow } from './window-forecast';

const params = { r: 0.9, alpha: 60, a: 0.7, b: 2.6 };
const models = (['bg-nbd', 'mbg-nbd', 'mbg-cnbd-2', 'mbg-cnbd-3', 'nbd'] as const).map(
  (name: PurchaseModelName): PurchaseModel => ({
    name,
    params: name === 'nbd' ? { ...params, a: 0, b: 1 } : params,
  }),
);
const mbg: PurchaseModel = { name: 'mbg-nbd', params };
const NOW = dayNumber(isoDay('2026-11-20'));
const christmas: SeasonalIndex = {
  weeks: Float64Array.from({ length: 52 }, (_, week) => (week >= 48 ? 2.6 : 0.866)),
  years: 3,
};

const exactly = (mean: number): Estimate => ({ mean, low: mean, high: mean, level: 0.9 });
const means = (points: readonly ChancePoint[]) => points.map(({ chance }) => chance.mean);
const pointOn = ({ past }: ChanceOverTime, day: number) => past.find((point) => point.day === day)?.chance;
const seenOn = (line: ChanceOverTime, day: number) => pointOn(line, day)?.mean;

describe('chanceOverTime', () => {
  test('is the probability that the engine itself gives, where nothing is corrected', () => {
    const rng = createRng(11, 'chance-over-time');
    const builder = createOrderColumnsBuilder();
    const bought = new Map<string, readonly number[]>();
    for (let i = 0; i < 400; i++) {
      const first = NOW - 200 - i;
      const repeats = simulateRepeats(rng, mbg, NOW - first).map((time) => first + Math.ceil(time));
      const days = [...new Set([first, ...repeats])].filter((day) => day <= NOW);
      bought.set(String(i), days);
      for (const day of days) builder.add(String(i), day, 50);
    }
    const orders = builder.finish(100);
    const now = isoDay('2026-11-20');
    const valuation = valueCustomers({ orders, now, horizonDays: 365, seed: 1, backtest: false });
    if (valuation.status !== 'fitted') throw new Error(valuation.status);
    const model = { name: valuation.model.chosen, params: valuation.model.params };
    for (const { customerId, pBuy90, frequency, recency } of valuation.customers.slice(0, 60)) {
      const purchaseDays = bought.get(customerId) ?? [];
      const line = chanceOverTime({
        model,
        season: null,
        purchaseDays,
        nowDay: NOW,
        chanceNow: exactly(pBuy90),
      });
      // No constant was needed: the day of the last order is the model's own too.
      const atLastOrder = forecastWindow(model, groupsOf([{ frequency, recency, age: recency }]), 90);
      expect(seenOn(line, NOW)).toBeCloseTo(pBuy90, 12);
      expect(seenOn(line, purchaseDays.at(-1) ?? 0)).toBeCloseTo(atLastOrder.chance[0] ?? 0, 9);
    }
  });

  test.each(models)('tells histories and horizons in days of the season as the fit does: $name', (model) => {
    const purchaseDays = [NOW - 500, NOW - 380, NOW - 190];
    const fitted = (day: number): number => {
      const plain = groupsOf([{ frequency: 2, recency: 310, age: 500 - (NOW - day) }]);
      const groups = seasonalGroups(plain, christmas, NOW - 500, day);
      return forecastWindow(model, groups, seasonClock(christmas, day).effectiveDays(90)).chance[0] ?? 0;
    };
    const line = chanceOverTime({
      ...{ model, season: christmas, purchaseDays, nowDay: NOW, chanceNow: exactly(fitted(NOW)) },
    });
    // The fit rounds to whole days of the season.
    for (const day of [NOW - 98, NOW - 42]) {
      expect(Math.abs((seenOn(line, day) ?? 0) - fitted(day))).toBeLessThan(0.004);
    }
  });

  test('falls with silence and leaps with a purchase', () => {
    const purchaseDays = [NOW - 300, NOW - 210, NOW - 120];
    const line = chanceOverTime({
      model: mbg,
      season: null,
      purchaseDays,
      nowDay: NOW,
      chanceNow: exactly(0.2),
    });
    for (const bought of [NOW - 210, NOW - 120]) {
      expect(seenOn(line, bought)).toBeGreaterThan((seenOn(line, bought - 1) ?? 1) + 0.05);
    }
    const silent = means(line.past.filter(({ day }) => day >= NOW - 120));
    expect(silent).toEqual([...silent].sort((a, b) => b - a));
  });

  test('goes on for 90 days without a purchase, and without a gap', () => {
    const { past, ahead } = chanceOverTime({
      model: mbg,
      season: null,
      purchaseDays: [NOW - 40],
      nowDay: NOW,
      chanceNow: exactly(0.31),
    });
    expect(past.at(-1)).toEqual(ahead[0]);
    expect(ahead.at(-1)?.day).toBe(NOW + 90);
    expect(means(ahead)).toEqual(means(ahead).sort((a, b) => b - a));
  });

  test('carries the range of today on the scale of log odds', () => {
    const chanceNow = { mean: 0.2, low: 0.15, high: 0.3, level: 0.9 };
    const { past, ahead } = chanceOverTime({
      ...{ model: mbg, season: null, purchaseDays: [NOW - 80, NOW - 60], nowDay: NOW, chanceNow },
    });
    const odds = (chance: number) => Math.log(chance / (1 - chance));
    for (const { chance } of [...past, ...ahead]) {
      expect(odds(chance.high) - odds(chance.mean)).toBeCloseTo(odds(0.3) - odds(0.2), 9);
      expect(odds(chance.mean) - odds(chance.low)).toBeCloseTo(odds(0.2) - odds(0.15), 9);
      expect(chance.level).toBe(0.9);
    }
  });

  test('has nothing to say of a customer without purchases', () => {
    const input = { model: mbg, season: null, purchaseDays: [], nowDay: NOW, chanceNow: exactly(0.5) };
    expect(chanceOverTime(input)).toEqual({ past: [], ahead: [] });
  });

  test('of any customer: days ascend, at most 120 points, probabilities, and it ends at the number shown', () => {
    const anyCustomer = fc.record({
      model: fc.constantFrom(...models),
      season: fc.constantFrom(null, christmas),
      daysAgo: fc.uniqueArray(fc.integer({ min: 0, max: 4000 }), { minLength: 1, maxLength: 300 }),
      chances: fc.tuple(...[0, 1, 2].map(() => fc.double({ min: 0, max: 1, noNaN: true }))),
    });
    fc.assert(
      fc.property(anyCustomer, ({ daysAgo, chances, ...rest }) => {
        const [low = 0, mean = 0, high = 0] = [...chances].sort((a, b) => a - b);
        const chanceNow = { mean, low, high, level: 0.9 };
        const purchaseDays = [...daysAgo].sort((a, b) => b - a).map((ago) => NOW - ago);
        const line = chanceOverTime({ ...rest, purchaseDays, nowDay: NOW, chanceNow });
        const days = [...line.past, ...line.ahead.slice(1)].map(({ day }) => day);
        expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
        expect(days[0]).toBe(purchaseDays[0]);
        expect(days.length).toBeLessThanOrEqual(120);
        const ordered = [...line.past, ...line.ahead].every(
          ({ chance: { mean, low, high } }) => 0 <= low && low <= mean && mean <= high && high <= 1,
        );
        expect(ordered).toBe(true);
        const shown = pointOn(line, NOW);
        expect(shown?.mean).toBeCloseTo(chanceNow.mean, 6);
        expect(shown?.low).toBeCloseTo(chanceNow.low, 6);
        expect(shown?.high).toBeCloseTo(chanceNow.high, 6);
      }),
      { numRuns: 100 },
    );
  });
});
