import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { answerFaults } from './fixtures/answer-faults';
import { fileOptions, tableOf, textOf, textStyle } from './fixtures/orders-text';
import { randomShop } from './fixtures/random-shop';
import { reachedBy, Tally } from './fixtures/tally';
import { answerOf } from './fixtures/value-text';

vi.setConfig({ testTimeout: 300_000 });

const SEED = 20261;

describe('7,360 random files of small shops', () => {
  test('every number is finite, chances are chances, ranges hold their middle, totals add up, verdicts agree', async () => {
    const tally = new Tally();
    const shop = randomShop({ buyers: { minLength: 1, maxLength: 9 }, days: [1, 30, 120, 400, 1000, 7300] });
    await fc.assert(
      fc.asyncProperty(shop, textStyle, fileOptions, async (orders, style, options) => {
        const answer = await answerOf(textOf(tableOf(orders, style), style), options);
        expect(answerFaults(answer)).toEqual([]);
        const ids = new Set(orders.ids);
        expect(answer.customers.filter(({ customerId }) => !ids.has(customerId))).toEqual([]);
        expect(answer.file).toMatchObject({ orders: orders.rows.length, hasRevenue: style.hasRevenue });
        tally.add(reachedBy(answer));
      }),
      { seed: SEED, numRuns: 7360, endOnFailure: true },
    );
    const least = {
      empty: 100,
      rules: 4000,
      'model-needs-repeat-customers': 4000,
      'model-needs-history': 20,
      'refunds-without-order': 500,
      'empty-days': 500,
      'rows-unusable': 1,
      'rows-after-now': 50,
    };
    expect(tally.below(least)).toEqual({});
  });
});
