import { badRequest, NotImplementedError } from '../graphql-failure';
import { parseGid } from '../gid';
import { checkNodeScope, orderHorizonMs } from '../scopes';
import type { StandinOrder } from '../shop-state';
import { customerList } from './customer-list';
import { linesOf, type StandinProduct } from './order';
import { orderList } from './order-list';
import {
  type Arguments,
  listByNumber,
  type ListResolvers,
  numberArgument,
  type ResolverContext,
  type Resolvers,
  stringArgument,
} from './resolver';

function idArgument(args: Arguments, type: string, name: string): number {
  const text = stringArgument(args, name) ?? '';
  const parsed = parseGid(text);
  if (parsed?.type !== type) throw badRequest(`Invalid id: ${text}`);
  return parsed.id;
}

function visibleOrder(id: number, context: ResolverContext): StandinOrder | null {
  const entry = context.shop.orders.get(id);
  if (!entry) return null;
  const horizon = orderHorizonMs(context.scopes, context.shop.now());
  return Date.parse(entry.order.createdAt) >= horizon ? entry : null;
}

function productById(id: number, context: ResolverContext): StandinProduct | null {
  for (const { order } of context.shop.orders.values()) {
    const line = order.lines.find((candidate) => candidate.productId === id);
    if (line) return { __typename: 'Product', id, title: line.title };
  }
  return null;
}

function nodeById(globalId: string, fieldName: string, context: ResolverContext): unknown {
  const parsed = parseGid(globalId);
  if (!parsed) throw badRequest(`Invalid id: ${globalId}`);
  checkNodeScope(parsed.type, fieldName, context.scopes);
  switch (parsed.type) {
    case 'Order':
      return visibleOrder(parsed.id, context);
    case 'Customer':
      return context.shop.customers.get(parsed.id) ?? null;
    case 'LineItem': {
      const entry = visibleOrder(Math.floor(parsed.id / 100), context);
      return entry ? (linesOf(entry).find((line) => line.id === parsed.id) ?? null) : null;
    }
    case 'Product':
      return productById(parsed.id, context);
    case 'BulkOperation':
      return context.bulk.find(parsed.id);
    case 'WebhookSubscription':
      return context.webhooks.find(parsed.id);
    case 'DiscountCodeNode':
      return context.discounts.find(parsed.id);
    case 'Shop':
      return parsed.id === context.shop.id ? context.shop : null;
    default:
      throw new NotImplementedError(`${fieldName} of type ${parsed.type}`);
  }
}

/** Counts stop at `limit` and say so. */
function countOf(total: number, args: Arguments): { readonly count: number; readonly precision: string } {
  const limit = args['limit'] === null ? Number.POSITIVE_INFINITY : (numberArgument(args, 'limit') ?? 10_000);
  return total > limit ? { count: limit, precision: 'AT_LEAST' } : { count: total, precision: 'EXACT' };
}

export const queryRootResolvers: Resolvers<unknown> = {
  shop: (_source, _args, context) => context.shop,
  order: (_source, args, context) => visibleOrder(idArgument(args, 'Order', 'id'), context),
  customer: (_source, args, context) =>
    context.shop.customers.get(idArgument(args, 'Customer', 'id')) ?? null,
  product: (_source, args, context) => productById(idArgument(args, 'Product', 'id'), context),
  node: (_source, args, context) => nodeById(stringArgument(args, 'id') ?? '', 'node', context),
  nodes: (_source, args, context) => {
    const ids = args['ids'];
    if (!Array.isArray(ids)) return [];
    return ids.map((id) => nodeById(String(id), 'nodes', context));
  },
  ordersCount: (_source, args, context) =>
    countOf(orderList(context.shop, args, context, null).items.length, args),
  customersCount: (_source, args, context) => countOf(customerList(context.shop, args).items.length, args),
  codeDiscountNodeByCode: (_source, args, context) =>
    context.discounts.byCode(stringArgument(args, 'code') ?? ''),
  currentAppInstallation: () => ({}),
  app: () => ({}),
  bulkOperation: (_source, args, context) => context.bulk.find(idArgument(args, 'BulkOperation', 'id')),
  webhookSubscription: (_source, args, context) =>
    context.webhooks.find(idArgument(args, 'WebhookSubscription', 'id')),
  publicApiVersions: () => [{ displayName: '2026-10 (Latest)', handle: '2026-10', supported: true }],
};

export const queryRootLists: ListResolvers<unknown> = {
  orders: (_source, args, context) => orderList(context.shop, args, context, null),
  customers: (_source, args, context) => customerList(context.shop, args),
  bulkOperations: (_source, args, context) => {
    // Newest first unless reversed: the one list of the API whose default runs backwards.
    const reversed = { ...args, reverse: args['reverse'] !== true };
    return listByNumber(
      context.bulk.search(stringArgument(args, 'query')),
      (operation) => operation.id,
      reversed,
    );
  },
  webhookSubscriptions: (_source, args, context) => {
    const topics = args['topics'];
    const all = context.webhooks.all();
    const chosen = Array.isArray(topics) ? all.filter((one) => topics.includes(one.topic)) : all;
    return listByNumber(chosen, (subscription) => subscription.id, args);
  },
};
