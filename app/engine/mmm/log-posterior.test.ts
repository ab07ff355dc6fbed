import { describe, expect, it } from 'vitest';
import { createRng, nextNormal } from '../numeric/rng';
import { buildModel, withRowScale } from './build-model';
import { smallSeries } from './fixtures/small-series';
import { createMixPosterior } from './log-posterior';

const series = smallSeries();
const LIFTS = [
  {
    channels: ['channel 0', 'channel 2'],
    firstDay: series.firstDay + 40,
    lastDay: series.firstDay + 60,
    measuredUntil: series.firstDay + 70,
    removedShare: 0.7,
    incrementalRevenue: 2500,
    standardError: 400,
  },
];

/** A random point at which nothing is flat. */
function randomPoint(size: number, seed: number): Float64Array {
  const rng = createRng(seed, 'point');
  const point = new Float64Array(size).map(() => 0.5 * nextNormal(rng));
  point[size - 1] = -2 + 0.3 * nextNormal(rng);
  return point;
}

describe('the posterior of the mix', () => {
  const built = buildModel(series, { lifts: LIFTS });
  const rng = createRng(9, 'scale');
  const model = withRowScale(
    built,
    new Float64Array(series.revenue.length).map(() => Math.exp(0.3 * nextNormal(rng))),
    0.75,
  );
  const posterior = createMixPosterior(model);

  it.each([1, 2, 3])(
    'has the gradient of central differences to 7 digits, tests included (point %i)',
    (seed) => {
      const point = randomPoint(posterior.size, seed);
      const gradient = new Float64Array(posterior.size);
      const scratch = new Float64Array(posterior.size);
      posterior.evaluate(point, gradient);
      const errors = gradient.map((slope, i) => {
        const step = 1e-5;
        const above = point.slice();
        const below = point.slice();
        above[i]! += step;
        below[i]! -= step;
        const numeric =
          (posterior.evaluate(above, scratch) - posterior.evaluate(below, scratch)) / (2 * step);
        return Math.abs(numeric - slope) / (1 + Math.abs(slope));
      });
      expect(Math.max(...errors)).toBeLessThan(1e-7);
    },
  );

  it('has a contribution whose total is ROI times spend, whatever its shape', () => {
    for (const seed of [4, 5]) {
      const point = randomPoint(posterior.size, seed);
      posterior.scalesAt(point);
      model.channels.forEach(({ priorShare }, c) => {
        const total = posterior.paths[c]!.share.reduce((sum, h) => sum + h * posterior.scales[c]!, 0);
        expect(total / (Math.exp(point[4 * c]!) * priorShare * model.rows)).toBeCloseTo(1, 12);
      });
    }
  });

  it('counts its rows for the share of their information: a noise that fits them alone is that much wider', () => {
    const told = new Float64Array(posterior.size);
    const whole = createMixPosterior({ ...model, information: 1 });
    const point = randomPoint(posterior.size, 7);
    const last = posterior.size - 1;
    const gap = posterior.evaluate(point, told) - whole.evaluate(point, new Float64Array(posterior.size));
    expect(gap).toBeCloseTo(0.25 * model.rows * point[last]!, 9);
  });

  it('is impossible, not wrong, where numbers overflow', () => {
    const point = randomPoint(posterior.size, 6);
    point[0] = 800;
    expect(posterior.evaluate(point, new Float64Array(posterior.size))).toBe(-Infinity);
  });
});
