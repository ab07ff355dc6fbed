import { logGamma } from '../numeric/log-gamma';
import { phaseSum, phaseSumByShape, phaseSumBySilence } from './phase-weights';
import type { PurchaseGroups } from './purchase-groups';
import { phasesOf, survivedChances, type PurchaseModelName, type PurchaseParams } from './purchase-model';

/** Log-likelihood at given parameters; fills `gradient` with its derivatives by r, alpha, a, b. */
export type PurchaseLikelihood = (params: PurchaseParams, gradient: Float64Array) => number;

/**
 * The grouped log-likelihood of a purchase model. With x repeat purchases, t_x, T, n = chances survived, k phases
 * a gap, s = r + k x and P the sum of the phase weights (1 for k = 1):
 *
 *   ln G(s)/G(r) + r ln(alpha) - s ln(alpha+T) + ln B(a,b+n)/B(a,b)
 *     + ln(P + a/(b+n-1) ((alpha+T)/(alpha+t_x))^s)  +  (k-1) sum of ln gap - x ln (k-1)!
 *
 * (Fader, Hardie & Lee 2005, eq. 6, with the common factor taken out; k > 1: Reutterer, Platzer & Schröder 2021.)
 * The last two terms know no parameter: they come as one total, `groups.logGaps`, and only make different k
 * comparable. Gamma terms depend on whole numbers alone, and times are whole ticks: both are tabulated once a call, so
 * that a group costs one exponential and one logarithm.
 */
export function purchaseLikelihood(name: PurchaseModelName, groups: PurchaseGroups): PurchaseLikelihood {
  const { size, frequency, recency, age, weight, maxFrequency, maxAge, tick } = groups;
  const phases = phasesOf(name);
  const counts = maxFrequency + 2;
  const logRise = new Float64Array(phases * maxFrequency + 2);
  const riseByR = new Float64Array(logRise.length);
  const logSurvive = new Float64Array(counts);
  const logLeave = new Float64Array(counts);
  const surviveByA = new Float64Array(counts);
  const surviveByB = new Float64Array(counts);
  const logTime = new Float64Array(maxAge + 1);
  const inverseTime = new Float64Array(maxAge + 1);
  const gapTerm = phases === 1 ? 0 : (phases - 1) * groups.logGaps - logGamma(phases) * repeatsOf(groups);

  return ({ r, alpha, a, b }, gradient) => {
    for (let i = 0; i + 1 < logRise.length; i++) {
      logRise[i + 1] = logRise[i]! + Math.log(r + i);
      riseByR[i + 1] = riseByR[i]! + 1 / (r + i);
    }
    for (let i = 0; i + 1 < counts; i++) {
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
    let value = gapTerm;
    let byR = 0;
    let byAlpha = 0;
    let byA = 0;
    let byB = 0;
    for (let g = 0; g < size; g++) {
      const w = weight[g]!;
      if (w === 0) continue;
      const x = frequency[g]!;
      const shape = r + phases * x;
      const T = age[g]!;
      const n = survivedChances(name, x);
      let term = logRise[phases * x]! + r * logAlpha - shape * logTime[T]! + logSurvive[n]!;
      let termByR = riseByR[phases * x]! + logAlpha - logTime[T]!;
      let termByAlpha = r / alpha - shape * inverseTime[T]!;
      if (n > 0) {
        const t = recency[g]!;
        const longer = logTime[T]! - logTime[t]!;
        const odds = logLeave[n]! + shape * longer;
        const silent = phases === 1 ? 0 : (T - t) * tick * inverseTime[T]!;
        const sum = phases === 1 ? 1 : phaseSum(phases, shape, silent);
        // log(sum + exp(odds)) and the shares of both from one exponential and one logarithm.
        const small = Math.exp(odds > 0 ? -odds : odds);
        const whole = odds > 0 ? 1 + sum * small : sum + small;
        const left = (odds > 0 ? 1 : small) / whole;
        term += (odds > 0 ? odds : 0) + Math.log(whole);
        termByR += left * longer;
        termByAlpha += left * shape * (inverseTime[T]! - inverseTime[t]!);
        if (phases > 1) {
          const stayed = (odds > 0 ? small : 1) / whole;
          termByR += stayed * phaseSumByShape(phases, shape, silent);
          termByAlpha -= stayed * phaseSumBySilence(phases, shape, silent) * silent * inverseTime[T]!;
        }
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

/** Repeat purchases of all customers that shape the fit. */
function repeatsOf({ frequency, weight }: PurchaseGroups): number {
  return weight.reduce((sum, customers, g) => sum + customers * frequency[g]!, 0);
}
