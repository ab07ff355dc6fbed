import { describe, expect, it } from 'vitest';
import { convergenceOf } from './chain-convergence';
import { createRng, nextNormal } from './rng';

const DRAWS = 2000;

function chains(correlation: number, shift = 0, width = 1): Float64Array[] {
  const rng = createRng(5, 'convergence');
  return Array.from({ length: 4 }, (_, c) => {
    let last = nextNormal(rng);
    return Float64Array.from({ length: DRAWS }, () => {
      last = correlation * last + Math.sqrt(1 - correlation ** 2) * nextNormal(rng);
      return c === 0 ? width * last + shift : last;
    });
  });
}

describe('convergence of chains', () => {
  it('gives independent draws their number, within 10 %, and no reason for doubt', () => {
    const { rhat, ess } = convergenceOf(chains(0));
    expect(rhat).toBeLessThan(1.003);
    expect(Math.abs(ess / (4 * DRAWS) - 1)).toBeLessThan(0.1);
  });

  it('gives AR(1) draws (1 - rho) / (1 + rho) of their number, within 15 %', () => {
    const { ess } = convergenceOf(chains(0.6));
    expect(Math.abs(ess / (4 * DRAWS * 0.25) - 1)).toBeLessThan(0.15);
  });

  it('sees a chain that sits elsewhere, and one of another width at the same place', () => {
    expect(convergenceOf(chains(0, 1)).rhat).toBeGreaterThan(1.05);
    expect(convergenceOf(chains(0, 0, 3)).rhat).toBeGreaterThan(1.05);
  });

  it('does not change under a monotone transformation in its effective draws', () => {
    const plain = chains(0.3);
    const { ess } = convergenceOf(plain.map((chain) => chain.map((value) => Math.exp(3 * value))));
    expect(ess).toBeCloseTo(convergenceOf(plain).ess, 6);
  });

  it('cannot judge a quantity that never moves', () => {
    expect(convergenceOf([new Float64Array(20), new Float64Array(20)]).rhat).toBeNaN();
  });
});
