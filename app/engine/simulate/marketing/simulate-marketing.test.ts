import { describe, expect, it } from 'vitest';
import { dayNumber, isoDay } from '~/domain/iso-day';
import { errorsFrom, measure, STANDARD_ERRORS } from '../fixtures/measurements';
import type { MarketingOptions, MarketingWorld, SimulatedChannel } from './marketing-world';
import { simulateMarketing } from './simulate-marketing';

const search: SimulatedChannel = {
  name: 'google',
  kind: 'search',
  meanSpend: 200,
  roas: 4,
  theta: 0.2,
  halfSaturation: 1.2,
  slope: 1,
};
const social: SimulatedChannel = {
  ...search,
  name: 'meta',
  kind: 'social',
  roas: 0.7,
  theta: 0.5,
  slope: 1.6,
};
const plain: MarketingOptions = { seed: 1, rows: 1096, channels: [search, social], noise: { share: 0.1 } };

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((all, value) => all + value, 0);
const logs = (values: Float64Array) => Array.from(values, Math.log);

function correlation(a: readonly number[], b: readonly number[]): number {
  const { mean: meanA, spread: spreadA } = measure(a);
  const { mean: meanB, spread: spreadB } = measure(b);
  return sum(a.map((value, i) => (value - meanA) * (b[i]! - meanB))) / (a.length * spreadA * spreadB);
}

/** Noise in shares of what was expected, which is what the options speak of. */
function relativeNoise({ series, truth }: MarketingWorld): number[] {
  return Array.from(truth.noise, (value, row) => value / (series.revenue[row]! - value));
}

describe('a simulated marketing series', () => {
  it.each(['daily', 'weekly'] as const)(
    'adds up to revenue to the last bit in each row, %s',
    (granularity) => {
      const { series, truth } = simulateMarketing({
        ...plain,
        granularity,
        rows: 200,
        noise: { share: 0.2, autocorrelation: 0.5, tailDegrees: 4 },
      });
      for (let row = 0; row < 200; row++) {
        const parts = [
          truth.noise[row]!,
          truth.baseline[row]!,
          ...truth.channels.map((c) => c.contribution[row]!),
        ];
        expect(parts.reduce((all, part) => all + part, 0)).toBe(series.revenue[row]);
        expect(parts.reduceRight((all, part) => all + part, 0)).toBe(series.revenue[row]);
      }
    },
  );

  it('gives the same world for the same seed and another for another', () => {
    expect(simulateMarketing(plain)).toStrictEqual(simulateMarketing(plain));
    expect(simulateMarketing({ ...plain, seed: 2 }).series.revenue).not.toStrictEqual(
      simulateMarketing(plain).series.revenue,
    );
  });

  it('leaves the spend of a channel alone when another one is added', () => {
    const alone = simulateMarketing({ ...plain, channels: [search] });
    expect(simulateMarketing(plain).series.channels[0]!.spend).toStrictEqual(alone.series.channels[0]!.spend);
  });

  it('has contributions that are beta x Hill of the normalised adstock, to the grain of 1/1024', () => {
    const { series, truth } = simulateMarketing(plain);
    truth.channels.forEach(({ beta, theta, halfSaturation, slope, contribution }, c) => {
      let adstock = 0;
      series.channels[c]!.spend.forEach((spend, row) => {
        adstock = (1 - theta) * spend + theta * adstock;
        const hill = adstock ** slope / (adstock ** slope + halfSaturation ** slope);
        expect(Math.abs(contribution[row]! - beta * hill)).toBeLessThanOrEqual(0.5 / 1024 + 1e-9);
      });
    });
  });

  it('reaches the asked ROAS and mean spend to one in ten thousand, and the media share to one in a thousand', () => {
    const world = simulateMarketing({ ...plain, mediaShare: 0.25 });
    const { channels, baseline } = world.truth;
    expect(channels.map(({ roas }) => roas)).toEqual([expect.closeTo(4, 3), expect.closeTo(0.7, 3)]);
    expect(channels[0]!.spend / 1096).toBeCloseTo(200, 1);
    const media = sum(channels.map(({ contribution }) => sum(contribution)));
    expect(media / (media + sum(baseline))).toBeCloseTo(0.25, 3);
  });

  it('spends whole cents, never below 0', () => {
    for (const { spend } of simulateMarketing(plain).series.channels) {
      expect(
        spend.every((value) => value >= 0 && Math.abs(Math.round(value * 100) - value * 100) < 1e-6),
      ).toBe(true);
    }
  });

  it('has a dead channel that spends and causes nothing', () => {
    const { truth } = simulateMarketing({ ...plain, channels: [search, { ...social, roas: 0 }] });
    expect(truth.channels[1]!.spend).toBeGreaterThan(0);
    expect(sum(truth.channels[1]!.contribution)).toBe(0);
    expect(truth.channels[1]!.marginalRoas).toBe(0);
  });

  it('has a baseline where no channel works', () => {
    const { truth } = simulateMarketing({ ...plain, channels: [{ ...search, roas: 0 }] });
    expect(Math.min(...truth.baseline)).toBeGreaterThan(0);
  });
});

describe('spend', () => {
  const manyRows = { ...plain, rows: 8000 };

  it('correlates as asked through the common budget, within .16', () => {
    for (const budgetCorrelation of [0, 0.5, 0.9]) {
      const { series } = simulateMarketing({ ...manyRows, budgetCorrelation });
      const [a, b] = series.channels;
      // Budgets remember some ten days: 8,000 rows are about 600 independent ones, four errors of .16 at 0.
      expect(Math.abs(correlation(logs(a!.spend), logs(b!.spend)) - budgetCorrelation)).toBeLessThan(0.16);
    }
  });

  it('follows demand nobody sees, which drives sales too: spend and baseline correlate only then', () => {
    const both = (hiddenDemand?: { revenue: number; spend: number }) => {
      const { series, truth } = simulateMarketing({ ...manyRows, ...(hiddenDemand ? { hiddenDemand } : {}) });
      return correlation(logs(series.channels[0]!.spend), logs(truth.baseline.map((value) => value + 1)));
    };
    expect(both({ revenue: 0.3, spend: 0.5 })).toBeGreaterThan(0.5);
    const { truth } = simulateMarketing(manyRows);
    expect(measure(truth.baseline).spread).toBeLessThan(0.01);
  });

  it('comes in flights: off days are exactly 0, and on for the asked share of days', () => {
    const flown = { ...search, flights: { on: 21, off: 7 } };
    const { series } = simulateMarketing({ ...manyRows, channels: [flown] });
    const on = series.channels[0]!.spend.map((value) => (value > 0 ? 1 : 0));
    const switches = sum(on.subarray(1).map((value, row) => Math.abs(value - on[row]!)));
    expect(switches).toBeGreaterThan((2 * 8000) / 28 / 1.3);
    expect(switches).toBeLessThan(((2 * 8000) / 28) * 1.3);
    expect(Math.abs(sum(on) / 8000 - 0.75)).toBeLessThan(0.05);
  });

  it('has spikes that stand out only when asked', () => {
    const peak = (channel: SimulatedChannel) => {
      const spend = simulateMarketing({ ...plain, channels: [{ ...channel, variation: 0.1 }] }).series
        .channels[0]!.spend;
      return Math.max(...spend) / (sum(spend) / spend.length);
    };
    expect(peak(search)).toBeLessThan(2);
    expect(peak({ ...search, spikesPerYear: 4 })).toBeGreaterThan(2.5);
  });

  it('starts a new channel late, with the asked mean from then on', () => {
    const { series, truth } = simulateMarketing({
      ...plain,
      channels: [search, { ...social, startsAt: 0.9 }],
    });
    const { spend } = series.channels[1]!;
    expect(sum(spend.subarray(0, 986))).toBe(0);
    expect(spend[986]).toBeGreaterThan(0);
    expect(sum(spend) / 110).toBeCloseTo(200, 0);
    expect(truth.channels[1]!.currentDailySpend).toBeGreaterThan(50);
  });

  it('comes on top of promotions, which lift sales as well', () => {
    const promotions = { perYear: 10, revenue: 0.4, spend: 1 };
    const { series, truth } = simulateMarketing({ ...manyRows, promotions });
    const promoted = series.controls.find(({ name }) => name === 'promotion')!.values;
    const meanWhere = (values: Float64Array, on: boolean) =>
      measure(Array.from(values).filter((_, row) => promoted[row]! > 0 === on)).mean;
    expect(meanWhere(truth.baseline, true) / meanWhere(truth.baseline, false)).toBeCloseTo(1.4, 3);
    const { spend } = series.channels[0]!;
    expect(Math.abs(meanWhere(spend, true) / meanWhere(spend, false) - 2)).toBeLessThan(0.3);
  });
});

describe('effectiveness', () => {
  it('falls in a straight line to the asked share and keeps the ROAS of the period', () => {
    const { truth } = simulateMarketing({ ...plain, channels: [{ ...search, fadesTo: 0.4 }] });
    const { effectiveness, roas, beta, halfSaturation, slope, currentDailySpend, marginalRoas } =
      truth.channels[0]!;
    expect([effectiveness[0], effectiveness[1095]]).toEqual([1, expect.closeTo(0.4, 12)]);
    expect(roas).toBeCloseTo(4, 3);
    // The next euro meets the channel as it is now, not as it was.
    const odds = (currentDailySpend / halfSaturation) ** slope;
    expect(marginalRoas).toBeCloseTo((0.4 * beta * slope * odds) / (1 + odds) ** 2 / currentDailySpend, 9);
  });
});

describe('the baseline', () => {
  const quiet = { ...plain, noise: { share: 0 } };
  const day = (text: string) => dayNumber(isoDay(text)) - dayNumber(isoDay('2023-01-02'));

  it('grows by the asked share a year', () => {
    const { truth } = simulateMarketing({ ...quiet, yearlyGrowth: 0.2 });
    expect(truth.baseline[365]! - truth.baseline[0]!).toBeCloseTo(
      (0.2 * 365 * sum(truth.baseline)) / 1096 / 365.25,
      2,
    );
  });

  it('peaks before Christmas, on Mondays and on Black Friday, each only when asked', () => {
    const baseline = (options: Partial<MarketingOptions>) =>
      simulateMarketing({ ...quiet, ...options }).truth.baseline;
    const yearly = baseline({ yearlySeason: 0.3 });
    expect(yearly[day('2023-12-05')]! / yearly[day('2023-07-10')]!).toBeGreaterThan(1.5);
    const weekly = baseline({ weeklySeason: 0.2 });
    expect(weekly[0]! / weekly[3]!).toBeGreaterThan(1.2);
    const events = baseline({ saleEvents: 1 });
    expect(events[day('2024-11-29')]! / events[day('2024-11-01')]!).toBeCloseTo(1, 9);
    expect(events[day('2024-11-22')]! / events[day('2024-11-01')]!).toBeCloseTo(2, 3);
    expect(new Set(baseline({})).size).toBe(1);
  });

  it('keeps the season of the year in weeks: the weekly mean of the daily baseline, to 1 %', () => {
    const options = { ...quiet, channels: [{ ...search, roas: 0 }], yearlySeason: 0.3 };
    const daily = simulateMarketing({ ...options, rows: 1092 }).truth.baseline;
    const weekly = simulateMarketing({ ...options, rows: 156, granularity: 'weekly' }).truth.baseline;
    const shareOf = (values: Float64Array, from: number, to: number) =>
      sum(values.subarray(from, to)) / sum(values);
    for (let week = 0; week < 156; week += 13) {
      const ratio = shareOf(weekly, week, week + 1) / shareOf(daily, week * 7, week * 7 + 7);
      expect(Math.abs(ratio - 1)).toBeLessThan(0.01);
    }
  });
});

describe('noise', () => {
  const many = { ...plain, rows: 20_000 };

  it.each([0.05, 0.2])('has a standard deviation of %f of what was expected', (share) => {
    const { spread, spreadError } = measure(relativeNoise(simulateMarketing({ ...many, noise: { share } })));
    expect(Math.abs(spread - share) / spreadError).toBeLessThan(STANDARD_ERRORS);
  });

  it('is normal and independent unless asked, and correlated and heavy-tailed when asked', () => {
    const normal = relativeNoise(simulateMarketing(many));
    const heavy = relativeNoise(
      simulateMarketing({ ...many, noise: { share: 0.05, autocorrelation: 0.5, tailDegrees: 4 } }),
    );
    const lag = (values: readonly number[]) => correlation(values.slice(1), values.slice(0, -1));
    const beyond = (values: readonly number[]) => {
      const { spread } = measure(values);
      return values.filter((value) => Math.abs(value) > 4 * spread).length;
    };
    // Standard error of a correlation over 20,000 rows: .007.
    expect(Math.abs(lag(normal))).toBeLessThan(0.03);
    expect(Math.abs(lag(heavy) - 0.5)).toBeLessThan(0.05);
    // A normal gives 1.3 of 20,000 rows beyond four standard deviations.
    expect(beyond(normal)).toBeLessThan(8);
    expect(beyond(heavy)).toBeGreaterThan(25);
    expect(errorsFrom(0, measure(normal))).toBeLessThan(STANDARD_ERRORS);
  });

  it('never takes revenue below 0', () => {
    const { revenue } = simulateMarketing({ ...plain, noise: { share: 1.5 } }).series;
    expect(Math.min(...revenue)).toBe(0);
  });
});

describe('organic clicks', () => {
  it('show the unseen demand as well as asked', () => {
    const shown = (demand: number) => {
      const { series, truth } = simulateMarketing({
        ...plain,
        hiddenDemand: { revenue: 0.2, spend: 0 },
        organic: { demand, noise: 0.1 },
      });
      const clicks = series.controls.find(({ name }) => name === 'organic')!.values;
      return correlation(logs(clicks), Array.from(truth.demand));
    };
    expect(shown(0.4)).toBeGreaterThan(0.9);
    expect(Math.abs(shown(0))).toBeLessThan(0.2);
  });
});

describe('a last-click report of the world', () => {
  it('flatters search and hides video, and never reports more than was sold', () => {
    const video: SimulatedChannel = { ...search, name: 'youtube', kind: 'video' };
    const { series, truth } = simulateMarketing({ ...plain, channels: [{ ...search, roas: 1 }, video] });
    const [google, youtube] = truth.channels;
    expect(google!.lastClickRevenue).toBeGreaterThan(2 * sum(google!.contribution));
    expect(youtube!.lastClickRevenue).toBeLessThan(0.8 * sum(youtube!.contribution));
    expect(google!.lastClickRevenue + youtube!.lastClickRevenue).toBeLessThan(sum(series.revenue));
  });
});

describe('options', () => {
  it.each([
    [{ rows: 0 }, 'rows must be a whole number, 1 or more: 0'],
    [{ channels: [] }, 'a marketing series needs a channel'],
    [{ channels: [search, search] }, 'channel names must differ'],
    [{ channels: [{ ...search, theta: 1 }] }, 'theta of google must be between 0 and 0.999: 1'],
    [{ mediaShare: Number.NaN }, 'mediaShare must be between 0.001 and 0.999: NaN'],
    [{ noise: { share: -1 } }, 'noise share must be between 0 and 10: -1'],
  ])('that make no shop are named: %o', (wrong, message) => {
    expect(() => simulateMarketing({ ...plain, ...wrong })).toThrow(new RangeError(message));
  });
});
