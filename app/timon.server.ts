import type { Composition, Readiness } from './composition.server';
import type { WebhookDelivery } from './connectors/shopify/webhook';
import type { Clock } from './domain/clock';
import { ensureInstalled } from './services/install-shop';
import { readConnections } from './services/read-connections';
import { readCustomerRecord } from './services/read-customer-record';
import { readCustomers } from './services/read-customers';
import { readDashboard } from './services/read-dashboard';
import { readPrivacyReport } from './services/read-privacy-report';
import { readRun } from './services/read-run';
import { receiveWebhook, type WebhookOutcome } from './services/receive-webhook';
import { startPipelineByHand, type StartedRun } from './services/start-pipeline';
import type { ConnectionsView } from './services/views/connections-view';
import type { CustomerRecordView } from './services/views/customer-record-view';
import type { CustomersQuery, CustomersView } from './services/views/customers-view';
import type { DashboardView } from './services/views/dashboard-view';
import type { RunView } from './services/views/run-view';

/** What routes see of the product: Remix hands it to every loader and action as `context.timon`. */
export interface Timon {
  readonly clock: Clock;
  readonly config: {
    readonly apiKey: string;
    readonly appBridgeUrl: string;
    readonly metricsToken: string | undefined;
  };
  /**
   * Who is asking. A shop seen for the first time is installed and its first pass begins.
   * @throws Response as Shopify's library answers (a bounce page, a redirect, 401, 410)
   */
  authenticateAdmin(request: Request): Promise<Merchant>;
  /** Adds the headers that let this shop's admin frame the page. */
  shopifyHeaders(headers: Headers, request: Request): void;
  /**
   * Verifies the signature and files the webhook.
   * @throws Response 401 when it is not Shopify's, 503 when it could not be filed in time and has to come again
   */
  receiveWebhook(request: Request): Promise<WebhookOutcome>;
  readDashboard(shopId: string): Promise<DashboardView>;
  readCustomers(shopId: string, query: CustomersQuery): Promise<CustomersView>;
  readCustomerRecord(shopId: string, customerId: string): Promise<CustomerRecordView>;
  readConnections(shopId: string): Promise<ConnectionsView>;
  readRun(shopId: string): Promise<RunView | null>;
  /** JSON, null when there is none. */
  readPrivacyReport(shopId: string, receiptId: string): Promise<unknown>;
  startRun(shopId: string, actor: string): Promise<StartedRun>;
  readonly readiness: () => Promise<Readiness>;
  readonly metrics: { readonly contentType: string; render(): Promise<string> };
  observeRequest(request: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly seconds: number;
  }): void;
}

export interface Merchant {
  readonly shopId: string;
  readonly shopDomain: string;
  /** Staff member, where the session says which. */
  readonly userId: string | null;
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    timon: Timon;
  }
}

/** The product as the web process shows it. */
export function createTimon({ env, clock, log, metrics, shopify, services, readiness }: Composition): Timon {
  return {
    clock,
    config: {
      apiKey: env.SHOPIFY_API_KEY,
      appBridgeUrl: env.APP_BRIDGE_URL,
      metricsToken: env.METRICS_TOKEN,
    },
    authenticateAdmin: async (request) => {
      const { session, sessionToken } = await shopify.authenticate.admin(request);
      const userId = sessionToken.sub;
      const shop = await ensureInstalled(services, session.shop, `merchant:${userId}`);
      return { shopId: shop.id, shopDomain: shop.domain, userId };
    },
    shopifyHeaders: (headers, request) => {
      shopify.addDocumentResponseHeaders(request, headers);
      // The library has Shopify's script preloaded, wherever the page in fact takes it from.
      if (!(headers.get('Link') ?? '').includes(env.APP_BRIDGE_URL)) headers.delete('Link');
    },
    receiveWebhook: async (request) => {
      const { webhookId, topic, shop, triggeredAt, payload } = await shopify.authenticate.webhook(request);
      const delivery: WebhookDelivery = { webhookId, topic, shop, triggeredAt, payload };
      try {
        const outcome = await withinTime(receiveWebhook(services, delivery));
        log.debug({ topic, webhookId, outcome }, 'webhook');
        return outcome;
      } catch (err) {
        log.error({ err, topic, webhookId }, 'webhook not filed; Shopify delivers it again');
        throw new Response(null, { status: 503 });
      }
    },
    readDashboard: (shopId) => readDashboard(services, shopId),
    readCustomers: (shopId, query) => readCustomers(services, shopId, query),
    readCustomerRecord: (shopId, customerId) => readCustomerRecord(services, shopId, customerId),
    readConnections: (shopId) => readConnections(services, shopId),
    readRun: (shopId) => readRun(services, shopId),
    readPrivacyReport: (shopId, receiptId) => readPrivacyReport(services, shopId, receiptId),
    startRun: (shopId, actor) => startPipelineByHand(services, shopId, actor),
    readiness,
    metrics: { contentType: metrics.contentType, render: () => metrics.expose() },
    observeRequest: (request) => metrics.requestFinished(request),
  };
}

/** Shopify waits five seconds for an answer, and a database that is silent may take longer to be given up. */
const WEBHOOK_ANSWER_MS = 4_000;

async function withinTime<T>(filing: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('not filed in time')), WEBHOOK_ANSWER_MS);
  });
  return Promise.race([filing, late]).finally(() => clearTimeout(timer));
}
