import { describe, expect, it } from 'vitest';
import { simulateWorld } from '../simulate/marketing/world-presets';
import { backtestMix } from './backtest-mix';
import { fitOrThrow, prepareOrThrow } from './fixtures/fit-mix';
import type { MarketingSeries } from './marketing-series';
import { prepareMix } from './prepare-mix';
import { previewMix } from './preview-mix';
import { sampleChain } from './sample-chain';
import { summariseMix } from './summarise-mix';

const { series } = simulateWorld('clean', { seed: 21, rows: 200, channels: 2 });

function withSpend(change: (value: number, row: number) => number): MarketingSeries {
  const [first, second] = series.channels;
  return { ...series, channels: [first!, { name: second!.name, spend: second!.spend.map(change) }] };
}

describe('data that cannot tell', () => {
  it('gives a channel of constant spend a range and no curve', () => {
    const { fit } = fitOrThrow(withSpend(() => 50));
    const still = fit.channels[1]!;
    expect(still.curve).toBeNull();
    expect(still.hasEvidence).toBe(false);
    expect(still.verdicts.map(({ code }) => code)).toEqual(['no-evidence', 'constant-spend']);
    expect(still.roas.high / still.roas.low).toBeGreaterThan(5);
  });

  it('lets one enormous spike of a channel leave the other channel where it was, to a tenth', () => {
    const plain = fitOrThrow(series).fit.channels[0]!.roas.mean;
    const spiked = fitOrThrow(withSpend((value, t) => (t === 100 ? 1e7 : value))).fit.channels[0]!.roas.mean;
    expect(Math.abs(spiked / plain - 1)).toBeLessThan(0.1);
  }, 60_000);

  it('tells two equal channels as one, and a silent one as silent', () => {
    const [first, second] = series.channels;
    const { fit } = fitOrThrow({
      ...series,
      channels: [
        { name: 'quiet', spend: first!.spend.map(() => 0) },
        first!,
        second!,
        { name: 'twin', spend: second!.spend },
      ],
    });
    expect(fit.silent.map(({ name }) => name)).toEqual(['quiet']);
    expect(fit.channels.map(({ name }) => name)).toEqual([first!.name, `${second!.name} + twin`]);
    expect(fit.joined).toEqual([{ name: `${second!.name} + twin`, names: [second!.name, 'twin'] }]);
  });

  it('shows no number where the chains do not agree, nor where advertising would explain more than all revenue', () => {
    const prepared = prepareOrThrow(series);
    const hasty = [1, 2].map((seed) => sampleChain(prepared, seed, undefined, { warmup: 10, draws: 10 }));
    expect(summariseMix(prepared, hasty)).toMatchObject({
      status: 'not-converged',
      diagnostics: { passed: false },
    });

    const wave = series.revenue.map(
      (_, t) =>
        7 * series.channels[0]!.spend[t]! + 3 * series.channels[1]!.spend[t]! - 150 + 40 * Math.sin(t * t),
    );
    const greedy = prepareOrThrow({
      ...series,
      controls: [],
      revenue: wave.map((value) => Math.max(0, value)),
    });
    const chains = [1, 2, 3, 4].map((seed) => sampleChain(greedy, seed));
    expect(summariseMix(greedy, chains)).toMatchObject({
      status: 'negative-baseline',
      missing: ['season', 'events', 'controls'],
    });
  }, 60_000);
});

/** Paths of numbers that are none, anywhere in plain data. */
function broken(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => broken(inner, `${path}.${key}`));
}

function withRevenue(change: (value: number, row: number) => number): MarketingSeries {
  return { ...series, revenue: series.revenue.map(change) };
}

function firstRows(rows: number): MarketingSeries {
  return {
    ...series,
    revenue: series.revenue.slice(0, rows),
    channels: series.channels.map(({ name, spend }) => ({ name, spend: spend.slice(0, rows) })),
    controls: series.controls.map(({ name, values }) => ({ name, values: values.slice(0, rows) })),
  };
}

describe('data that look like nothing', () => {
  it.each<[string, MarketingSeries]>([
    ['revenue of thousandths', withRevenue((value) => value * 1e-3)],
    ['revenue of billions', withRevenue((value) => value * 1e9)],
    ['a day of a hundred times its revenue', withRevenue((value, t) => (t === 100 ? 100 * value : value))],
    ['a channel with one day of spend', withSpend((_, t) => (t === 100 ? 500 : 0))],
    ['six weeks without a sale', withRevenue((value, t) => (t > 80 && t < 123 ? 0 : value))],
    ['days of refunds only', withRevenue((value, t) => (t % 17 === 0 ? -value : value))],
    ['the shortest history', firstRows(91)],
  ])(
    'of %s gives numbers, all of them finite',
    (_, given) => {
      const { fit } = fitOrThrow(given);
      expect(broken(fit)).toEqual([]);
      expect(broken(previewMix(given))).toEqual([]);
    },
    60_000,
  );

  it('stops where every day is the same, for there is nothing that could be told apart', () => {
    const given = withRevenue(() => 1000);
    const prepared = prepareOrThrow(given);
    const chains = [1, 2].map((seed) => sampleChain(prepared, seed, undefined, { warmup: 20, draws: 20 }));
    expect(summariseMix(prepared, chains)).toMatchObject({ status: 'not-converged' });
    expect(broken(previewMix(given))).toEqual([]);
  });

  it('is refused where more was refunded than sold', () => {
    const refunded = withRevenue((value, t) => (t % 2 === 0 ? -2 * value : value));
    const refusal = { status: 'refused', reason: 'no-revenue' };
    expect(prepareMix(refunded)).toMatchObject(refusal);
    expect(previewMix(refunded)).toMatchObject(refusal);
    expect(backtestMix(refunded)).toBeNull();
  });
});
