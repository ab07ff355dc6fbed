import { describe, expect, it } from 'vitest';
import { estimate } from './fixtures/facts';
import { expectWellFormed } from './fixtures/sentences';
import { ENGLISH, SPEAKERS } from './fixtures/speakers';
import { ltvRoasWords } from './ltv-roas-words';

const planned = { total: estimate(4.2, 3.4, 5.1), channels: [] };
const nothing = { total: null, channels: [] };

describe('the headline of a plan', () => {
  it('stands beside that of today, each with its interval', () => {
    expect(
      ltvRoasWords({ planned, today: { total: estimate(3.6, 3.1, 4.2), channels: [] } }, ENGLISH)[0],
    ).toBe(
      '12-month return (LTV-ROAS): 4.2 (between 3.4 and 5.1, 9 times in 10) for each 1 spent; with today’s spend 3.6 (between 3.1 and 4.2, 9 times in 10).',
    );
  });

  it('stands alone where nothing is spent today, and is silent where the plan spends nothing', () => {
    for (const say of SPEAKERS) {
      const words = ltvRoasWords({ planned, today: nothing }, say);
      expect(words).toHaveLength(2);
      words.forEach(expectWellFormed);
      expect(ltvRoasWords({ planned: nothing, today: nothing }, say)).toEqual([]);
    }
  });
});
