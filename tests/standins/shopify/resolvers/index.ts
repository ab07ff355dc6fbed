import { NotImplementedError } from '../graphql-failure';
import { paginate } from '../pagination';
import { checkFieldScope } from '../scopes';
import { bulkOperationResolvers } from './bulk-operation';
import { appInstallationResolvers, appResolvers } from './app';
import { customerLists, customerResolvers } from './customer';
import { journeyLists, journeyResolvers, visitResolvers } from './customer-journey';
import { basicDiscountLists, basicDiscountResolvers, discountNodeResolvers } from './discount';
import { mutationResolvers } from './mutation';
import { lineItemResolvers, orderLists, orderResolvers, productResolvers, refundResolvers } from './order';
import { queryRootLists, queryRootResolvers } from './query-root';
import {
  type Arguments,
  type ListResolver,
  numberArgument,
  type Resolver,
  type ResolverContext,
  stringArgument,
} from './resolver';
import { shopResolvers } from './shop';
import { webhookSubscriptionResolvers } from './webhook-subscription';

// The schema guarantees that a resolver gets a source of its own type; `never` lets the maps of all types share one.
type AnyResolvers = Readonly<Record<string, Resolver<never>>>;
type AnyLists = Readonly<Record<string, ListResolver<never>>>;

const RESOLVERS: Readonly<Record<string, AnyResolvers>> = {
  QueryRoot: queryRootResolvers,
  Mutation: mutationResolvers,
  Shop: shopResolvers,
  Order: orderResolvers,
  LineItem: lineItemResolvers,
  Product: productResolvers,
  Refund: refundResolvers,
  Customer: customerResolvers,
  CustomerJourneySummary: journeyResolvers,
  CustomerVisit: visitResolvers,
  AppInstallation: appInstallationResolvers,
  App: appResolvers,
  BulkOperation: bulkOperationResolvers,
  WebhookSubscription: webhookSubscriptionResolvers,
  DiscountCodeNode: discountNodeResolvers,
  DiscountCodeBasic: basicDiscountResolvers,
};

const LISTS: Readonly<Record<string, AnyLists>> = {
  QueryRoot: queryRootLists,
  Order: orderLists,
  Customer: customerLists,
  CustomerJourneySummary: journeyLists,
  DiscountCodeBasic: basicDiscountLists,
};

/** The whole list behind a connection field, or null when the field is not one that the stand-in has. */
export function listResolver(typeName: string, fieldName: string): ListResolver<unknown> | null {
  return (LISTS[typeName]?.[fieldName] as ListResolver<unknown> | undefined) ?? null;
}

/** Resolves one field: scope first, then our resolver, then a plain property; anything else fails loudly. */
export function fieldResolver(typeName: string, fieldName: string): Resolver<unknown> {
  const list = listResolver(typeName, fieldName);
  const own = RESOLVERS[typeName]?.[fieldName] as Resolver<unknown> | undefined;
  const scoped = (resolve: Resolver<unknown>): Resolver<unknown> => {
    return (source, args, context) => {
      checkFieldScope(typeName, fieldName, context.scopes);
      return resolve(source, args, context);
    };
  };
  if (list) return scoped((source, args, context) => page(list, source, args, context));
  if (own) return scoped(own);
  return (source) => {
    if (typeof source === 'object' && source !== null && !(typeName in RESOLVERS) && fieldName in source) {
      return (source as Record<string, unknown>)[fieldName];
    }
    throw new NotImplementedError(`${typeName}.${fieldName}`);
  };
}

function page(
  list: ListResolver<unknown>,
  source: unknown,
  args: Arguments,
  context: ResolverContext,
): unknown {
  return paginate(list(source, args, context), {
    first: numberArgument(args, 'first'),
    last: numberArgument(args, 'last'),
    after: stringArgument(args, 'after'),
    before: stringArgument(args, 'before'),
  });
}
