import { ConnectorError } from '~/connectors/contract';
import type { ShopifyClient } from '~/connectors/shopify/client';
import { readReachability } from '~/connectors/shopify/read-reachability';
import { exclusionOf } from '~/rescue/eligibility';
import type { RescueCandidate } from '~/rescue/rescue-candidate';
import type { ExcludedCounts } from './stored-rescue';

const DAY_MS = 86_400_000;
/** Looked up at once: as many as one request of the source takes. */
const AT_ONCE = 100;

export interface ReachInput {
  /** The most to gain first. */
  readonly candidates: readonly RescueCandidate[];
  /** No more eligible ones are wanted. */
  readonly most: number;
  /** When each customer was last in a rescue. */
  readonly recent: ReadonlyMap<string, Date>;
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly report?: (looked: number) => void;
}

export interface Reach {
  readonly eligible: readonly RescueCandidate[];
  readonly excluded: ExcludedCounts;
  /** How those who are eligible can be reached. */
  readonly channels: ReadonlyMap<string, { readonly email: boolean; readonly whatsApp: boolean }>;
  readonly excludedIds: ReadonlySet<string>;
  /** Candidates after the last one that was needed. */
  readonly notAsked: number;
}

/**
 * Asks the shop, live, who may be written to, from the one with most to gain on, until there are enough: agreement to be
 * written to is read when it is needed and kept nowhere.
 * @throws ConnectorError when the shop does not say
 */
export async function checkReach(client: ShopifyClient, input: ReachInput): Promise<Reach> {
  const { candidates, most, recent, now, signal, report } = input;
  const eligible: RescueCandidate[] = [];
  const excluded = nobodyExcluded();
  const excludedIds = new Set<string>();
  const channels = new Map<string, { email: boolean; whatsApp: boolean }>();
  const exclude = (customerId: string, reason: keyof ExcludedCounts): void => {
    excluded[reason] += 1;
    excludedIds.add(customerId);
  };
  for (let from = 0; from < candidates.length && eligible.length < most; from += AT_ONCE) {
    const chunk = candidates.slice(from, from + AT_ONCE);
    const ids = chunk.map(({ customerId }) => customerId);
    for await (const { customers } of readReachability(client, ids, signal)) {
      for (const { sourceId, ...reach } of customers) {
        channels.set(sourceId, { email: reach.emailConsent, whatsApp: reach.whatsAppConsent });
        const last = recent.get(sourceId);
        const reason = exclusionOf({
          // The files that a rescue hands out are for e-mail and WhatsApp.
          consent: reach.emailConsent || reach.whatsAppConsent,
          openReturn: reach.openReturn,
          subscription: reach.subscription,
          daysSinceRescue: last === undefined ? null : (now.getTime() - last.getTime()) / DAY_MS,
        });
        if (reason !== null) exclude(sourceId, reason);
      }
    }
    for (const candidate of chunk) {
      if (!channels.has(candidate.customerId)) exclude(candidate.customerId, 'gone');
      else if (!excludedIds.has(candidate.customerId)) eligible.push(candidate);
    }
    report?.(Math.min(candidates.length, from + AT_ONCE));
  }
  const taken = eligible.slice(0, most);
  const notAsked = candidates.length - taken.length - excludedIds.size;
  return { eligible: taken, excluded, channels, excludedIds, notAsked };
}

/** The best that can be said where the shop does not answer: only its own rescues are known. */
export function assumeReach({ candidates, most, recent }: Omit<ReachInput, 'signal'>): Reach {
  const excluded = nobodyExcluded();
  const excludedIds = new Set<string>();
  const eligible = candidates.filter(({ customerId }) => {
    if (!recent.has(customerId)) return true;
    excluded['recent-rescue'] += 1;
    excludedIds.add(customerId);
    return false;
  });
  const taken = eligible.slice(0, most);
  const notAsked = eligible.length - taken.length;
  return { eligible: taken, excluded, channels: new Map(), excludedIds, notAsked };
}

/** A shop that does not say, or may not: the recommendation of a pass is made without it, a campaign never. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof ConnectorError;
}

function nobodyExcluded(): ExcludedCounts {
  return { 'no-consent': 0, 'open-return': 0, subscription: 0, 'recent-rescue': 0, gone: 0 };
}
