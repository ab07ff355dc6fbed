import type { Composition, Readiness } from './composition.server';
import type { WebhookDelivery } from './connectors/shopify/webhook';
import type { Clock } from './domain/clock';
import { exportCustomers, type CustomersExport } from './services/export-customers';
import { exportRescue, type RescueExport } from './services/export-rescue';
import { changeFilters } from './services/change-filters';
import { ensureInstalled } from './services/install-shop';
import { readConnections } from './services/read-connections';
import { readCustomerContact } from './services/read-customer-contact';
import { readCustomerRecord } from './services/read-customer-record';
import { readCustomers } from './services/read-customers';
import { readDashboard } from './services/read-dashboard';
import { readPrivacyReport } from './services/read-privacy-report';
import { readRun } from './services/read-run';
import { readSettingsView } from './services/read-settings-view';
import { receiveWebhook, type WebhookOutcome } from './services/receive-webhook';
import { confirmRescue, type ConfirmedRescue } from './services/rescues/confirm-rescue';
import { resumeRescue } from './services/rescues/enqueue-step';
import { liftRescueStop } from './services/rescues/lift-stop';
import { openRescue, type OpenedRescue, type RescueSelection } from './services/rescues/open-rescue';
import { readRescue } from './services/rescues/read-rescue';
import { readRescues } from './services/rescues/read-rescues';
import { discardRescue, retryRescue } from './services/rescues/retry-rescue';
import { reviseRescue } from './services/rescues/revise-rescue';
import { undoRescue } from './services/rescues/undo-rescue';
import { saveSettingsSection } from './services/save-settings';
import { startPipelineByHand, type StartedRun } from './services/start-pipeline';
import type { ConnectionsView } from './services/views/connections-view';
import type { CustomerContactView } from './services/views/customer-contact-view';
import type { CustomerRecordView } from './services/views/customer-record-view';
import type {
  CustomersQuery,
  CustomersView,
  FilterChange,
  FilterOutcome,
} from './services/views/customers-view';
import type { DashboardView } from './services/views/dashboard-view';
import type { ExportOutcome } from './services/views/export-view';
import type { RescuesView, RescueView } from './services/views/rescue-view';
import type { RunView } from './services/views/run-view';
import type { SettingsChange, SettingsView } from './services/views/settings-view';

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
  changeFilters(shopId: string, change: FilterChange): Promise<FilterOutcome>;
  readCustomerRecord(shopId: string, customerId: string): Promise<CustomerRecordView>;
  /** Live from Shopify, stored nowhere. `signal` ends the question when nobody waits for its answer. */
  readCustomerContact(shopId: string, customerId: string, signal: AbortSignal): Promise<CustomerContactView>;
  /** A file with contacts read live from Shopify. `actor` is who the audit log names. */
  exportCustomers(
    shopId: string,
    wanted: CustomersExport,
    actor: string,
    signal: AbortSignal,
  ): Promise<ExportOutcome>;
  exportRescue(
    shopId: string,
    campaignId: string,
    wanted: RescueExport,
    actor: string,
    signal: AbortSignal,
  ): Promise<ExportOutcome>;
  readRescues(shopId: string): Promise<RescuesView>;
  readRescue(shopId: string, campaignId: string): Promise<RescueView>;
  /** Begins a rescue of a group, or finds the one of the same group that is being prepared. */
  openRescue(
    shopId: string,
    selection: RescueSelection,
    by: { readonly actor: string; readonly language: 'es' | 'en' },
  ): Promise<OpenedRescue>;
  /** What the merchant presses on a rescue. `false` and other refusals: the rescue has moved on meanwhile. */
  readonly rescue: {
    revise(
      shopId: string,
      campaignId: string,
      change: { readonly customerId: string; readonly member: boolean },
    ): Promise<boolean>;
    confirm(shopId: string, campaignId: string, actor: string): Promise<ConfirmedRescue>;
    undo(shopId: string, campaignId: string, actor: string): Promise<boolean>;
    retry(shopId: string, campaignId: string): Promise<boolean>;
    discard(shopId: string, campaignId: string): Promise<boolean>;
    /** Asks again for the job that a rescue waits for, in case the first request was lost. */
    resume(shopId: string, campaignId: string): Promise<void>;
    liftStop(shopId: string, actor: string): Promise<void>;
  };
  readConnections(shopId: string): Promise<ConnectionsView>;
  readRun(shopId: string): Promise<RunView | null>;
  readSettings(shopId: string): Promise<SettingsView>;
  saveSettings(shopId: string, actor: string, change: SettingsChange): Promise<void>;
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
    changeFilters: (shopId, change) => changeFilters(services, shopId, change),
    readCustomerRecord: (shopId, customerId) => readCustomerRecord(services, shopId, customerId),
    readCustomerContact: (shopId, customerId, signal) =>
      readCustomerContact(services, shopId, customerId, signal),
    exportCustomers: (...wanted) => exportCustomers(services, ...wanted),
    exportRescue: (...wanted) => exportRescue(services, ...wanted),
    readRescues: (shopId) => readRescues(services, shopId),
    readRescue: (shopId, campaignId) => readRescue(services, shopId, campaignId),
    openRescue: (...wanted) => openRescue(services, ...wanted),
    rescue: {
      revise: (...wanted) => reviseRescue(services, ...wanted),
      confirm: (...wanted) => confirmRescue(services, ...wanted),
      undo: (...wanted) => undoRescue(services, ...wanted),
      retry: (...wanted) => retryRescue(services, ...wanted),
      discard: (...wanted) => discardRescue(services, ...wanted),
      resume: (...wanted) => resumeRescue(services, ...wanted),
      liftStop: (...wanted) => liftRescueStop(services, ...wanted),
    },
    readConnections: (shopId) => readConnections(services, shopId),
    readRun: (shopId) => readRun(services, shopId),
    readSettings: (shopId) => readSettingsView(services, shopId),
    saveSettings: (shopId, actor, change) => saveSettingsSection(services, shopId, actor, change),
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
