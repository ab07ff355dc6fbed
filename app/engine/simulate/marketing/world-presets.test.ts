import { describe, expect, it } from 'vitest';
import { measure } from '../fixtures/measurements';
import { trueHorizonRevenue, trueSteadyRevenue } from './true-response';
import { simulateWorld, type WorldKind } from './world-presets';

const KINDS: readonly WorldKind[] = ['clean', 'realistic', 'hard'];
const SEEDS = [1, 2, 3, 4, 5, 6];

describe('the worlds', () => {
  it.each(KINDS)('%s: working channels differ at least five times in ROAS, whatever the seed', (kind) => {
    for (const seed of SEEDS) {
      for (const granularity of ['daily', 'weekly'] as const) {
        const { truth, series } = simulateWorld(kind, { seed, granularity });
        const roas = truth.channels.map((channel) => channel.roas).filter((value) => value > 0);
        expect(Math.max(...roas) / Math.min(...roas)).toBeGreaterThan(5);
        expect(roas).toHaveLength(kind === 'clean' ? 5 : 4);
        expect(series.revenue.every((value) => value >= 0 && Number.isFinite(value))).toBe(true);
      }
    }
  });

  it('get noisier from clean to hard: 5 to 20 % of expected revenue', () => {
    const shares = KINDS.map((kind) =>
      SEEDS.map((seed) => {
        const { series, truth } = simulateWorld(kind, { seed });
        return measure(truth.noise.map((value, row) => value / (series.revenue[row]! - value))).spread;
      }),
    );
    const [clean, realistic, hard] = shares.map(
      (values) => [Math.min(...values), Math.max(...values)] as const,
    );
    expect(clean![0]).toBeGreaterThan(0.045);
    expect(clean![1]).toBeLessThan(realistic![0]);
    expect(realistic![1]).toBeLessThan(hard![0]);
    expect(hard![1]).toBeLessThan(0.25);
  });

  it('hard has a fading channel and a new one beside the dead one', () => {
    const { truth, series } = simulateWorld('hard', { seed: 1 });
    expect(truth.channels.filter(({ effectiveness }) => effectiveness.at(-1)! < 0.5)).toHaveLength(1);
    expect(series.channels.filter(({ spend }) => spend.findIndex((value) => value > 0) > 800)).toHaveLength(
      1,
    );
    expect(truth.channels.filter(({ roas }) => roas === 0)).toHaveLength(1);
  });

  it('come with one to eight channels', () => {
    expect(simulateWorld('hard', { seed: 1, channels: 8, rows: 90 }).series.channels).toHaveLength(8);
    expect(simulateWorld('clean', { seed: 1, channels: 1, rows: 90 }).series.channels).toHaveLength(1);
    expect(() => simulateWorld('clean', { seed: 1, channels: 9 })).toThrow(RangeError);
  });
});

describe('true response curves', () => {
  const { series, truth } = simulateWorld('clean', { seed: 7 });
  const channel = truth.channels[0]!;

  it('have the stated marginal ROAS as the slope of their steady form', () => {
    const today = channel.currentDailySpend;
    const step = today * 1e-4;
    const quotient =
      (trueSteadyRevenue(channel, 'daily', today + step) -
        trueSteadyRevenue(channel, 'daily', today - step)) /
      (2 * step);
    expect(quotient / channel.marginalRoas).toBeCloseTo(1, 5);
  });

  it('give over a horizon what the series would have gone on to give, carry-in and tail included, to 1e-5', () => {
    for (const daily of [0, 0.5, 1, 2].map((factor) => factor * channel.currentDailySpend)) {
      const revenueWith = (spendOf: (day: number) => number) => {
        let adstock = 0;
        for (const spend of series.channels[0]!.spend) {
          adstock = (1 - channel.theta) * spend + channel.theta * adstock;
        }
        let sum = 0;
        for (let day = 0; day < 2000; day++) {
          adstock = (1 - channel.theta) * spendOf(day) + channel.theta * adstock;
          sum += channel.beta / (1 + (channel.halfSaturation / adstock) ** channel.slope);
        }
        return sum;
      };
      const exact = revenueWith((day) => (day < 30 ? daily : 0)) - revenueWith(() => 0);
      const found = trueHorizonRevenue(channel, 'daily', daily, 30);
      expect(Math.abs(found - exact)).toBeLessThan(1e-5 * exact + 1e-6);
    }
  });

  it('approach the steady curve over a long horizon', () => {
    const daily = 1.5 * channel.currentDailySpend;
    const long = trueHorizonRevenue(channel, 'daily', daily, 20_000) / 20_000;
    expect(long / trueSteadyRevenue(channel, 'daily', daily)).toBeCloseTo(1, 2);
  });
});
