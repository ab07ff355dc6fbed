import { describe, expect, it } from 'vitest';
import { convergenceOf } from './chain-convergence';
import { nutsStep, type LogDensity, type NutsStep } from './nuts';
import { createRng } from './rng';
import { tuneStepSize } from './step-size';

/** Two normals with correlation 0.8 beside ln of a Gamma(3, 1): not normal, and all moments known. */
const density: LogDensity = (point, gradient) => {
  const [x, y, z] = point as unknown as [number, number, number];
  const rest = 1 - 0.8 ** 2;
  gradient[0] = -(x - 0.8 * y) / rest;
  gradient[1] = -(y - 0.8 * x) / rest;
  gradient[2] = 3 - Math.exp(z);
  return -(x * x - 1.6 * x * y + y * y) / (2 * rest) + 3 * z - Math.exp(z);
};

function sample(seed: number, draws: number): { columns: Float64Array[]; divergences: number } {
  const rng = createRng(seed, 'nuts');
  const gradient = new Float64Array(3);
  const point = new Float64Array(3);
  let state: Pick<NutsStep, 'point' | 'value' | 'gradient'> = {
    point,
    value: density(point, gradient),
    gradient,
  };
  const tuner = tuneStepSize(1, 0.8);
  for (let i = 0; i < 300; i++) {
    const step = nutsStep(density, state, tuner.current(), 8, rng);
    tuner.update(step.acceptance);
    state = step;
  }
  const columns = Array.from({ length: 3 }, () => new Float64Array(draws));
  let divergences = 0;
  for (let i = 0; i < draws; i++) {
    const step = nutsStep(density, state, tuner.settled(), 8, rng);
    if (step.divergent) divergences++;
    state = step;
    columns.forEach((column, j) => (column[i] = step.point[j]!));
  }
  return { columns, divergences };
}

describe('the no-U-turn sampler', () => {
  const { columns, divergences } = sample(1, 6000);
  const mean = (of: (i: number) => number): number => {
    let sum = 0;
    for (let i = 0; i < 6000; i++) sum += of(i);
    return sum / 6000;
  };
  const [x, y, z] = columns as [Float64Array, Float64Array, Float64Array];

  it('draws correlated normals with their moments, within four standard errors at 1,500 independent draws', () => {
    expect(Math.min(...columns.map((column) => convergenceOf([column]).ess))).toBeGreaterThan(1500);
    const error = 4 / Math.sqrt(1500);
    expect(Math.abs(mean((i) => x[i]!))).toBeLessThan(error);
    expect(Math.abs(mean((i) => x[i]! ** 2) - 1)).toBeLessThan(Math.SQRT2 * error);
    expect(Math.abs(mean((i) => x[i]! * y[i]!) - 0.8)).toBeLessThan(Math.sqrt(1.64) * error);
  });

  it('draws a skewed density with its moments: exp(z) is Gamma(3), mean 3 and variance 3', () => {
    const error = 4 / Math.sqrt(1500);
    expect(Math.abs(mean((i) => Math.exp(z[i]!)) - 3)).toBeLessThan(Math.sqrt(3) * error);
    // Fourth central moment of Gamma(3) is 3 * 3^2 + 6 * 3 = 45.
    expect(Math.abs(mean((i) => (Math.exp(z[i]!) - 3) ** 2) - 3)).toBeLessThan(Math.sqrt(36) * error);
  });

  it('does not diverge on a smooth density, and repeats itself from the same seed alone', () => {
    expect(divergences).toBe(0);
    expect(sample(2, 50)).toEqual(sample(2, 50));
    expect(sample(2, 50)).not.toEqual(sample(3, 50));
  });

  it('calls a step that leaves the density divergent and stays where it is', () => {
    const gradient = new Float64Array(3);
    const point = new Float64Array(3);
    const start = { point, value: density(point, gradient), gradient };
    const step = nutsStep(density, start, 1e6, 8, createRng(1));
    expect(step.divergent).toBe(true);
    expect(step.point).toEqual(point);
  });
});
