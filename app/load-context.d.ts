// Stands in for the declaration that composition.server.ts brings; to be deleted with it.
import type { Clock } from '~/domain/clock';
import type { ConnectionsView } from '~/services/views/connections-view';
import type { CustomersQuery, CustomersView } from '~/services/views/customers-view';
import type { DashboardView } from '~/services/views/dashboard-view';
import type { RunView } from '~/services/views/run-view';

export interface Timon {
  readonly clock: Clock;
  readonly config: { readonly apiKey: string; readonly appBridgeUrl: string };
  authenticateAdmin(request: Request): Promise<{ shopId: string; shopDomain: string; userId: string | null }>;
  shopifyHeaders(headers: Headers, request: Request): void;
  readDashboard(shopId: string): Promise<DashboardView>;
  readCustomers(shopId: string, query: CustomersQuery): Promise<CustomersView>;
  readConnections(shopId: string): Promise<ConnectionsView>;
  readRun(shopId: string): Promise<RunView | null>;
  startRun(shopId: string, actor: string): Promise<{ runId: string; alreadyRunning: boolean }>;
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    timon: Timon;
  }
}
