import type { Backtest } from './backtest';
import type { ModelCandidate, ModelChoice } from './customer-valuation';
import { fitPurchases, type PurchaseFit } from './fit-purchases';
import type { PurchaseGroups } from './purchase-groups';
import type { PurchaseModelName } from './purchase-model';

/** What a backtest compares: the default first. */
export const CANDIDATES: readonly PurchaseModelName[] = [
  'mbg-nbd',
  'bg-nbd',
  'mbg-cnbd-2',
  'mbg-cnbd-3',
  'nbd',
];
const DEFAULT: PurchaseModelName = 'mbg-nbd';

/** Twice the log-likelihood that two more parameters must gain (Akaike's criterion). */
const LEAST_GAIN = 4;
/** A chance to leave this small, at every purchase, cannot be told from none. */
const LEAST_LEAVING = 1e-3;

/** In a larger shop the likelihoods of those that were not chosen tell nothing that is worth seconds. */
const MOST_COMPARED = 50_000;

export interface PurchaseChoice {
  readonly fit: PurchaseFit;
  readonly choice: ModelChoice;
  readonly candidates: readonly ModelCandidate[];
}

/**
 * Fits the model that the backtest chose, or MBG/NBD where there was none; where leaving cannot be seen in the data,
 * NBD, which claims nothing about it. The other candidates are fitted to be shown beside it.
 * @returns `null` when neither has a finite likelihood
 */
export function choosePurchaseModel(groups: PurchaseGroups, looked: Backtest | null): PurchaseChoice | null {
  const name = looked?.chosen ?? DEFAULT;
  const chosen = fitPurchases(name, groups, looked ? { near: looked.near } : {});
  const nbd = fitPurchases('nbd', groups, { near: chosen });
  const shown = chosen.customers > MOST_COMPARED ? [DEFAULT] : CANDIDATES;
  const others = shown
    .filter((other) => other !== name && other !== 'nbd')
    .map((other) => fitPurchases(other, groups, { polish: false, near: chosen }));
  const candidates = [chosen, ...others, nbd]
    .filter((fit) => Number.isFinite(fit.logLikelihood))
    .map(({ name: model, params, logLikelihood, converged }) => ({
      model,
      params,
      logLikelihood,
      converged,
    }));
  if (leavingSeen(chosen, nbd)) {
    return { fit: chosen, choice: choiceOf(chosen, candidates, looked), candidates };
  }
  if (!Number.isFinite(nbd.logLikelihood)) return null;
  return { fit: nbd, choice: { code: 'no-churn-detectable', values: {} }, candidates };
}

function leavingSeen(fit: PurchaseFit, nbd: PurchaseFit): boolean {
  const { a, b } = fit.params;
  return (
    fit.converged && 2 * (fit.logLikelihood - nbd.logLikelihood) > LEAST_GAIN && a / (a + b) > LEAST_LEAVING
  );
}

function choiceOf(
  fit: PurchaseFit,
  candidates: readonly ModelCandidate[],
  looked: Backtest | null,
): ModelChoice {
  if (looked === null) return { code: 'default-unchecked', values: {} };
  const origins = looked.report.origins.length;
  if (fit.name === DEFAULT) return { code: 'default-held', values: { origins } };
  const { mean: gain, error } = looked.gain;
  if (gain > error) return { code: 'better-in-backtest', values: { origins, gain, error } };
  const standard = candidates.find(({ model }) => model === DEFAULT)?.logLikelihood ?? fit.logLikelihood;
  return { code: 'as-good-and-likelier', values: { origins, logLikelihood: fit.logLikelihood - standard } };
}
