import { gid } from './gid';
import type { Arguments } from './resolvers/resolver';

export interface WebhookSubscription {
  readonly __typename: 'WebhookSubscription';
  readonly id: number;
  /** As the schema's enum writes it: `ORDERS_CREATE`. */
  readonly topic: string;
  readonly uri: string;
  readonly createdAt: string;
}

interface UserError {
  readonly field: readonly string[];
  readonly message: string;
}

/** Subscriptions that an app makes through the API; those of `shopify.app.toml` are not listed there. */
export class WebhookSubscriptions {
  private readonly subscriptions = new Map<number, WebhookSubscription>();
  private readonly now: () => string;
  private lastId = 1_000_000;

  constructor(now: () => string) {
    this.now = now;
  }

  all(): readonly WebhookSubscription[] {
    return [...this.subscriptions.values()];
  }

  find(id: number): WebhookSubscription | null {
    return this.subscriptions.get(id) ?? null;
  }

  create(args: Arguments): unknown {
    const input = args['webhookSubscription'] as Readonly<Record<string, unknown>>;
    const topic = String(args['topic']);
    const uri = input['uri'] ?? input['callbackUrl'];
    const refuse = (message: string): unknown => ({
      webhookSubscription: null,
      userErrors: [{ field: ['webhookSubscription', 'callbackUrl'], message }] satisfies UserError[],
    });
    if (typeof uri !== 'string' || !uri.startsWith('https://'))
      return refuse('Address protocol http:// is not supported');
    if (this.all().some((one) => one.topic === topic && one.uri === uri)) {
      return refuse('Address for this topic has already been taken');
    }
    this.lastId += 1;
    const subscription: WebhookSubscription = {
      __typename: 'WebhookSubscription',
      id: this.lastId,
      topic,
      uri,
      createdAt: this.now(),
    };
    this.subscriptions.set(subscription.id, subscription);
    return { webhookSubscription: subscription, userErrors: [] };
  }

  remove(id: number, globalId: string | null): unknown {
    if (!this.subscriptions.delete(id)) {
      const userErrors: UserError[] = [{ field: ['id'], message: 'Webhook subscription does not exist' }];
      return { deletedWebhookSubscriptionId: null, userErrors };
    }
    return { deletedWebhookSubscriptionId: globalId ?? gid('WebhookSubscription', id), userErrors: [] };
  }

  clear(): void {
    this.subscriptions.clear();
  }
}
