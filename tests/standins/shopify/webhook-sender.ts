import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { API_VERSION } from './admin-schema';
import { shuffled } from './bulk-export';
import type { Payload } from './webhook-payloads';

export interface WebhookTarget {
  /** Where the app listens, for example `http://127.0.0.1:3000`. */
  readonly appUrl: string;
  /** Topic (`orders/create`) to path; `/webhooks/orders/create` unless told. */
  readonly pathFor?: (topic: string) => string;
  /** Waits before each retry, in ms. Shopify retries 8 times over 4 hours; tests do not have them. */
  readonly retryDelaysMs?: readonly number[];
  /** Shopify gives an app five seconds to answer. */
  readonly timeoutMs?: number;
}

interface WebhookMessage {
  readonly shop: string;
  /** As in `X-Shopify-Topic`: `orders/create`. */
  readonly topic: string;
  readonly payload: Payload;
}

export interface WebhookOptions {
  readonly webhookId?: string;
  readonly eventId?: string;
  readonly triggeredAt?: string;
  /** How many more times the same delivery arrives, with the same `X-Shopify-Webhook-Id`. */
  readonly duplicates?: number;
  readonly badSignature?: boolean;
}

export interface WebhookDelivery {
  readonly webhookId: string;
  readonly topic: string;
  readonly shop: string;
  /** HTTP status of each attempt; `null` where there was no answer. */
  readonly attempts: readonly (number | null)[];
  readonly delivered: boolean;
}

const DEFAULT_RETRY_DELAYS_MS = [50, 100, 200, 400, 800, 1600, 3200, 6400] as const;

export class WebhookSender {
  readonly deliveries: WebhookDelivery[] = [];
  private readonly apiSecret: string;
  private target: WebhookTarget | null;
  private readonly stopped = new AbortController();

  constructor(apiSecret: string, target: WebhookTarget | null) {
    this.apiSecret = apiSecret;
    this.target = target;
  }

  setTarget(target: WebhookTarget): void {
    this.target = target;
  }

  get hasTarget(): boolean {
    return this.target !== null;
  }

  stop(): void {
    this.stopped.abort();
  }

  /** Signs and posts one webhook; repeats it until the app answers 2xx or the retries are used up. */
  async send(message: WebhookMessage, options: WebhookOptions = {}): Promise<WebhookDelivery> {
    if (!this.target) throw new Error('the stand-in has no app to send webhooks to: give webhooks.appUrl');
    const webhookId = options.webhookId ?? randomUUID();
    const body = JSON.stringify(message.payload);
    const headers = this.headers(message, body, webhookId, options);
    const path = this.target.pathFor?.(message.topic) ?? `/webhooks/${message.topic}`;
    const url = new URL(path, this.target.appUrl);
    const attempts: (number | null)[] = [];
    for (let copy = 0; copy <= (options.duplicates ?? 0); copy += 1) {
      attempts.push(...(await this.deliver(url, headers, body, this.target)));
    }
    const last = attempts.at(-1) ?? null;
    const delivery: WebhookDelivery = {
      webhookId,
      topic: message.topic,
      shop: message.shop,
      attempts,
      delivered: last !== null && last >= 200 && last < 300,
    };
    this.deliveries.push(delivery);
    return delivery;
  }

  /** Sends many at once, each `1 + duplicates` times and in a disorder that the seed fixes. */
  async sendAll(
    messages: readonly (WebhookMessage & WebhookOptions)[],
    disorder: { readonly seed?: number; readonly duplicates?: number; readonly concurrency?: number } = {},
  ): Promise<readonly WebhookDelivery[]> {
    const copies = messages.flatMap((message) => {
      const fixed = { ...message, webhookId: message.webhookId ?? randomUUID() };
      return Array.from({ length: 1 + (disorder.duplicates ?? 0) }, () => fixed);
    });
    const queue = disorder.seed === undefined ? copies : shuffled(copies, disorder.seed);
    const deliveries: WebhookDelivery[] = [];
    let next = 0;
    const lane = async (): Promise<void> => {
      for (let message = queue[next++]; message; message = queue[next++]) {
        deliveries.push(await this.send(message, message));
      }
    };
    await Promise.all(Array.from({ length: disorder.concurrency ?? 4 }, lane));
    return deliveries;
  }

  private headers(
    message: WebhookMessage,
    body: string,
    webhookId: string,
    options: WebhookOptions,
  ): Record<string, string> {
    const secret = options.badSignature ? `${this.apiSecret}-wrong` : this.apiSecret;
    return {
      'Content-Type': 'application/json',
      'User-Agent': 'Shopify-Captain-Hook',
      'X-Shopify-Topic': message.topic,
      'X-Shopify-Hmac-Sha256': createHmac('sha256', secret).update(body).digest('base64'),
      'X-Shopify-Shop-Domain': message.shop,
      'X-Shopify-API-Version': API_VERSION,
      'X-Shopify-Webhook-Id': webhookId,
      'X-Shopify-Event-Id': options.eventId ?? randomUUID(),
      'X-Shopify-Triggered-At': options.triggeredAt ?? new Date().toISOString(),
    };
  }

  private async deliver(
    url: URL,
    headers: Record<string, string>,
    body: string,
    target: WebhookTarget,
  ): Promise<readonly (number | null)[]> {
    const delays = target.retryDelaysMs ?? DEFAULT_RETRY_DELAYS_MS;
    const attempts: (number | null)[] = [];
    for (let attempt = 0; attempt <= delays.length && !this.stopped.signal.aborted; attempt += 1) {
      const status = await post(url, headers, body, target.timeoutMs ?? 5000);
      attempts.push(status);
      if (status !== null && status >= 200 && status < 300) break;
      const delay = delays[attempt];
      if (delay !== undefined) await sleep(delay, undefined, { ref: false });
    }
    return attempts;
  }
}

async function post(
  url: URL,
  headers: Record<string, string>,
  body: string,
  timeoutMs: number,
): Promise<number | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null;
  }
}
