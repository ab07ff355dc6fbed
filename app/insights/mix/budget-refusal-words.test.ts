import { describe, expect, it } from 'vitest';
import type { BudgetRefusal } from '~/engine/budget/budget-request';
import { budgetRefusalWords } from './budget-refusal-words';
import { expectWellFormed } from './fixtures/sentences';
import { ENGLISH, SPANISH, SPEAKERS } from './fixtures/speakers';

/** A key a reason, and whether it names a channel: the compiler asks for the next one. */
const NAMES: Readonly<Record<BudgetRefusal['reason'], boolean>> = {
  'no-evidence': false,
  'unknown-channel': true,
  'no-value': true,
  'minimum-above-maximum': true,
  'minimum-without-evidence': true,
  'minimum-beyond-curve': true,
  'total-below-minimums': false,
};
const reasons = Object.entries(NAMES) as [BudgetRefusal['reason'], boolean][];

describe('why there is no plan', () => {
  it.each(reasons)('%s is said in both languages, with the channel that it is about', (reason, names) => {
    const refusal: BudgetRefusal = {
      status: 'refused',
      reason,
      channel: names ? 'TikTok' : null,
      neededMinor: reason === 'total-below-minimums' ? 12_345_00 : null,
    };
    for (const say of SPEAKERS) {
      const words = budgetRefusalWords(refusal, say);
      expectWellFormed(words);
      expect(words.what.includes('TikTok')).toBe(names);
    }
    expect(budgetRefusalWords(refusal, SPANISH).what).not.toBe(budgetRefusalWords(refusal, ENGLISH).what);
  });

  it('says how much the limits take at least', () => {
    const refusal: BudgetRefusal = {
      status: 'refused',
      reason: 'total-below-minimums',
      channel: null,
      neededMinor: 123_400,
    };
    expect(budgetRefusalWords(refusal, ENGLISH).what).toContain('at least €1,234 a day');
    expect(budgetRefusalWords(refusal, ENGLISH, 1).what).toContain('at least €123,400 a day');
  });
});
