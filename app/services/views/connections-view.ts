import type { ReconciliationView, ShopView, NoticeView } from './dashboard-view';
import type { RunView } from './run-view';

export interface ConnectionsView {
  readonly shop: ShopView;
  readonly shopify: ShopifyConnectionView;
  readonly run: RunView | null;
  /** Privacy requests that Shopify passed on, newest first. */
  readonly privacy: readonly PrivacyRequestView[];
  /** Newest first. */
  readonly activity: readonly ActivityView[];
}

export interface ShopifyConnectionView {
  readonly state: 'waiting' | 'syncing' | 'ok' | 'degraded' | 'failed' | 'disconnected';
  readonly errorCode: string | null;
  readonly lastSuccessAt: string | null;
  readonly nextRunAt: string | null;
  readonly orders: number;
  readonly customers: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly mode: 'bulk' | 'paginated' | null;
  readonly reconciliation: ReconciliationView | null;
  readonly notices: readonly NoticeView[];
}

export interface PrivacyRequestView {
  readonly id: string;
  readonly topic: 'customers/data_request' | 'customers/redact' | 'shop/redact';
  /** ISO instants. */
  readonly receivedAt: string;
  readonly completedAt: string | null;
  /** The customer's data are there to be handed over. */
  readonly hasReport: boolean;
}

export interface ActivityView {
  readonly id: string;
  readonly at: string;
  readonly tone: 'success' | 'info' | 'warning' | 'critical';
  /** Key under `activity` in the message catalog, with its values. */
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}
