import { describe, expect, it } from 'vitest';
import type { MixBacktest } from '~/engine/mmm/backtest-mix';
import { backtestWords } from './backtest-words';
import { estimate } from './fixtures/facts';
import { expectWellFormed } from './fixtures/sentences';
import { ENGLISH, SPANISH, SPEAKERS } from './fixtures/speakers';

const fold: MixBacktest['folds'][number] = {
  cutDay: 20_000,
  actual: 48_000,
  predicted: estimate(50_000, 45_000, 55_000),
  mix: { wape: 0.12, coverage: 0.89 },
  naive: { wape: 0.19, coverage: 0.86 },
};
const backtest: MixBacktest = {
  method: 'normal-approximation',
  horizonDays: 28,
  folds: [fold, { ...fold, actual: 50_100 }, { ...fold, actual: 52_000 }, { ...fold, actual: 48_500 }],
  mix: { wape: 0.12, coverage: 0.88 },
  naive: { wape: 0.19, coverage: 0.86 },
};

describe('a backtest in words', () => {
  it('is whole in both languages, by day and by week', () => {
    for (const say of SPEAKERS) {
      expectWellFormed(backtestWords(backtest, 'daily', say));
      expectWellFormed(backtestWords(backtest, 'weekly', say));
    }
  });

  it('says what was predicted, what was sold and how far off a simple rule would have been', () => {
    const [high, exact, low] = backtestWords(backtest, 'daily', ENGLISH).folds;
    expect(high).toBe(
      'For the 28 days from 2024-10-04 we predicted €50,000 (between €45,000 and €55,000, 9 times in 10); you sold €48,000: 4% too much. Day by day we were 12% off; a simple rule would have been 19% off.',
    );
    expect(exact).toContain('you sold €50,100: right to within half a per cent.');
    expect(low).toContain('you sold €52,000: 4% too little.');
    expect(backtestWords(backtest, 'weekly', SPANISH).folds[0]).toContain(
      'vendiste 48.000 €: nos pasamos un 4 %. Semana a semana nos desviamos un 12 %',
    );
  });

  it('says how often the range held, and that a forecast is no proof of shares', () => {
    const { coverage, caution } = backtestWords(backtest, 'daily', ENGLISH);
    expect(coverage).toBe('88% of the days fell inside the range that should hold 90% of them.');
    expect(caution).toContain('does not prove');
  });

  it('admits it where a simple rule is as good or better', () => {
    const overall = (wape: number): string =>
      backtestWords({ ...backtest, mix: { wape, coverage: 0.9 } }, 'daily', ENGLISH).overall;
    expect(overall(0.12)).toContain('(4 trials), it did better than');
    expect(overall(0.192)).toContain('no better than');
    expect(overall(0.25)).toContain('worse than a simple rule: trust');
  });

  it('does not divide by sales that did not happen', () => {
    const nothing = {
      ...fold,
      actual: 0,
      mix: { wape: Infinity, coverage: 0 },
      naive: { wape: NaN, coverage: 0 },
    };
    for (const say of SPEAKERS) {
      expectWellFormed(backtestWords({ ...backtest, folds: [nothing] }, 'daily', say));
    }
    expect(backtestWords({ ...backtest, folds: [nothing] }, 'daily', ENGLISH).overall).toContain('(1 trial)');
  });

  it('says that there was too little history to try', () => {
    for (const say of SPEAKERS) {
      const { overall, ...rest } = backtestWords(null, 'daily', say);
      expectWellFormed(overall);
      expect(rest).toEqual({ coverage: null, folds: [], caution: null });
    }
  });
});
