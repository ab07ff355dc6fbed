import type { ShopifyClient } from '~/connectors/shopify/client';
import type { Db } from '~/data/db';
import type { Clock } from '~/domain/clock';
import type { ColumnValuation, ValuationInput } from '~/engine/clv/value-customers';
import type { JobQueue } from '~/jobs/queue';
import type { Logger } from '~/observability/logger.server';

/** What use cases work with. Built once per process by the composition root. */
export interface ServiceContext {
  readonly db: Db;
  readonly queue: JobQueue;
  /** The shop's idea of now; tests and the demo may stand on another day. */
  readonly clock: Clock;
  readonly log: Logger;
  /** A client of the shop's Admin API with a token that is kept fresh. */
  connectShopify(domain: string): ShopifyClient;
  /** Replaces the shop's token: scopes granted since it was issued come only with a new one. */
  renewAccess(domain: string): Promise<void>;
  /** Forgets the tokens of a shop that is gone. */
  forgetSessions(domain: string): Promise<void>;
  /** The fit, off the event loop; its customers in columns. */
  valueCustomers(input: ValuationInput, signal: AbortSignal): Promise<ColumnValuation>;
}
