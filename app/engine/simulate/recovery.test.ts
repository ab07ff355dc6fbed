import { describe, expect, it } from 'vitest';
import { fitPurchases } from '../clv/fit-purchases';
import { groupPurchases } from '../clv/purchase-groups';
import { summarizeRfm } from '../clv/rfm-summary';
import { invertPositiveDefinite } from '../numeric/cholesky';
import { simulateBgNbd, simulateMbgNbd } from './simulate-model-orders';

// So slow that two purchases of one customer on one day, which count as one, hardly happen: at a tenth of these times
// that alone moves r / alpha by 3 %, which is the data rule's doing and not the fit's.
const params = { r: 0.9, alpha: 1100, a: 0.9, b: 2.6 };
const options = { seed: 17, customers: 8000, firstDay: 19_000, days: 6000, params };

/** 99.99 % quantile of chi-squared with 4 degrees: a right fit fails for one seed in 10,000. */
const FARTHEST = 23.5;

describe('parameter recovery', () => {
  it.each([
    ['mbg-nbd', simulateMbgNbd],
    ['bg-nbd', simulateBgNbd],
  ] as const)(
    '%s finds the parameters that made the orders, inside its own confidence region',
    (name, simulate) => {
      const { frequency, recency, age } = summarizeRfm(simulate(options), 19_000 + options.days, false);
      const fit = fitPurchases(name, groupPurchases(frequency, recency, age), { weakPrior: false });
      const { r, alpha, a, b } = fit.params;
      expect(fit.converged).toBe(true);
      const off = [
        Math.log(r / params.r),
        Math.log(alpha / params.alpha),
        Math.log(a / b / (params.a / params.b)),
        Math.log((a + b) / (params.a + params.b)),
      ];
      const precision = invertPositiveDefinite(fit.covariance!, 4)!;
      let distance = 0;
      for (let i = 0; i < 4; i++)
        for (let j = 0; j < 4; j++) distance += off[i]! * precision[4 * i + j]! * off[j]!;
      expect(distance).toBeLessThan(FARTHEST);
      // And the region itself is small: the means of rate and drop-out are found to a tenth.
      expect(Math.abs(r / alpha / (params.r / params.alpha) - 1)).toBeLessThan(0.1);
      expect(Math.abs(a / (a + b) / (params.a / (params.a + params.b)) - 1)).toBeLessThan(0.1);
    },
  );
});
