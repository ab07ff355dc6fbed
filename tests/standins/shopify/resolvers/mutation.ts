import { parseGid } from '../gid';
import { type Resolvers, stringArgument } from './resolver';

function numericId(globalId: string | null, type: string): number {
  const parsed = globalId === null ? null : parseGid(globalId);
  return parsed?.type === type ? parsed.id : -1;
}

export const mutationResolvers: Resolvers<unknown> = {
  bulkOperationRunQuery: (_source, args, context) =>
    context.bulk.run(stringArgument(args, 'query') ?? '', args['groupObjects'] === true, context),
  bulkOperationCancel: (_source, args, context) =>
    context.bulk.cancel(numericId(stringArgument(args, 'id'), 'BulkOperation')),
  discountCodeBasicCreate: (_source, args, context) => context.discounts.create(args),
  discountCodeBasicUpdate: (_source, args, context) => context.discounts.update(args),
  discountCodeDeactivate: (_source, args, context) => context.discounts.deactivate(args),
  webhookSubscriptionCreate: (_source, args, context) => context.webhooks.create(args),
  webhookSubscriptionDelete: (_source, args, context) => {
    const globalId = stringArgument(args, 'id');
    return context.webhooks.remove(numericId(globalId, 'WebhookSubscription'), globalId);
  },
};
