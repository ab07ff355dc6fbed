/** Shopify's display financial status; `null` where the source does not say. */
export const FINANCIAL_STATUSES = [
  'AUTHORIZED',
  'EXPIRED',
  'PAID',
  'PARTIALLY_PAID',
  'PARTIALLY_REFUNDED',
  'PENDING',
  'REFUNDED',
  'VOIDED',
] as const;
export type FinancialStatus = (typeof FINANCIAL_STATUSES)[number];

/** Where the first visit before an order came from, as the source attributes it (not as a model does). */
export interface OrderOrigin {
  /** Referring source, for example `google`, `instagram`, `direct`. */
  readonly source: string;
  readonly utmSource: string | null;
  readonly utmMedium: string | null;
  readonly utmCampaign: string | null;
}

export interface OrderLine {
  readonly sourceId: string;
  readonly productId: string | null;
  readonly title: string;
  readonly quantity: number;
  /** Discounted line total in minor units of the shop's currency. */
  readonly totalMinor: bigint;
}

/** One order as a connector hands it over: the source's own ids, exact money, instants in UTC. */
export interface SourceOrder {
  readonly sourceId: string;
  /** Name that the merchant knows it by, for example `#1042`. */
  readonly name: string;
  /** `null` for guests. */
  readonly customerId: string | null;
  /** ISO instant of the sale. */
  readonly processedAt: string;
  /** ISO instant of the source's last change: an older version never overwrites a newer one. */
  readonly updatedAt: string;
  /** The shop's base currency; amounts below are in it, converted by the source at the order date's rate. */
  readonly currency: string;
  /** Order total after edits, before refunds of money. */
  readonly totalMinor: bigint;
  readonly refundedMinor: bigint;
  /** Money received minus money returned: what the models count as revenue. */
  readonly netMinor: bigint;
  /**
   * What discounts of any kind still take off, for goods that were not returned. `netMinor` leaves returned goods out,
   * and so must this: together they are the goods' price before discounts, of which what they cost is a share.
   */
  readonly discountMinor: bigint;
  /** Codes that were typed at the checkout, as the source writes them; compare without regard to case. */
  readonly discountCodes: readonly string[];
  /** The currency that the customer paid in, and the net amount in it. */
  readonly presentmentCurrency: string;
  readonly presentmentNetMinor: bigint;
  readonly financialStatus: FinancialStatus | null;
  readonly test: boolean;
  readonly cancelledAt: string | null;
  readonly origin: OrderOrigin | null;
  /** `false` while the source is still working out the origin: ask again later. */
  readonly originReady: boolean;
  readonly lines: readonly OrderLine[];
}

/** What we keep of a customer: an opaque id and two facts that tell whether the history is complete. */
export interface SourceCustomer {
  readonly sourceId: string;
  readonly createdAt: string;
  /** Orders over the customer's whole life as the source counts them, null where it does not say. */
  readonly lifetimeOrders: number | null;
}
