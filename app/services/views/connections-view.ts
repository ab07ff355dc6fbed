import type { ReconciliationView, ShopView, NoticeView } from './dashboard-view';
import type { RunView } from './run-view';

export interface ConnectionsView {
  readonly shop: ShopView;
  readonly shopify: ShopifyConnectionView;
  readonly run: RunView | null;
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

export interface ActivityView {
  readonly id: string;
  readonly at: string;
  readonly tone: 'success' | 'info' | 'warning' | 'critical';
  /** Key under `activity` in the message catalog, with its values. */
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}
