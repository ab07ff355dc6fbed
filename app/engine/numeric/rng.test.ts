import { describe, expect, it } from 'vitest';
import {
  createRng,
  nextBeta,
  nextExponential,
  nextFloat,
  nextGamma,
  nextInt,
  nextNormal,
  nextPoisson,
  nextUint32,
  type Rng,
} from './rng';

const DRAWS = 100_000;

/** Mean and variance of many draws, as distances from the truth in standard errors of each. */
function distances(draw: (rng: Rng) => number, mean: number, variance: number) {
  const rng = createRng(20_260_930);
  const values = Float64Array.from({ length: DRAWS }, () => draw(rng));
  const average = values.reduce((sum, value) => sum + value, 0) / DRAWS;
  let second = 0;
  let fourth = 0;
  for (const value of values) {
    second += (value - average) ** 2 / DRAWS;
    fourth += (value - average) ** 4 / DRAWS;
  }
  return {
    mean: Math.abs(average - mean) / Math.sqrt(variance / DRAWS),
    variance: Math.abs(second - variance) / Math.sqrt((fourth - second ** 2) / DRAWS),
  };
}

describe('createRng', () => {
  it('gives the same numbers for the same seed and stream, others for any other', () => {
    const first = (seed: number, stream?: string) => {
      const rng = createRng(seed, stream);
      return [nextUint32(rng), nextUint32(rng), nextUint32(rng)].join();
    };
    expect(first(1)).toBe(first(1));
    const all = [
      first(0),
      first(1),
      first(2),
      first(2 ** 32),
      first(2 ** 32 + 1),
      first(1, 'a'),
      first(1, 'b'),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it('refuses a seed that is no number', () => {
    expect(() => createRng(Number.NaN)).toThrow('NaN');
  });

  it('sets every bit of a word half of the time, within four standard errors', () => {
    const rng = createRng(7);
    const counts = new Array<number>(32).fill(0);
    for (let i = 0; i < DRAWS; i++) {
      const word = nextUint32(rng);
      for (let bit = 0; bit < 32; bit++) counts[bit]! += (word >>> bit) & 1;
    }
    for (const count of counts) {
      expect(Math.abs(count - DRAWS / 2)).toBeLessThan(4 * Math.sqrt(DRAWS / 4));
    }
  });
});

describe('draws', () => {
  it.each<[string, (rng: Rng) => number, number, number]>([
    ['uniform', nextFloat, 1 / 2, 1 / 12],
    ['whole numbers below 6', (rng) => nextInt(rng, 6), 2.5, 35 / 12],
    ['normal', nextNormal, 0, 1],
    ['exponential', nextExponential, 1, 1],
    ['gamma(0.3, rate 2)', (rng) => nextGamma(rng, 0.3, 2), 0.15, 0.075],
    ['gamma(4.5)', (rng) => nextGamma(rng, 4.5), 4.5, 4.5],
    ['beta(0.8, 2.4)', (rng) => nextBeta(rng, 0.8, 2.4), 0.25, (0.25 * 0.75) / 4.2],
    ['Poisson(3.7)', (rng) => nextPoisson(rng, 3.7), 3.7, 3.7],
    ['Poisson(250)', (rng) => nextPoisson(rng, 250), 250, 250],
  ])('%s have their mean and variance, within four standard errors', (_name, draw, mean, variance) => {
    const distance = distances(draw, mean, variance);
    expect(distance.mean).toBeLessThan(4);
    expect(distance.variance).toBeLessThan(4);
  });

  it('stays inside (0, 1) for beta of tiny shapes, where gamma variates underflow', () => {
    const rng = createRng(9);
    for (let i = 0; i < 1000; i++) {
      const p = nextBeta(rng, 0.001, 0.001);
      expect(p >= 0 && p <= 1).toBe(true);
    }
  });

  it('draws no event from a Poisson of mean 0', () => {
    expect(nextPoisson(createRng(1), 0)).toBe(0);
  });

  it('refuses a gamma shape of 0', () => {
    expect(() => nextGamma(createRng(1), 0)).toThrow('0');
  });
});
