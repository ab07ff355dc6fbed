import { gid } from '../gid';
import type { WebhookSubscription } from '../webhook-subscriptions';
import type { Resolvers } from './resolver';

export const webhookSubscriptionResolvers: Resolvers<WebhookSubscription> = {
  id: (subscription) => gid('WebhookSubscription', subscription.id),
  legacyResourceId: (subscription) => String(subscription.id),
  topic: (subscription) => subscription.topic,
  uri: (subscription) => subscription.uri,
  format: () => 'JSON',
  filter: () => null,
  includeFields: () => [],
  metafieldNamespaces: () => [],
  createdAt: (subscription) => subscription.createdAt,
  updatedAt: (subscription) => subscription.createdAt,
  apiVersion: () => ({ displayName: '2026-10', handle: '2026-10', supported: true }),
};
