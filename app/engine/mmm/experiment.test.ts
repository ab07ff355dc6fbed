import { beforeAll, describe, expect, it } from 'vitest';
import { simulateMarketing } from '../simulate/marketing/simulate-marketing';
import { trueLift } from '../simulate/marketing/true-lift';
import type {
  MarketingOptions,
  MarketingWorld,
  SimulatedChannel,
} from '../simulate/marketing/marketing-world';
import { proposeExperiments, type ExperimentDesign, type ExperimentProposal } from './experiment';
import { fitOrThrow } from './fixtures/fit-mix';
import type { MixFit } from './mix-fit';

const SHAPE = { halfSaturation: 1.2, slope: 1 } as const;
const FLIGHTS = { variation: 0.6, flights: { on: 40, off: 12 } } as const;

function yearOf(
  seed: number,
  channels: readonly SimulatedChannel[],
  options: Partial<MarketingOptions> = {},
): MarketingWorld {
  return simulateMarketing({
    seed,
    rows: 365,
    country: null,
    mediaShare: 0.4,
    weeklySeason: 0.1,
    baselineForm: 'add',
    noise: { share: 0.06, autocorrelation: 0.2 },
    channels,
    ...options,
  });
}

/** Search that always spends the same, beside a channel that is switched. */
const steady = yearOf(1, [
  { name: 'google', kind: 'search', meanSpend: 200, roas: 3, theta: 0.2, variation: 0.08, ...SHAPE },
  { name: 'meta', kind: 'social', meanSpend: 100, roas: 4, theta: 0.4, ...FLIGHTS, ...SHAPE },
]);
/** Two channels that follow one budget, and a third. */
const together = yearOf(
  2,
  [
    { name: 'google', kind: 'search', meanSpend: 150, roas: 4, theta: 0.2, variation: 0.5, ...SHAPE },
    { name: 'meta', kind: 'social', meanSpend: 150, roas: 2, theta: 0.3, variation: 0.5, ...SHAPE },
    { name: 'tiktok', kind: 'social', meanSpend: 60, roas: 3, theta: 0.4, ...FLIGHTS, ...SHAPE },
  ],
  { budgetCorrelation: 0.9 },
);
const REMOVED = { pause: 1, flights: 0.5, halve: 0.5, double: -1 } as const;

/** What the channel is known by once the experiment was run on the last days, with errors of -1 and 1 standard errors. */
function learningAfter({ series, truth }: MarketingWorld, design: ExperimentDesign): number {
  const lastDay = series.firstDay + series.revenue.length - 1;
  const plan = {
    channels: [design.channel],
    firstDay: lastDay - design.days + 1,
    lastDay,
    removedShare: REMOVED[design.kind],
  };
  const lift = trueLift({ series, truth }, plan);
  const { standardError } = design;
  const learnt = [-1, 1].map((errors) => {
    const { fit } = fitOrThrow(series, {
      lifts: [{ ...plan, incrementalRevenue: lift + errors * standardError, standardError }],
    });
    return fit.channels.find(({ name }) => name === design.channel)!.learning;
  });
  return learnt.reduce((sum, value) => sum + value, 0) / learnt.length;
}

function proposalsOf(fit: MixFit, world: MarketingWorld): readonly ExperimentProposal[] {
  const proposals = proposeExperiments({ fit, series: world.series });
  if (!proposals) throw new Error('nothing proposed');
  return proposals;
}

describe('the experiment that settles what a year of data cannot', () => {
  let fits: ReadonlyMap<MarketingWorld, MixFit>;
  beforeAll(() => {
    fits = new Map([steady, together].map((world) => [world, fitOrThrow(world.series).fit]));
  }, 60_000);

  it.each([
    ['search that never moves', steady, 'google'],
    ['the weaker of two channels that move together', together, 'meta'],
  ] as const)(
    'asks about %s, and teaches as much as it said',
    (_, world, name) => {
      const [first, ...others] = proposalsOf(fits.get(world)!, world);
      expect(others).toEqual([]);
      expect(first).toMatchObject({ doubt: 'weak-evidence', channels: [name] });
      const { best } = first!;
      expect(best).toMatchObject({ channel: name, enough: true });
      expect(best.learningAfter).toBeGreaterThan(best.learningBefore + 0.15);
      // The promise is an average over all that the fit thinks possible and the truth is one case of it: refits with
      // outcomes drawn from such a fit scatter by 0.12.
      expect(Math.abs(learningAfter(world, best) - best.learningAfter)).toBeLessThan(0.12);
    },
    60_000,
  );

  it('is the cheapest that is enough; longer tests teach more and cost more', () => {
    const [{ best, others } = { best: null, others: [] }] = proposalsOf(fits.get(steady)!, steady);
    const all = [best!, ...others];
    expect(all.filter(({ enough }) => enough).length).toBeGreaterThan(2);
    for (const { enough, cost } of others) {
      if (enough) expect(cost.mean).toBeGreaterThanOrEqual(best!.cost.mean);
    }
    const pauses = all.filter(({ kind }) => kind === 'pause').sort((a, b) => a.days - b.days);
    expect(pauses.map(({ days }) => days)).toEqual([7, 14, 21, 28]);
    for (const [index, { learningAfter: learnt, cost, standardError }] of pauses.slice(1).entries()) {
      expect(learnt).toBeGreaterThan(pauses[index]!.learningAfter);
      expect(cost.mean).toBeGreaterThan(pauses[index]!.cost.mean);
      expect(standardError).toBeGreaterThan(pauses[index]!.standardError);
    }
  });

  it('expects the true lift of a pause within its interval', () => {
    const [{ best, others } = { best: null, others: [] }] = proposalsOf(fits.get(steady)!, steady);
    const lastDay = steady.series.firstDay + 364;
    for (const { kind, channel, days, expectedLift } of [best!, ...others]) {
      if (kind !== 'pause') continue;
      const lift = trueLift(steady, { channels: [channel], firstDay: lastDay - days + 1, lastDay });
      expect(lift).toBeGreaterThan(expectedLift.low);
      expect(lift).toBeLessThan(expectedLift.high);
    }
  });

  it('costs less where less of the revenue is margin, by the revenue that is given up', () => {
    const fit = fits.get(steady)!;
    const [full] = proposalsOf(fit, steady);
    const [half] = proposeExperiments({ fit, series: steady.series, marginShare: 0.5 })!;
    const pause = ({ best, others }: ExperimentProposal): ExperimentDesign =>
      [best, ...others].find(({ kind, days }) => kind === 'pause' && days === 14)!;
    const saved = 14 * fit.channels[0]!.currentDailySpend;
    expect(pause(half!).cost.mean).toBeCloseTo((pause(full!).cost.mean - saved) / 2, 6);
  });

  it('pauses one of a pair to learn the split, and says what is known of the lesser known', () => {
    const fit = fits.get(together)!;
    const [google, meta] = fit.channels;
    const names = ['google', 'meta'] as const;
    const pairs = [{ names, correlation: -0.7, contribution: meta!.contribution, roas: meta!.roas }];
    const [first, ...others] = proposalsOf({ ...fit, pairs }, together);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ doubt: 'split', channels: names });
    expect(new Set([first!.best, ...first!.others].map(({ channel }) => channel))).toEqual(new Set(names));
    expect(first!.best.learningBefore).toBe(Math.min(google!.learning, meta!.learning));
    expect(first!.best.enough).toBe(true);
  });

  it('marks a doubled spend that was never kept up as untested', () => {
    const [{ best, others } = { best: null, others: [] }] = proposalsOf(fits.get(steady)!, steady);
    for (const { kind, untested } of [best!, ...others]) expect(untested).toBe(kind === 'double');
  });

  it('asks about fading only where the size of the fall would show', () => {
    const fit = fits.get(together)!;
    const faded = (change: number): readonly ExperimentProposal[] => {
      const channels = fit.channels.map((channel) => ({
        ...channel,
        hasEvidence: true,
        learning: 0.8,
        verdicts: channel.name === 'google' ? [{ code: 'fading', change } as const] : [],
      }));
      return proposalsOf({ ...fit, channels }, together);
    };
    expect(faded(-0.9).map(({ doubt, channels }) => [doubt, channels])).toEqual([['fading', ['google']]]);
    expect(faded(-0.9)[0]!.best.enough).toBe(true);
    expect(faded(-0.02)[0]!.best.enough).toBe(false);
  });

  it('is none where all channels are well known, or the unknown one no longer spends', () => {
    const fit = fits.get(steady)!;
    const known = fit.channels.map((channel) => ({
      ...channel,
      learning: 0.9,
      hasEvidence: true,
      verdicts: [],
    }));
    expect(proposeExperiments({ fit: { ...fit, channels: known }, series: steady.series })).toBeNull();
    const paused = {
      ...steady.series,
      channels: steady.series.channels.map(({ name, spend }) => ({
        name,
        spend: name === 'google' ? spend.map((value, t) => (t < 270 ? value : 0)) : spend,
      })),
    };
    expect(proposeExperiments({ fit, series: paused })).toBeNull();
  });

  it('takes twins as the one channel that they are to the fit', () => {
    const fit = fits.get(steady)!;
    const rename = <Named extends { readonly name: string }>(named: Named): Named =>
      named.name === 'google' ? { ...named, name: 'search a + search b' } : named;
    const [google, meta] = steady.series.channels;
    const half = google!.spend.map((value) => value / 2);
    const series = {
      ...steady.series,
      channels: [{ name: 'search a', spend: half }, { name: 'search b', spend: half }, meta!],
    };
    const draws = { ...fit.draws, channels: fit.draws.channels.map(rename) };
    const twins = proposeExperiments({ fit: { ...fit, channels: fit.channels.map(rename), draws }, series });
    const [{ best: apart }] = proposalsOf(fit, steady) as [ExperimentProposal];
    expect(twins?.[0]?.best).toEqual({ ...apart, channel: 'search a + search b' });
  });

  it('tests whole weeks where rows are weeks', () => {
    const weekly = yearOf(
      1,
      [{ name: 'google', kind: 'search', meanSpend: 200, roas: 3, theta: 0.2, variation: 0.08, ...SHAPE }],
      {
        granularity: 'weekly',
        rows: 104,
      },
    );
    const { fit } = fitOrThrow(weekly.series);
    const [{ best, others }] = proposalsOf(fit, weekly) as [ExperimentProposal];
    const pauses = [best, ...others].filter(({ kind }) => kind === 'pause').sort((a, b) => a.days - b.days);
    const weeklySpend = 7 * fit.channels[0]!.currentDailySpend;
    pauses.forEach(({ days, cost, expectedLift, standardError }) => {
      expect(Number.isFinite(standardError)).toBe(true);
      // What is given up is the lift and its aftermath, less the spend that is saved.
      expect(cost.mean).toBeGreaterThan(expectedLift.mean - (days / 7) * weeklySpend);
      expect(cost.mean).toBeLessThan(2 * expectedLift.mean);
    });
    expect(pauses.map(({ days }) => days)).toEqual([7, 14, 21, 28]);
  }, 60_000);
});
