import type { BulkOperations } from '../bulk-operations';
import type { DiscountCodes } from '../discount-codes';
import type { OrderedList } from '../pagination';
import type { ShopState } from '../shop-state';
import type { WebhookSubscriptions } from '../webhook-subscriptions';

/** What every resolver may use. */
export interface ResolverContext {
  readonly shop: ShopState;
  readonly apiKey: string;
  readonly scopes: ReadonlySet<string>;
  readonly bulk: BulkOperations;
  readonly webhooks: WebhookSubscriptions;
  readonly discounts: DiscountCodes;
}

export type Arguments = Readonly<Record<string, unknown>>;
export type Resolver<Source> = (source: Source, args: Arguments, context: ResolverContext) => unknown;
export type Resolvers<Source> = Readonly<Record<string, Resolver<Source>>>;
/** A connection gives its whole list; pages are cut from it, and a bulk operation takes all of it. */
export type ListResolver<Source> = (
  source: Source,
  args: Arguments,
  context: ResolverContext,
) => OrderedList<unknown>;
export type ListResolvers<Source> = Readonly<Record<string, ListResolver<Source>>>;

export function stringArgument(args: Arguments, name: string): string | null {
  const value = args[name];
  return typeof value === 'string' ? value : null;
}

export function numberArgument(args: Arguments, name: string): number | null {
  const value = args[name];
  return typeof value === 'number' ? value : null;
}

/** A list whose items are few and numbered: sorted by that number. */
export function listByNumber<T>(
  items: readonly T[],
  numberOf: (item: T) => number,
  args: Arguments,
): OrderedList<T> {
  const descending = args['reverse'] === true;
  const sorted = [...items].sort((a, b) => (numberOf(a) - numberOf(b)) * (descending ? -1 : 1));
  return {
    items: sorted,
    descending,
    positionOf: (item) => ({ value: numberOf(item), id: numberOf(item) }),
  };
}
