import type { PurchaseModelName } from './purchase-model';
import { pairedDifference, type CandidateScores, type PairedDifference } from './score-candidate';

export interface ScoredCandidate {
  readonly name: PurchaseModelName;
  readonly logLikelihood: number;
  readonly scores: CandidateScores;
}

/**
 * BG/NBD takes every one-time buyer for alive for ever: whatever it scores, its P(alive) cannot tell who is leaving. It
 * is a yardstick only. So is NBD, which knows no leaving at all.
 */
export const YARDSTICKS: ReadonlySet<PurchaseModelName> = new Set<PurchaseModelName>(['bg-nbd', 'nbd']);

/**
 * The one-standard-error rule (Breiman et al. 1984): candidates whose mean score is within one standard error of the
 * best are equal as far as the past can tell, and the simplest of them is taken. All have four parameters, so the
 * simplest is the one that needs the least luck to explain the data: the highest likelihood.
 * Score = log score of P(buy) + half the deviance of the count, lower is better.
 * @param candidates the first is the default and no yardstick
 * @param customer of each entry of the scores
 */
export function chooseCandidate<T extends ScoredCandidate>(
  candidates: readonly T[],
  customer: Int32Array,
): { readonly chosen: T; readonly best: T } {
  const choosable = candidates.filter(({ name }) => !YARDSTICKS.has(name));
  const best = lowest(choosable, ({ scores }) => meanScore(scores));
  const equal = choosable.filter(({ scores }) => {
    const { mean, error } = differenceInScore(customer, scores, best.scores);
    return mean <= error;
  });
  return { chosen: lowest(equal, ({ logLikelihood }) => -logLikelihood), best };
}

function lowest<T>(items: readonly T[], value: (item: T) => number): T {
  return items.reduce((least, item) => (value(item) < value(least) ? item : least));
}

export function meanScore({ logScore, halfDeviance }: CandidateScores): number {
  let sum = 0;
  for (let i = 0; i < logScore.length; i++) sum += logScore[i]! + halfDeviance[i]!;
  return logScore.length === 0 ? 0 : sum / logScore.length;
}

export function differenceInScore(
  customer: Int32Array,
  first: CandidateScores,
  second: CandidateScores,
): PairedDifference {
  return pairedDifference(
    customer,
    (i) => first.logScore[i]! + first.halfDeviance[i]!,
    (i) => second.logScore[i]! + second.halfDeviance[i]!,
  );
}
