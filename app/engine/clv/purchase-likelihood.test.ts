import { describe, expect, test } from 'vitest';
import { logGamma } from '../numeric/log-gamma';
import { createRng, nextFloat } from '../numeric/rng';
import { groupPurchases, type PurchaseGroups } from './purchase-groups';
import { purchaseLikelihood } from './purchase-likelihood';
import { phasesOf, type PurchaseParams } from './purchase-model';

const PARAMS: PurchaseParams = { r: 0.8, alpha: 21, a: 0.7, b: 2.1 };
const REGULAR = ['mbg-nbd', 'mbg-cnbd-2', 'mbg-cnbd-3'] as const;

/** Days of the gaps, and days since the last purchase. */
const CUSTOMERS = [
  { gaps: [], silence: 0 },
  { gaps: [], silence: 140 },
  { gaps: [12], silence: 30 },
  { gaps: [7, 9, 8, 6], silence: 5 },
  { gaps: [31, 2, 60], silence: 200 },
] as const;

describe('the likelihood of regular buyers', () => {
  test.each(REGULAR)('%s is the integral over rates and chances to leave, to 1e-9 relative', (name) => {
    for (const { gaps, silence } of CUSTOMERS) {
      const log = purchaseLikelihood(name, groupsOf([{ gaps, silence }]))(PARAMS, new Float64Array(4));
      const brute = bruteForce(phasesOf(name), gaps, silence);
      expect(Math.abs(log - Math.log(brute))).toBeLessThan(1e-9 * Math.max(1, Math.abs(log)));
    }
  });

  test.each([...REGULAR, 'bg-nbd', 'nbd'] as const)(
    '%s has the gradient of its central differences, to 1e-6 relative',
    (name) => {
      const rng = createRng(11);
      const groups = groupsOf(
        Array.from({ length: 200 }, () => ({
          gaps: Array.from(
            { length: Math.floor(nextFloat(rng) * 6) },
            () => 1 + Math.floor(nextFloat(rng) * 40),
          ),
          silence: Math.floor(nextFloat(rng) * 300),
        })),
      );
      const likelihood = purchaseLikelihood(name, groups);
      const gradient = new Float64Array(4);
      likelihood(PARAMS, gradient);
      const keys = name === 'nbd' ? (['r', 'alpha'] as const) : (['r', 'alpha', 'a', 'b'] as const);
      keys.forEach((key, i) => {
        const step = 1e-5 * PARAMS[key];
        const at = (value: number): number => likelihood({ ...PARAMS, [key]: value }, new Float64Array(4));
        const difference = (at(PARAMS[key] + step) - at(PARAMS[key] - step)) / (2 * step);
        expect(Math.abs(gradient[i]! - difference)).toBeLessThan(1e-6 * Math.max(1, Math.abs(difference)));
      });
    },
  );

  test('gaps of customers who are set aside do not count', () => {
    const columns = [Int32Array.of(1, 1), Int32Array.of(4, 9), Int32Array.of(10, 10)] as const;
    const groups = groupPurchases(...columns, {
      setAside: Uint8Array.of(0, 1),
      logGaps: Float64Array.of(Math.log(4), Math.log(9)),
    });
    expect(groups.logGaps).toBe(Math.log(4));
  });

  test.each(REGULAR)('%s stays finite with 2,000 purchases and at extreme parameters', (name) => {
    const groups = groupsOf([
      { gaps: Array.from({ length: 2000 }, () => 1), silence: 8000 },
      { gaps: [], silence: 0 },
      { gaps: [1], silence: 9999 },
    ]);
    const likelihood = purchaseLikelihood(name, groups);
    for (const r of [1e-3, 1, 400])
      for (const alpha of [1e-3, 10, 1e7])
        for (const a of [1e-4, 1, 3000])
          for (const b of [1e-4, 1, 3000]) {
            const gradient = new Float64Array(4);
            expect(likelihood({ r, alpha, a, b }, gradient)).toBeLessThan(Infinity);
            expect(likelihood({ r, alpha, a, b }, gradient)).toBeGreaterThan(-Infinity);
            expect(gradient.every(Number.isFinite)).toBe(true);
          }
  });
});

function groupsOf(
  customers: readonly { readonly gaps: readonly number[]; readonly silence: number }[],
): PurchaseGroups {
  const recency = customers.map(({ gaps }) => gaps.reduce((sum, gap) => sum + gap, 0));
  return groupPurchases(
    Int32Array.from(customers, ({ gaps }) => gaps.length),
    Int32Array.from(recency),
    Int32Array.from(customers, ({ silence }, i) => recency[i]! + silence),
    {
      logGaps: Float64Array.from(customers, ({ gaps }) => gaps.reduce((sum, gap) => sum + Math.log(gap), 0)),
    },
  );
}

/**
 * The density of the gaps given rate and chance to leave, averaged over both by the trapezoid rule in log rate and in
 * the logit of the chance, where both integrands die out exponentially.
 */
function bruteForce(phases: number, gaps: readonly number[], silence: number): number {
  const { r, alpha, a, b } = PARAMS;
  const step = 0.05;
  let buysAndStays = 0;
  let buys = 0;
  for (let y = -50; y < 6; y += step) {
    const rate = Math.exp(y);
    let log = r * Math.log(alpha * rate) - alpha * rate - logGamma(r);
    for (const gap of gaps)
      log += phases * Math.log(rate) + (phases - 1) * Math.log(gap) - rate * gap - logGamma(phases);
    let waits = 0;
    for (let j = 0; j < phases; j++) waits += (rate * silence) ** j / Math.exp(logGamma(j + 1));
    buys += step * Math.exp(log);
    buysAndStays += step * Math.exp(log - rate * silence) * waits;
  }
  const x = gaps.length;
  const beta = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b));
  let stays = 0;
  let leaves = 0;
  for (let y = -60; y < 40; y += step) {
    const p = 1 / (1 + Math.exp(-y));
    const q = 1 / (1 + Math.exp(y));
    stays += step * beta * p ** a * q ** (b + x + 1);
    leaves += step * beta * p ** (a + 1) * q ** (b + x);
  }
  return stays * buysAndStays + leaves * buys;
}
