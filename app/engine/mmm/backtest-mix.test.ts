import { describe, expect, it } from 'vitest';
import { simulateWorld } from '../simulate/marketing/world-presets';
import { backtestMix } from './backtest-mix';
import { smallSeries } from './fixtures/small-series';
import { seasonalNaive } from './seasonal-naive';

describe('the backtest', () => {
  const { series } = simulateWorld('clean', { seed: 5, rows: 480, channels: 2 });
  const backtest = backtestMix(series);

  it('forecasts four stretches of 28 days that end with the series, and says by which method', () => {
    expect(backtest).toMatchObject({ method: 'normal-approximation', horizonDays: 28 });
    expect(backtest!.folds.map(({ cutDay }) => cutDay - series.firstDay)).toEqual([368, 396, 424, 452]);
    const last = series.revenue.slice(452).reduce((sum, value) => sum + value, 0);
    expect(backtest!.folds[3]!.actual).toBeCloseTo(last, 6);
  });

  it('is less wrong than last year’s weekday, which knows neither spend nor growth', () => {
    expect(backtest!.mix.wape).toBeLessThan(backtest!.naive.wape);
  });

  it('errs by little more than the noise of 5 to 8 %, with 75 to 100 % of 112 rows in their 90 % bands', () => {
    expect(backtest!.mix.wape).toBeLessThan(0.1);
    expect(backtest!.mix.coverage).toBeGreaterThan(0.75);
    for (const { predicted } of backtest!.folds) expect(predicted.low).toBeLessThan(predicted.high);
  });

  it('does not see the future: a last fold of another size leaves the earlier forecasts as they were', () => {
    const revenue = series.revenue.map((value, t) => (t >= 452 ? 10 * value : value));
    const other = backtestMix({ ...series, revenue });
    expect(other!.folds.slice(0, 3)).toEqual(backtest!.folds.slice(0, 3));
  });

  it('is not made where the first cut leaves too little to learn from', () => {
    expect(backtestMix(smallSeries(180))).toBeNull();
  });
});

describe('the simple rule', () => {
  it('repeats last year’s weekday, or the last four weeks before there is a year', () => {
    const long = Float64Array.from({ length: 400 }, (_, t) => t);
    expect(Array.from(seasonalNaive(long, 3, 'daily').mean)).toEqual([36, 37, 38]);
    const short = Float64Array.from({ length: 100 }, (_, t) => t);
    expect(Array.from(seasonalNaive(short, 3, 'daily').mean)).toEqual([72, 73, 74]);
  });

  it('has the band of its own past errors', () => {
    const steady = Float64Array.from({ length: 100 }, (_, t) => t);
    const { low, high } = seasonalNaive(steady, 2, 'daily');
    expect(Array.from(low)).toEqual([100, 101]);
    expect(Array.from(high)).toEqual([100, 101]);
  });
});
