import { describe, expect, it } from 'vitest';
import { estimate } from './fixtures/facts';
import { expectWellFormed } from './fixtures/sentences';
import { ENGLISH, SPEAKERS } from './fixtures/speakers';
import { targetWords } from './target-words';

const target = {
  name: 'Meta',
  targetRoas: estimate(3.12, 2.04, 4.41),
  targetCpa: estimate(18.6, 13.2, 28.4),
};

describe('the target for the ad platform', () => {
  it('comes with its interval, and with what platforms count differently', () => {
    expect(targetWords(target, ENGLISH)).toBe(
      'In Meta, type a target ROAS of 3.1 (between 2 and 4.4, 9 times in 10), or a target cost per order of €19 (between €13 and €28, 9 times in 10). These are sales that Meta causes; if it claims more than that, the ROAS to type is higher, and the cost lower, in the same proportion.',
    );
  });

  it('speaks of no cost per order where none is known', () => {
    for (const say of SPEAKERS) {
      const words = targetWords({ ...target, targetCpa: null }, say);
      expectWellFormed(words);
      expect(words).not.toMatch(/€|coste|cost/);
    }
  });
});
