import { describe, expect, it } from 'vitest';
import { createRng } from '~/engine/numeric/rng';
import { fitResponse, type ResponseCell } from './fit-response';
import type { Offer } from './offer';
import { drawResponses } from './response-draws';
import { chanceUnder, offerShift } from './response-model';

function cell(offer: Offer, customers: number, share: number, baseline = 0.2): ResponseCell {
  return { offer, customers, bought: Math.round(customers * share), baseline };
}

/** Mean and standard deviation of what an offer adds to the log-odds. */
function effectOf(campaigns: readonly (readonly ResponseCell[])[], offer: Offer) {
  const draws = drawResponses(fitResponse(campaigns), createRng(1), 20_000);
  const shifts = draws.map((response) => offerShift(response, offer));
  const mean = shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length;
  const sd = Math.sqrt(shifts.reduce((sum, shift) => sum + (shift - mean) ** 2, 0) / shifts.length);
  return { mean, sd };
}

/** The same by summing the posterior of one campaign over a grid: no approximation but the grid's. */
function effectByGrid(cells: readonly ResponseCell[], offer: Offer) {
  const points: { readonly height: number; readonly shift: number }[] = [];
  for (let b = -1.2; b <= 1.2; b += 0.08) {
    for (let tau0 = -0.9; tau0 <= 0.9; tau0 += 0.04) {
      for (let lambda = -4.7; lambda <= 2.5; lambda += 0.15) {
        const response = { b, tau0, lambda };
        let height = -0.5 * (b / 0.4) ** 2 - 0.5 * ((tau0 - 0.12) / 0.15) ** 2;
        height -= 0.5 * ((lambda - Math.log(0.5)) / 0.8) ** 2;
        for (const one of cells) {
          const chance = chanceUnder(one.baseline, response, one.offer);
          height += one.bought * Math.log(chance) + (one.customers - one.bought) * Math.log(1 - chance);
        }
        points.push({ height, shift: offerShift(response, offer) });
      }
    }
  }
  const highest = points.reduce((most, { height }) => Math.max(most, height), -Infinity);
  const weighted = (of: (shift: number) => number): number => {
    let sum = 0;
    let total = 0;
    for (const { height, shift } of points) {
      const weight = Math.exp(height - highest);
      sum += weight * of(shift);
      total += weight;
    }
    return sum / total;
  };
  const mean = weighted((shift) => shift);
  return { mean, sd: Math.sqrt(weighted((shift) => (shift - mean) ** 2)) };
}

describe('fitResponse', () => {
  it('knows the priors of the specification before any campaign', () => {
    const { mean, covariance, campaigns } = fitResponse([]);
    expect(campaigns).toBe(0);
    [0, 0.12, Math.log(0.5)].forEach((value, i) => expect(mean[i]).toBeCloseTo(value, 12));
    [0.4 ** 2, 0, 0, 0, 0.15 ** 2, 0, 0, 0, 0.8 ** 2].forEach((value, i) =>
      expect(covariance[i]).toBeCloseTo(value, 12),
    );
  });

  it.each([
    [100, 0.3],
    [400, 0.2],
    [2000, 0.3],
    [10_000, 0.2],
    [10_000, 0.15],
  ])(
    'with %i customers of whom a share of %f buys at a tenth off, has the effect of the exact posterior (mean 0.05, sd 15 per cent)',
    (customers, share) => {
      const cells = [cell('leave-alone', 0.2 * customers, 0.2), cell(0.1, 0.8 * customers, share)];
      const exact = effectByGrid(cells, 0.1);
      const { mean, sd } = effectOf([cells], 0.1);
      expect(Math.abs(mean - exact.mean)).toBeLessThan(0.05);
      expect(Math.abs(sd / exact.sd - 1)).toBeLessThan(0.15);
    },
  );

  it('does not take a good season for an effect: where both arms buy twice as much, offers do nothing', () => {
    const season = [cell('leave-alone', 5000, 0.33), cell(0.1, 5000, 0.33)];
    const plain = [cell('leave-alone', 5000, 0.2), cell(0.1, 5000, 0.2)];
    expect(effectOf([season, plain], 0.1).mean).toBeLessThan(0.05);
    expect(effectOf([season], 0.1).mean).toBeLessThan(0.08);
  });

  it('learns from campaigns in one which say the same: the more of them, the surer', () => {
    const campaign = [cell('leave-alone', 100, 0.2), cell(0.1, 400, 0.3)];
    const sds = [1, 3, 9].map(
      (count) =>
        effectOf(
          Array.from({ length: count }, () => campaign),
          0.1,
        ).sd,
    );
    expect(sds).toEqual([...sds].sort((a, b) => b - a));
    expect(sds[2]).toBeLessThan(0.11);
  });

  it('tells message and discount apart where both were tried', () => {
    const campaign = [cell('leave-alone', 4000, 0.2), cell(0, 4000, 0.2), cell(0.2, 4000, 0.34)];
    // logit 0.34 - logit 0.2 = 0.72; the prior of the message holds a little of it.
    expect(Math.abs(effectOf([campaign], 0).mean)).toBeLessThan(0.08);
    expect(effectOf([campaign], 0.2).mean).toBeGreaterThan(0.62);
  });

  it('learns that messages annoy, though the prior hoped', () => {
    const campaign = [cell('leave-alone', 3000, 0.2), cell(0, 3000, 0.14)];
    expect(effectOf([campaign], 0).mean).toBeLessThan(-0.25);
  });

  it('stays finite where nobody or everybody bought, or nobody was held out', () => {
    const odd = [[cell('leave-alone', 50, 0), cell(0.2, 100, 1, 0.999)], [cell(0.05, 80, 0, 0)], []];
    const { mean, covariance } = fitResponse(odd);
    for (const value of [...mean, ...covariance]) expect(Number.isFinite(value)).toBe(true);
  });

  it('refuses more buyers than customers', () => {
    const wrong: ResponseCell = { offer: 0.1, customers: 3, bought: 4, baseline: 0.2 };
    expect(() => fitResponse([[wrong]])).toThrow('bought must lie between 0 and the 3 customers: 4');
  });
});

describe('drawResponses', () => {
  const posterior = fitResponse([[cell('leave-alone', 100, 0.2), cell(0.15, 400, 0.3)]]);

  it('gives the same draws for the same seed, others for another', () => {
    const first = (seed: number) => drawResponses(posterior, createRng(seed), 10);
    expect(first(1)).toEqual(first(1));
    expect(first(1)).not.toEqual(first(2));
  });

  it("has the posterior's own mean, because draws come in opposite pairs", () => {
    const draws = drawResponses(posterior, createRng(3), 40);
    const meanOf = (of: (draw: (typeof draws)[number]) => number) =>
      draws.reduce((sum, draw) => sum + of(draw), 0) / draws.length;
    expect(meanOf(({ b }) => b)).toBeCloseTo(posterior.mean[0] ?? NaN, 10);
    expect(meanOf(({ lambda }) => lambda)).toBeCloseTo(posterior.mean[2] ?? NaN, 10);
    expect(meanOf((draw) => draw.tau0 + posterior.pull * Math.exp(draw.lambda))).toBeCloseTo(
      posterior.mean[1] ?? NaN,
      10,
    );
  });
});
