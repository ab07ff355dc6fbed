import type { RescueCandidate } from './rescue-candidate';

/** 0 the lowest third, 2 the highest. */
type Tercile = 0 | 1 | 2;

export interface Stratum {
  /** Of 1 - the chance of returning anyway. */
  readonly risk: Tercile;
  /** Of the order and the year after it. */
  readonly value: Tercile;
}

/** Every customer's stratum within this group; ties go by customer id, so that thirds are thirds. */
export function strataOf(candidates: readonly RescueCandidate[]): readonly Stratum[] {
  const risks = tercilesOf(candidates, ({ baseline }) => -baseline);
  const values = tercilesOf(candidates, ({ orderValue, valueOnceBack }) => orderValue + valueOnceBack);
  return candidates.map((_, i) => ({ risk: risks[i] ?? 0, value: values[i] ?? 0 }));
}

export const TIERS = ['much-at-stake', 'some-at-stake', 'little-at-stake'] as const;

/** At most three offers a campaign: a price for every person would be unfair to explain and impossible to learn from. */
export type Tier = (typeof TIERS)[number];

/** Risk and value together, each of their three thirds a point. */
export function tierOf({ risk, value }: Stratum): Tier {
  const points = risk + value;
  if (points >= 3) return 'much-at-stake';
  return points === 2 ? 'some-at-stake' : 'little-at-stake';
}

function tercilesOf(
  candidates: readonly RescueCandidate[],
  key: (candidate: RescueCandidate) => number,
): readonly Tercile[] {
  const order = candidates
    .map((candidate, i) => ({ i, key: key(candidate), id: candidate.customerId }))
    .sort((a, b) => a.key - b.key || (a.id < b.id ? -1 : 1));
  const terciles: Tercile[] = new Array<Tercile>(candidates.length).fill(0);
  order.forEach(({ i }, rank) => {
    const third = Math.floor((3 * rank) / candidates.length);
    terciles[i] = third === 0 ? 0 : third === 1 ? 1 : 2;
  });
  return terciles;
}
