import { describe, expect, it } from 'vitest';
import { createRng, nextNormal } from '../numeric/rng';
import { rowScaleOf } from './row-scale';

const ROWS = 600;

function noise(seed: number, scale: (t: number) => number): Float64Array {
  const rng = createRng(seed, 'noise');
  return Float64Array.from({ length: ROWS }, (_, t) => 0.1 * scale(t) * nextNormal(rng));
}

describe('the noise of each row', () => {
  const level = Float64Array.from({ length: ROWS }, (_, t) => 1 + 0.8 * Math.sin(t / 20));

  it('is told constant from proportional to revenue', () => {
    expect(
      rowScaleOf(
        level,
        noise(1, () => 1),
      ).exponent,
    ).toBeLessThanOrEqual(0.25);
    expect(
      rowScaleOf(
        level,
        noise(1, (t) => level[t]!),
      ).exponent,
    ).toBeGreaterThanOrEqual(0.75);
  });

  it('gives normal rows their full weight, but for the one in 370 beyond three standard deviations', () => {
    const flat = new Float64Array(ROWS).fill(1);
    const { scale } = rowScaleOf(
      flat,
      noise(2, () => 1),
    );
    expect(scale.filter((value) => value > 1).length).toBeLessThanOrEqual(6);
    expect(Math.max(...scale)).toBeLessThan(2);
  });

  it('sets a spike of thirty standard deviations aside: a hundred times as noisy', () => {
    const residuals = noise(3, () => 1);
    residuals[100] = 3;
    const { scale } = rowScaleOf(new Float64Array(ROWS).fill(1), residuals);
    expect(scale[100]).toBeGreaterThan(50);
    expect(scale[101]).toBeLessThan(2);
  });

  it('does not fail where nothing is left over', () => {
    const flat = new Float64Array(ROWS).fill(1);
    expect(rowScaleOf(flat, new Float64Array(ROWS)).scale).toEqual(flat);
  });
});
