import { beforeAll, describe, expect, it } from 'vitest';
import { simulateWorld } from '../simulate/marketing/world-presets';
import { createRng, nextFloat, nextNormal } from '../numeric/rng';
import { fitOrThrow } from './fixtures/fit-mix';
import type { ChannelFit, MixFit } from './mix-fit';
import type { PreparedMix } from './prepare-mix';
import { sampleChain, type ChainDraws } from './sample-chain';

/** A year of three channels that work and one of pure noise, whose spend has nothing to do with anything. */
const { series: simulated, truth } = simulateWorld('clean', { seed: 7, rows: 365, channels: 3 });
const rng = createRng(7, 'noise-channel');
const noise = {
  name: 'billboards',
  spend: simulated.revenue.map(() => (nextFloat(rng) < 0.7 ? 60 * Math.exp(0.5 * nextNormal(rng)) : 0)),
};
const series = { ...simulated, channels: [...simulated.channels, noise] };
const types = { billboards: 'other', aleph: 'other' } as const;

function channel(fit: MixFit, name: string): ChannelFit {
  const found = fit.channels.find((each) => each.name === name);
  if (!found) throw new Error(`no channel ${name}`);
  return found;
}

describe('a year of three channels and a noise channel', () => {
  let fit: MixFit;
  let prepared: PreparedMix;
  let chains: ChainDraws[];
  beforeAll(() => {
    ({ fit, prepared, chains } = fitOrThrow(series, { types }));
  }, 60_000);

  it('passes its gates', () => {
    expect(fit.diagnostics).toMatchObject({ passed: true, divergences: 0 });
    expect(fit.diagnostics.rhat).toBeLessThan(1.01);
    expect(fit.diagnostics.ess).toBeGreaterThan(400);
  });

  it('gives media its share to within a tenth, and each true ROI within twice the 90 % interval', () => {
    const total = truth.channels.reduce((sum, { roas, spend }) => sum + roas * spend, 0);
    const found = truth.channels.reduce((sum, { name }) => sum + channel(fit, name).contribution.mean, 0);
    expect(Math.abs(found / total - 1)).toBeLessThan(0.1);
    for (const { name, roas } of truth.channels) {
      const { mean, low, high } = channel(fit, name).roas;
      expect(roas).toBeGreaterThan(mean - 2 * (mean - low));
      expect(roas).toBeLessThan(mean + 2 * (high - mean));
    }
  });

  it('has no evidence for the noise channel, and evidence for the one that brings most', () => {
    const dead = channel(fit, 'billboards');
    expect(dead.hasEvidence).toBe(false);
    expect(dead.verdicts[0]).toMatchObject({ code: 'no-evidence' });
    const best = truth.channels.reduce((a, b) => (a.roas * a.spend > b.roas * b.spend ? a : b));
    expect(channel(fit, best.name).hasEvidence).toBe(true);
    expect(channel(fit, best.name).learning).toBeGreaterThan(0.5);
  });

  it('adds up: baseline and contributions are fitted revenue in every row', () => {
    const { baseline, contributions, fitted } = fit.decomposition;
    const gaps = fitted.map(
      (value, t) => value - contributions.reduce((sum, rows) => sum + rows[t]!, baseline[t]!),
    );
    expect(Math.max(...gaps.map(Math.abs))).toBeLessThan(1e-9 * fit.revenue);
    const totals = contributions.map((rows) => rows.reduce((sum, value) => sum + value, 0));
    // Rows come from 400 of the draws, totals from all: within two standard errors of 400 draws of a wide posterior.
    fit.channels.forEach(({ contribution }, c) => {
      const sd = (contribution.high - contribution.low) / (2 * 1.645);
      expect(Math.abs(totals[c]! - contribution.mean)).toBeLessThan(0.15 * sd + 1e-3 * contribution.mean);
    });
  });

  it('draws curves within their bands, marked where nothing was tried', () => {
    const { curve, name } = channel(fit, truth.channels[0]!.name);
    if (!curve) throw new Error(`no curve of ${name}`);
    curve.dailySpend.forEach((_, i) => {
      expect(curve.low[i]!).toBeLessThanOrEqual(curve.mean[i]!);
      expect(curve.mean[i]!).toBeLessThanOrEqual(curve.high[i]!);
    });
    expect(curve.mean[0]).toBe(0);
    expect(curve.triedUntil).toBeLessThan(curve.dailySpend.at(-1)!);
  });

  it('keeps 400 draws for later questions, in the units of the series', () => {
    expect(fit.draws.count).toBe(400);
    fit.draws.channels.forEach(({ curve, roas }, c) => {
      expect(fit.draws.channels[c]!.name).toBe(series.channels[c]!.name);
      for (const values of [curve.beta, curve.halfSaturation, curve.slope, roas])
        expect(values.every((value) => value > 0 && Number.isFinite(value))).toBe(true);
      expect(curve.theta.every((value) => value >= 0 && value < 1)).toBe(true);
    });
  });

  it('gives the same bytes from the same seed, also after a trip to another thread', () => {
    const plan = { warmup: 20, draws: 10 };
    const here = sampleChain(prepared, 1, undefined, plan);
    expect(sampleChain(structuredClone(prepared), 1, undefined, plan)).toEqual(here);
    expect(sampleChain(prepared, 2, undefined, plan).points).not.toEqual(here.points);
  });

  it('reports its progress from 0 to 1', () => {
    const seen: number[] = [];
    sampleChain(prepared, 1, (share) => seen.push(share), { warmup: 20, draws: 20 });
    expect(seen).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it('changes nothing but labels and units in a currency of a thousandth, channels reordered and renamed', () => {
    const names = ['aleph', 'bet', 'gimel', 'dalet'];
    const kinds = { aleph: 'other', bet: 'social', gimel: 'social', dalet: 'search' } as const;
    const other = {
      ...series,
      revenue: series.revenue.map((value) => value * 1000),
      channels: [...series.channels].reverse().map(({ spend }, c) => ({
        name: names[c]!,
        spend: spend.map((value) => value * 1000),
      })),
    };
    const original = series.channels.map(({ name }) => name).reverse();
    const typed = original.map((name) => channel(fit, name).type);
    expect(names.map((name) => kinds[name as keyof typeof kinds])).toEqual(typed);
    const twin = fitOrThrow(other, { types: kinds });
    expect(twin.chains.map(({ points }) => points)).toEqual(chains.map(({ points }) => points));
    names.forEach((name, c) => {
      const mine = channel(fit, original[c]!);
      const theirs = channel(twin.fit, name);
      expect(theirs.roas.mean / mine.roas.mean).toBeCloseTo(1, 6);
      expect(theirs.contribution.high / mine.contribution.high).toBeCloseTo(1000, 3);
      expect(theirs.marginalRoas!.low / mine.marginalRoas!.low).toBeCloseTo(1, 6);
      expect(theirs.verdicts.map(({ code }) => code)).toEqual(mine.verdicts.map(({ code }) => code));
    });
  }, 60_000);

  it('moves to an experiment and becomes surer: the noise channel’s, which found nothing', () => {
    const days = { firstDay: series.firstDay + 200, lastDay: series.firstDay + 255 };
    const spent = noise.spend.slice(200, 256).reduce((sum, value) => sum + value, 0);
    const tested = fitOrThrow(series, {
      types,
      lifts: [
        { ...days, channels: ['billboards'], incrementalRevenue: 0.05 * spent, standardError: 0.05 * spent },
      ],
    }).fit;
    const before = channel(fit, 'billboards').roas;
    const after = channel(tested, 'billboards').roas;
    expect(after.mean).toBeLessThan(before.mean);
    expect(after.high - after.low).toBeLessThan(0.7 * (before.high - before.low));
    // The experiment says 0.05 of spend, give or take 0.05: nine in ten below 0.05 + 1.645 * 0.05, with room for carry-over.
    expect(after.high).toBeLessThan(0.25);
  }, 60_000);
});
