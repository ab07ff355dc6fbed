import type { FittedValuation } from '~/engine/clv/customer-valuation';
import { predictGroups } from '~/engine/clv/predict-groups';
import { groupPurchases } from '~/engine/clv/purchase-groups';

/**
 * Median number of purchases of each customer over the horizon: what absolute errors reward, where the product promises
 * means. A corrected mean takes its median along, rounded.
 */
export function medianPurchases({ model, customers, horizonDays }: FittedValuation): Float64Array {
  const { chosen: name, params, logLikelihood } = model;
  const fit = {
    ...{ name, params, logLikelihood },
    ...{ customers: model.customers, converged: true },
    ...{ coordinates: new Float64Array(0), covariance: null, paramsAt: () => params },
  };
  const groups = groupPurchases(
    Int32Array.from(customers, ({ frequency }) => frequency),
    Int32Array.from(customers, ({ recency }) => recency),
    Int32Array.from(customers, ({ T }) => T),
  );
  const horizons = {
    ...{ horizonDays, churnWindowDays: horizonDays },
    ...{ days30: horizonDays, days90: horizonDays, days365: horizonDays },
    ...{ monthEnds: [horizonDays], discountRateAnnual: 0 },
  };
  // The ends of a range of no width are the median.
  const { expected, expectedLow } = predictGroups(fit, groups, horizons, 0);
  return Float64Array.from(customers, ({ expectedPurchases }, i) => {
    const g = groups.ofCustomer[i] ?? 0;
    const plain = expected[g] ?? 0;
    return plain > 0 ? Math.round(((expectedLow[g] ?? 0) * expectedPurchases) / plain) : 0;
  });
}
