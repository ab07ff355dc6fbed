import { gid } from '../gid';
import type { StandinOrder } from '../shop-state';
import { listByNumber, type ListResolvers, type Resolvers } from './resolver';

interface StandinVisit {
  readonly __typename: 'CustomerVisit';
  readonly entry: StandinOrder;
}

interface StandinJourney {
  readonly __typename: 'CustomerJourneySummary';
  readonly entry: StandinOrder;
  readonly ready: boolean;
  readonly visits: readonly StandinVisit[];
}

/** Shopify works a journey out some time after the order: until then `ready` is false and there are no visits. */
export function customerJourney(entry: StandinOrder): StandinJourney {
  const ready = Date.now() >= entry.journeyReadyAtMs;
  const visits: StandinVisit[] =
    ready && entry.order.origin !== null ? [{ __typename: 'CustomerVisit', entry }] : [];
  return { __typename: 'CustomerJourneySummary', entry, ready, visits };
}

export const journeyResolvers: Resolvers<StandinJourney> = {
  ready: (journey) => journey.ready,
  firstVisit: (journey) => journey.visits[0] ?? null,
  lastVisit: (journey) => journey.visits.at(-1) ?? null,
  momentsCount: (journey) => (journey.ready ? { count: journey.visits.length, precision: 'EXACT' } : null),
  customerOrderIndex: (journey) => {
    const { customerId } = journey.entry.order;
    if (!journey.ready || customerId === null) return null;
    const orders = journey.entry.shop.customers.get(customerId)?.orders ?? [];
    return orders.filter((other) => other.order.createdAt < journey.entry.order.createdAt).length;
  },
  daysToConversion: (journey) => (journey.ready && journey.visits.length > 0 ? 1 : null),
};

export const journeyLists: ListResolvers<StandinJourney> = {
  moments: (journey, args) => listByNumber(journey.visits, () => 1, args),
};

export const visitResolvers: Resolvers<StandinVisit> = {
  id: ({ entry }) => gid('CustomerVisit', entry.order.id),
  // The simulated shop knows the origin, not the minute: the visit is put one hour before the order.
  occurredAt: ({ entry }) =>
    `${new Date(Date.parse(entry.order.createdAt) - 3_600_000).toISOString().slice(0, 19)}Z`,
  source: ({ entry }) => entry.order.origin?.source ?? 'direct',
  sourceDescription: ({ entry }) => entry.order.origin?.source ?? null,
  sourceType: () => null,
  referrerUrl: () => null,
  referralCode: () => null,
  landingPage: ({ entry }) => `https://${entry.shop.profile.domain}/`,
  utmParameters: ({ entry }) => {
    const { origin } = entry.order;
    if (!origin || (origin.utmSource ?? origin.utmMedium ?? origin.utmCampaign) === null) return null;
    return {
      source: origin.utmSource,
      medium: origin.utmMedium,
      campaign: origin.utmCampaign,
      content: null,
      term: null,
    };
  },
};
