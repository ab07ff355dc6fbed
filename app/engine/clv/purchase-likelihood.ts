import type { PurchaseGroups } from './purchase-groups';
import { survivedChances, type PurchaseModelName, type PurchaseParams } from './purchase-model';

/** Log-likelihood at given parameters; fills `gradient` with its derivatives by r, alpha, a, b. */
export type PurchaseLikelihood = (params: PurchaseParams, gradient: Float64Array) => number;

/**
 * The grouped log-likelihood of a purchase model. With x repeat purchases, t_x, T, n = chances survived:
 *
 *   ln G(r+x)/G(r) + r ln(alpha) - (r+x) ln(alpha+T) + ln B(a,b+n)/B(a,b)
 *     + ln(1 + a/(b+n-1) ((alpha+T)/(alpha+t_x))^(r+x))
 *
 * (Fader, Hardie & Lee 2005, eq. 6, with the common factor taken out.) Gamma terms depend on the integer x alone, and
 * times are whole ticks: both are tabulated once a call, so that a group costs one exponential and one logarithm.
 */
export function purchaseLikelihood(name: PurchaseModelName, groups: PurchaseGroups): PurchaseLikelihood {
  const { size, frequency, recency, age, weight, maxFrequency, maxAge, tick } = groups;
  const counts = maxFrequency + 2;
  const logRise = new Float64Array(counts);
  const riseByR = new Float64Array(counts);
  const logSurvive = new Float64Array(counts);
  const logLeave = new Float64Array(counts);
  const surviveByA = new Float64Array(counts);
  const surviveByB = new Float64Array(counts);
  const logTime = new Float64Array(maxAge + 1);
  const inverseTime = new Float64Array(maxAge + 1);

  return ({ r, alpha, a, b }, gradient) => {
    for (let i = 0; i + 1 < counts; i++) {
      logRise[i + 1] = logRise[i]! + Math.log(r + i);
      riseByR[i + 1] = riseByR[i]! + 1 / (r + i);
      logSurvive[i + 1] = logSurvive[i]! - Math.log1p(a / (b + i));
      logLeave[i + 1] = Math.log(a / (b + i));
      surviveByA[i + 1] = surviveByA[i]! - 1 / (a + b + i);
      surviveByB[i + 1] = surviveByB[i]! + 1 / (b + i) - 1 / (a + b + i);
    }
    for (let i = 0; i <= maxAge; i++) {
      logTime[i] = Math.log(alpha + i * tick);
      inverseTime[i] = 1 / (alpha + i * tick);
    }
    const logAlpha = Math.log(alpha);
    let value = 0;
    let byR = 0;
    let byAlpha = 0;
    let byA = 0;
    let byB = 0;
    for (let g = 0; g < size; g++) {
      const w = weight[g]!;
      if (w === 0) continue;
      const x = frequency[g]!;
      const shape = r + x;
      const T = age[g]!;
      const n = survivedChances(name, x);
      let term = logRise[x]! + r * logAlpha - shape * logTime[T]! + logSurvive[n]!;
      let termByR = riseByR[x]! + logAlpha - logTime[T]!;
      let termByAlpha = r / alpha - shape * inverseTime[T]!;
      if (n > 0) {
        const t = recency[g]!;
        const longer = logTime[T]! - logTime[t]!;
        const odds = logLeave[n]! + shape * longer;
        // logistic(odds) and log(1 + exp(odds)) from one exponential.
        const small = Math.exp(odds > 0 ? -odds : odds);
        const left = (odds > 0 ? 1 : small) / (1 + small);
        term += (odds > 0 ? odds : 0) + Math.log1p(small);
        termByR += left * longer;
        termByAlpha += left * shape * (inverseTime[T]! - inverseTime[t]!);
        byA += w * (surviveByA[n]! + left / a);
        byB += w * (surviveByB[n]! - left / (b + n - 1));
      }
      value += w * term;
      byR += w * termByR;
      byAlpha += w * termByAlpha;
    }
    gradient[0] = byR;
    gradient[1] = byAlpha;
    gradient[2] = byA;
    gradient[3] = byB;
    return value;
  };
}
