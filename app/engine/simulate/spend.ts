import { nextGamma, type Rng } from '../numeric/rng';

/** Gamma-Gamma (Fader & Hardie 2013): order values Gamma(`p`, rate nu), nu ~ Gamma(`q`, rate `v`); mean p v / (q - 1). */
export interface SpendParams {
  readonly p: number;
  readonly q: number;
  readonly v: number;
}

/** The customer's own nu: order values are {@link orderValue} of it. */
export function spendRate(rng: Rng, { q, v }: SpendParams): number {
  return nextGamma(rng, q, v);
}

export function orderValue(rng: Rng, { p }: SpendParams, rate: number): number {
  return nextGamma(rng, p, rate);
}
