import type { Clock } from '~/domain/clock';
import type { SimulatedShop } from '~/engine/simulate/simulated-shop';
import type { BulkTiming } from './bulk-operations';
import type { ThrottleLimits } from './throttle-bucket';
import type { WebhookTarget } from './webhook-sender';

export interface StandinShopOptions {
  /** For example `timon-demo.myshopify.com`. */
  readonly domain: string;
  readonly data: SimulatedShop;
  /** Locale of the merchant; `en` unless told. */
  readonly locale?: string;
  /** `basic` (2,000 points, 100 a second) unless told; also `advanced`, `plus`, `enterprise`. */
  readonly plan?: string;
  /** What the merchant granted; all that the app asks for unless told. */
  readonly grantedScopes?: readonly string[];
  /** A bucket other than the plan's. */
  readonly throttle?: ThrottleLimits;
  /** False: Shopify refuses bulk operations to this app on this shop. */
  readonly bulkAccess?: boolean;
  /** False: Shopify has not approved the app for names, e-mails and phones (protected customer data, level 2). */
  readonly personalData?: boolean;
  /** Most customers that one discount code takes; no limit unless told. */
  readonly customersPerCode?: number;
}

export interface StandinOptions {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly shops: readonly StandinShopOptions[];
  /** "Now" for order ages and new records. Tokens, throttling and bulk timing run on real time, as the app does. */
  readonly clock: Clock;
  /** A free port unless told. Always on 127.0.0.1. */
  readonly port?: number;
  readonly webhooks?: WebhookTarget;
  readonly bulkTiming?: Partial<BulkTiming>;
  /** How long `customerJourneySummary.ready` stays false for an order added while running; 2,000 ms unless told. */
  readonly journeyDelayMs?: number;
  /** Life of an offline access token; an hour unless told. */
  readonly offlineTokenLifetimeS?: number;
}

export const DEFAULT_SCOPES = [
  'read_all_orders',
  'read_customers',
  'read_locations',
  'read_orders',
  'read_products',
  'write_discounts',
] as const;
