import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { answerFaults } from './fixtures/answer-faults';
import { fileOptions, tableOf, textOf, textStyle } from './fixtures/orders-text';
import type { BuyerKind } from './fixtures/random-buyer';
import { randomShop } from './fixtures/random-shop';
import { reachedBy, Tally } from './fixtures/tally';
import { answerOf } from './fixtures/value-text';

vi.setConfig({ testTimeout: 300_000 });

const SEED = 20262;
/** All ways to buy, those of ordinary customers more often. */
const ORDINARY: readonly BuyerKind[] = ['one-timer', 'regular', 'regular', 'regular', 'silent', 'same-day'];
/** Few enough to be outliers, not a second clientele. */
const FEW_WHOLESALERS: readonly BuyerKind[] = [
  ...Array.from({ length: 9 }, (): BuyerKind => 'one-timer'),
  ...Array.from({ length: 10 }, (): BuyerKind => 'regular'),
  'wholesale',
];

describe('140 random files of shops with enough customers for a model', () => {
  test('every number is finite, chances are chances, ranges hold their middle, totals add up, verdicts agree', async () => {
    const tally = new Tally();
    const shop = fc.oneof(
      {
        weight: 6,
        arbitrary: randomShop({
          buyers: { minLength: 12, maxLength: 30 },
          days: [120, 400, 1000],
          kinds: ORDINARY,
        }),
      },
      {
        weight: 2,
        arbitrary: randomShop({ buyers: { minLength: 20, maxLength: 60 }, days: [90, 400, 7300] }),
      },
      {
        weight: 1,
        arbitrary: randomShop({
          buyers: { minLength: 30, maxLength: 60 },
          days: [400],
          kinds: FEW_WHOLESALERS,
        }),
      },
      {
        weight: 1,
        arbitrary: randomShop({
          buyers: { minLength: 12, maxLength: 40 },
          days: [1100, 1500],
          kinds: ['seasonal', 'seasonal', 'regular'],
        }),
      },
    );
    await fc.assert(
      fc.asyncProperty(shop, textStyle, fileOptions, async (orders, style, options) => {
        const answer = await answerOf(textOf(tableOf(orders, style), style), options);
        expect(answerFaults(answer)).toEqual([]);
        tally.add(reachedBy(answer));
      }),
      { seed: SEED, numRuns: 140, endOnFailure: true },
    );
    const least = {
      fitted: 80,
      rules: 5,
      empty: 2,
      'mbg-nbd': 20,
      'mbg-cnbd-2': 8,
      'mbg-cnbd-3': 4,
      nbd: 3,
      'default-held': 20,
      'better-in-backtest': 5,
      'as-good-and-likelier': 5,
      'no-churn-detectable': 3,
      'default-unchecked': 1,
      backtest: 60,
      'no-backtest': 1,
      'chances-corrected': 2,
      'counts-corrected': 3,
      season: 2,
      'gamma-gamma': 8,
      'log-mean': 30,
      'order-count': 3,
      'value-fallback': 5,
      'value-depends-on-frequency': 10,
      'wholesale-set-aside': 3,
    };
    expect(tally.below(least)).toEqual({});
  });
});
