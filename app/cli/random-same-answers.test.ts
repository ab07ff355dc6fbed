import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { dayFromNumber } from '~/domain/iso-day';
import { createRng, nextInt } from '~/engine/numeric/rng';
import { farthest, renamed } from './fixtures/compare-answers';
import { PLAIN_TEXT, tableOf, textOf } from './fixtures/orders-text';
import type { RandomRow } from './fixtures/random-buyer';
import { randomShop, type RandomShop } from './fixtures/random-shop';
import { reachedBy, Tally } from './fixtures/tally';
import { answerOf, type Answer } from './fixtures/value-text';

vi.setConfig({ testTimeout: 300_000 });

const SEED = 20263;
const RUNS = 1000;

const shops = fc.oneof(
  {
    weight: 15,
    arbitrary: randomShop({ buyers: { minLength: 1, maxLength: 8 }, days: [1, 30, 400, 7300], coarse: true }),
  },
  {
    weight: 1,
    arbitrary: randomShop({
      buyers: { minLength: 12, maxLength: 24 },
      days: [120, 400],
      kinds: ['one-timer', 'regular', 'regular', 'regular', 'silent', 'same-day', 'refunder', 'mixed'],
      coarse: true,
    }),
  },
);

function answer(shop: RandomShop): Promise<Answer> {
  return answerOf(textOf(tableOf(shop, PLAIN_TEXT), PLAIN_TEXT), { horizonDays: 90 });
}

function shuffled(rows: readonly RandomRow[], seed: number): RandomRow[] {
  const rng = createRng(seed);
  const keyed = rows.map((row) => ({ row, key: nextInt(rng, 2 ** 30) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ row }) => row);
}

const essence = ({ report, customers }: Answer) => ({ report, customers });

describe('1,000 random files say the same', () => {
  test('bit for bit, however their rows are ordered', async () => {
    await fc.assert(
      fc.asyncProperty(shops, fc.nat(), async (shop, seed) => {
        const other = await answer({ ...shop, rows: shuffled(shop.rows, seed) });
        expect(essence(other)).toEqual(essence(await answer(shop)));
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    );
  });

  test('whatever their customers are called', async () => {
    await fc.assert(
      fc.asyncProperty(shops, async (shop) => {
        const ids = shop.ids.map((_, i) => `z${999 - i}`);
        const names = new Map(shop.ids.map((id, i) => [id, ids[i] ?? '']));
        const far = farthest(renamed(await answer(shop), names), essence(await answer({ ...shop, ids })));
        // Sums over customers are taken in the order of their names: they differ by rounding alone.
        expect(far.distance, far.path).toBeLessThan(1e-12);
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    );
  });

  test('whatever the unit of their money', async () => {
    const tally = new Tally();
    await fc.assert(
      fc.asyncProperty(shops, fc.boolean(), async (shop, large) => {
        const rows = shop.rows.map((row) => ({
          ...row,
          micros: large ? row.micros * 1000n : row.micros / 1000n,
        }));
        const here = await answer(shop);
        const far = farthest(essence(here), essence(await answer({ ...shop, rows })), large ? 1000 : 0.001);
        // The fit of order values is done in units of the typical order, up to rounding, and ends at a slope of 1e-9:
        // two ends of the same way down may lie some 1e-12 apart, and never 1e-9.
        expect(far.distance, far.path).toBeLessThan(1e-9);
        tally.add(reachedBy(here));
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    );
    const least = {
      rules: 600,
      fitted: 30,
      'gamma-gamma': 2,
      'log-mean': 10,
      backtest: 5,
      'wholesale-set-aside': 3,
    };
    expect(tally.below(least)).toEqual({});
  });

  test('whatever they hold after the analysis date, but for the verdict that tells so', async () => {
    let later = 0;
    await fc.assert(
      fc.asyncProperty(shops, fc.double({ min: 0, max: 1, noNaN: true }), async (shop, share) => {
        const days = shop.rows.map(({ day }) => day).sort((a, b) => a - b);
        const nowDay = days[Math.floor(share * (days.length - 1))] ?? 0;
        const now = dayFromNumber(nowDay);
        const known = shop.rows.filter(({ day }) => day <= nowDay);
        const valued = (rows: readonly RandomRow[]) =>
          answerOf(textOf(tableOf({ ...shop, rows }, PLAIN_TEXT), PLAIN_TEXT), { horizonDays: 90, now });
        const { report, customers } = await valued(shop.rows);
        const verdicts = report.verdicts.filter(({ code }) => code !== 'rows-after-now');
        expect({ report: { ...report, verdicts }, customers }).toEqual(essence(await valued(known)));
        const told = report.verdicts.find(({ code }) => code === 'rows-after-now')?.values;
        expect(told?.['rows'] ?? 0).toBe(shop.rows.length - known.length);
        if (told) later++;
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    );
    expect(later).toBeGreaterThan(500);
  });
});
