import { describe, expect, it } from 'vitest';
import type { MixFit } from '~/engine/mmm/mix-fit';
import { channelFit, DIAGNOSTICS, estimate, VERDICTS } from './fixtures/facts';
import { expectWellFormed } from './fixtures/sentences';
import { ENGLISH, SPANISH, SPEAKERS } from './fixtures/speakers';
import { historyWords, mixWords } from './mix-words';

const EMPTY = new Float64Array(0);
const fit: MixFit = {
  status: 'fitted',
  granularity: 'daily',
  firstDay: 20_000,
  history: { days: 150, curves: false, season: false },
  revenue: 625_000,
  channels: [
    channelFit({ verdicts: [VERDICTS.collinear, VERDICTS['learns-some']] }),
    channelFit({ name: 'Instagram' }),
  ],
  silent: [{ name: 'Bing', verdicts: [VERDICTS['never-active']] }],
  joined: [{ name: 'YouTube + TV', names: ['YouTube', 'TV'] }],
  pairs: [
    {
      names: ['Meta', 'Instagram'],
      correlation: -0.72,
      contribution: estimate(226_300, 196_000, 258_250),
      roas: estimate(3.1, 2.7, 3.5),
    },
  ],
  baseline: { share: estimate(0.704, 0.622, 0.781), probabilityNegative: 0 },
  decomposition: { baseline: EMPTY, contributions: [], fitted: EMPTY },
  noise: { autocorrelation: estimate(0.2, 0.1, 0.3), sigma: estimate(0.1, 0.09, 0.11) },
  diagnostics: DIAGNOSTICS,
  draws: { count: 0, channels: [], baselineTotals: EMPTY },
};

describe('what a fit says', () => {
  it('is whole in both languages', () => {
    for (const say of SPEAKERS) expectWellFormed(mixWords(fit, say));
  });

  it('tells the share of the baseline with its interval', () => {
    expect(mixWords(fit, ENGLISH).baseline).toBe(
      'Without any advertising you would have sold 70% (between 62% and 78%, 9 times in 10) of your revenue.',
    );
  });

  it('tells the sum of two channels instead of the split', () => {
    const [pair] = mixWords(fit, SPANISH).pairs;
    expect(pair).toBe(
      'Meta e Instagram han aportado juntos 226.000 € (entre 196.000 € y 258.000 €, 9 de cada 10 veces) de ingresos: 310 € (entre 270 € y 350 €, 9 de cada 10 veces) por cada 100 € invertidos en los dos. No se sabe cómo se reparten.',
    );
  });

  it('names twins and what would part them', () => {
    expect(mixWords(fit, ENGLISH).joined).toEqual([
      'You always spent on YouTube and TV in step, so they are counted as one: no data of this kind can split them. Change one without the other, and they can be told apart.',
    ]);
  });

  it('says of a short history what it does not allow, and nothing of a long one', () => {
    for (const say of SPEAKERS) {
      expect(historyWords({ curves: false, season: false }, say)).toHaveLength(2);
      expect(historyWords({ curves: true, season: false }, say)).toHaveLength(1);
      expect(historyWords({ curves: true, season: true }, say)).toEqual([]);
    }
  });
});
