import type { ModelCandidate } from './customer-valuation';
import { fitPurchases, type PurchaseFit } from './fit-purchases';
import type { PurchaseGroups } from './purchase-groups';

/** Twice the log-likelihood that two more parameters must gain (Akaike's criterion). */
const LEAST_GAIN = 4;
/** A chance to leave this small, at every purchase, cannot be told from none. */
const LEAST_LEAVING = 1e-3;

export interface PurchaseChoice {
  readonly fit: PurchaseFit;
  readonly candidates: readonly ModelCandidate[];
}

/**
 * MBG/NBD, unless leaving cannot be seen in the data: then NBD, which claims nothing about it. BG/NBD is fitted to be
 * shown beside them; it takes every one-time buyer for alive and ranks churn worse than chance.
 * @returns `null` when neither model has a finite likelihood
 */
export function choosePurchaseModel(groups: PurchaseGroups): PurchaseChoice | null {
  const mbg = fitPurchases('mbg-nbd', groups);
  const bg = fitPurchases('bg-nbd', groups, { polish: false });
  const nbd = fitPurchases('nbd', groups);
  const candidates = [mbg, bg, nbd]
    .filter((fit) => Number.isFinite(fit.logLikelihood))
    .map(({ name, params, logLikelihood, converged }) => ({ model: name, params, logLikelihood, converged }));
  const { a, b } = mbg.params;
  const leavingSeen =
    mbg.converged && 2 * (mbg.logLikelihood - nbd.logLikelihood) > LEAST_GAIN && a / (a + b) > LEAST_LEAVING;
  if (leavingSeen) return { fit: mbg, candidates };
  return Number.isFinite(nbd.logLikelihood) ? { fit: nbd, candidates } : null;
}
