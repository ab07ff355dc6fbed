import { describe, expect, test, vi } from 'vitest';
import { dayFromNumber, dayNumber } from '~/domain/iso-day';
import type { RetentionShop, RetentionShopKind } from '../simulate/retention-shop';
import { simulateRetentionShop } from '../simulate/simulate-retention-shop';
import { weeklySeason } from '../simulate/weekly-season';
import { backtest } from './backtest';
import { fitPurchases } from './fit-purchases';
import { columnsOf, type Row } from './fixtures/hand-rows';
import { gainOnTruth, lookBackAt } from './fixtures/twin-past';
import { corrected, correctionTerms } from './forecast-correction';
import { groupPurchases } from './purchase-groups';
import { summarizeRfm } from './rfm-summary';
import { seasonalIndex } from './seasonal-index';
import { sortRowsByCustomer } from './sort-rows';
import { forecastWindow } from './window-forecast';

vi.setConfig({ testTimeout: 60_000 });

const WINDOW = 91;

function twin(kind: RetentionShopKind, seed: number, customers = 2000, historyDays = 730): RetentionShop {
  return simulateRetentionShop(kind, { seed, customers, historyDays, futureDays: WINDOW });
}

describe('a look back at a shop of regular buyers', () => {
  const shop = twin('regular', 1);
  const looked = lookBackAt(shop);
  const { report } = looked;

  test('stands on four quarters, the most recent first, and counts what they hold', () => {
    expect(report.horizonDays).toBe(WINDOW);
    const nowDay = dayNumber(shop.now);
    expect(report.origins.map(({ day }) => day)).toEqual(
      [1, 2, 3, 4].map((i) => dayFromNumber(nowDay - i * WINDOW)),
    );
    // Purchases of the window by customers known before it, straight from the rows.
    const { orders } = shop;
    for (const origin of report.origins) {
      const day = dayNumber(origin.day);
      const known = new Set<number>();
      const bought = new Set<string>();
      orders.day.forEach((on, row) => {
        if (on <= day) known.add(orders.customer[row]!);
      });
      orders.day.forEach((on, row) => {
        if (on > day && on <= day + WINDOW && known.has(orders.customer[row]!)) {
          bought.add(`${orders.customer[row]!} ${on}`);
        }
      });
      // A few are set aside as wholesale buyers by their luck with amounts.
      expect(origin.customers / known.size).toBeGreaterThan(0.99);
      expect(origin.actualPurchases / bought.size).toBeGreaterThan(0.99);
      expect(origin.actualPurchases).toBeLessThanOrEqual(bought.size);
    }
  });

  test('compares both rules and every model, all finite, and marks the one that is used', () => {
    expect(report.candidates.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'hiatus',
        'last-window',
        'mbg-nbd',
        'bg-nbd',
        'mbg-cnbd-2',
        'mbg-cnbd-3',
        'nbd',
      ]),
    );
    expect(report.candidates.filter(({ chosen }) => chosen)).toHaveLength(1);
    for (const candidate of report.candidates) {
      expect(candidate.rankingArea).toBeGreaterThan(0.5);
      expect(candidate.rankingArea).toBeLessThan(1);
      const rule = candidate.name === 'hiatus' || candidate.name === 'last-window';
      expect(candidate.score === null).toBe(rule);
      for (const value of Object.values(candidate)) {
        if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      }
    }
  });

  test('chooses phases, whose gain on MBG/NBD is many standard errors', () => {
    expect(looked.chosen).toMatch(/^mbg-cnbd-/);
    expect(looked.gain.mean).toBeGreaterThan(5 * looked.gain.error);
    const score = (name: string): number => report.candidates.find((one) => one.name === name)!.score!;
    expect(score('mbg-nbd') - score(looked.chosen)).toBeGreaterThan(0);
  });

  test('ranks better than the time since the last order, which regular buyers tell so much by', () => {
    const area = (find: (one: (typeof report.candidates)[number]) => boolean): number =>
      report.candidates.find(find)!.rankingArea;
    expect(area(({ chosen }) => chosen)).toBeGreaterThan(area(({ name }) => name === 'hiatus'));
  });

  test('calibrates ten groups over all customers and origins, with an error below .05', () => {
    expect(report.calibration).toHaveLength(10);
    const inGroups = report.calibration.reduce((sum, group) => sum + group.customers, 0);
    expect(inGroups).toBe(report.origins.reduce((sum, origin) => sum + origin.customers, 0));
    expect(report.calibrationError).toBeLessThan(0.05);
    // Ranges are of whole customers.
    for (const { customers, low, high, forecast } of report.calibration) {
      expect(low).toBeLessThanOrEqual(forecast);
      expect(high).toBeGreaterThan(forecast - 1 / customers);
    }
  });
});

describe('corrections', () => {
  test('of shops that follow the model are rarely taken for more than noise', () => {
    const taken = Array.from({ length: 8 }, (_, i) => {
      const { corrects } = lookBackAt(twin('mbg-nbd', i + 1), { candidates: ['mbg-nbd'] });
      return corrects;
    });
    // One gain in six passes one standard error by luck: three or more of eight do in one set of seeds of seven.
    expect(taken.filter(({ chances }) => chances).length).toBeLessThanOrEqual(2);
    expect(taken.filter(({ counts }) => counts).length).toBeLessThan(4);
  });

  test('where the only model to choose from does not fit, they are taken and pay in the true future', () => {
    // Gaps like clockwork, and a model that takes them for chance.
    const shop = twin('regular', 2);
    const { corrects, correction } = lookBackAt(shop, { candidates: ['mbg-nbd'] });
    expect(corrects).toEqual({ chances: true, counts: true });
    const summary = summarizeRfm(shop.orders, dayNumber(shop.now), false);
    const groups = groupPurchases(summary.frequency, summary.recency, summary.age);
    const plain = forecastWindow(fitPurchases('mbg-nbd', groups), groups, WINDOW);
    const changed = corrected(plain, correctionTerms(correction!, groups, plain), groups);
    const place = new Map(shop.orders.customerIds.map((id, i) => [id, i]));
    const truth = summary.customerIds.map((id) => shop.truth.futurePurchases[place.get(id)!]!);
    const foretold = ({ chance, expected }: typeof plain) =>
      truth.map((_, i) => {
        const g = groups.ofCustomer[i]!;
        return { chance: chance[g]!, expected: expected[g]! };
      });
    const { mean, error } = gainOnTruth(truth, foretold(plain), foretold(changed));
    expect(mean).toBeGreaterThan(5 * error);
  });
});

describe('the season', () => {
  const shop = twin('seasonal', 1, 2500, 1250);
  const { repeatsByDay, shop: history } = summarizeRfm(shop.orders, dayNumber(shop.now), false);
  const season = (day: number) =>
    seasonalIndex(repeatsByDay.subarray(0, day - history.firstDay + 1), history.firstDay);

  test('of a shop that has one is used, and is no merit of the model', () => {
    const looked = lookBackAt(shop, { candidates: ['mbg-nbd'], season });
    expect(looked.season).toBe(true);
    expect(looked.gain).toEqual({ mean: 0, error: 0 });
    expect(looked.report.candidates.find(({ chosen }) => chosen)?.name).toBe('corrected');
  });

  test('of a shop that has none is not: peaks that fall into a year like any other do not forecast', () => {
    const flat = twin('mbg-nbd', 3, 2500, 1250);
    const weeks = Float64Array.from({ length: 52 }, (_, week) => weeklySeason(7 * week));
    const mean = weeks.reduce((sum, factor) => sum + factor, 0) / 52;
    const made = { weeks: weeks.map((factor) => factor / mean), years: 3 };
    expect(lookBackAt(flat, { candidates: ['mbg-nbd'], season: () => made }).season).toBe(false);
  });
});

describe('nothing to look back at', () => {
  const lookAt = (rows: readonly Row[], nowDay: number) => {
    const sorted = sortRowsByCustomer(columnsOf(rows), nowDay);
    return backtest({
      rows: sorted,
      firstDay: 1000,
      nowDay,
      countFreeOrders: false,
      candidates: ['mbg-nbd'],
      season: () => null,
    });
  };
  /** Everybody buys every five days. */
  const rows = (customers: number, days: number): Row[] =>
    Array.from({ length: customers }, (_, c) =>
      Array.from({ length: Math.floor(days / 5) }, (_, i): Row => [`c${c}`, 1000 + 5 * i, 10]),
    ).flat();

  test('in a history shorter than eight weeks', () => {
    expect(lookAt(rows(30, 55), 1055)).toBeNull();
    expect(lookAt(rows(30, 60), 1060)).not.toBeNull();
  });

  test('where fewer than ten customers had come back by then', () => {
    expect(lookAt(rows(9, 400), 1400)).toBeNull();
    expect(lookAt(rows(10, 400), 1400)).not.toBeNull();
  });

  test('a shop in which everybody buys in every window gives finite answers', () => {
    const { report } = lookAt(rows(12, 400), 1400)!;
    for (const candidate of report.candidates) {
      for (const value of Object.values(candidate)) {
        if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      }
    }
    expect(Number.isFinite(report.modelError)).toBe(true);
  });
});
