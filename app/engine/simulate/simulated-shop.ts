import type { FinancialStatus } from '~/domain/order';
import type { MarketingSeries } from '../mmm/marketing-series';

/** A whole shop as data: what a simulator writes and what a stand-in of a shop platform serves. */
export interface SimulatedShop {
  readonly name: string;
  /** ISO 4217 code of the shop's base currency. */
  readonly currency: string;
  /** IANA zone of the shop's wall clock. */
  readonly timeZone: string;
  /** ISO 3166-1 alpha-2 code. */
  readonly countryCode: string;
  readonly customers: readonly SimulatedCustomer[];
  /** In order of `createdAt`. */
  readonly orders: readonly SimulatedOrder[];
}

/** A shop that knows what it spent to win its customers; the platform holds nothing of that. */
export interface AdvertisedShop extends SimulatedShop {
  readonly marketing: ShopMarketing;
}

/**
 * A row a day of the shop's history, money in the shop's currency. Revenue is the first order of every customer on its
 * day, as it was placed: before refunds and cancellations, guests and test orders left out.
 */
export interface ShopMarketing extends MarketingSeries {
  readonly truth: readonly BoughtCustomers[];
}

/** What one paid channel really brought. */
interface BoughtCustomers {
  readonly name: string;
  readonly spend: number;
  readonly newCustomers: number;
  /** First orders of its customers. */
  readonly revenue: number;
  /** `revenue` for each unit spent; 0 without spend. */
  readonly roas: number;
}

export interface SimulatedCustomer {
  /** Positive whole number, unique in the shop. */
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** ISO instant. */
  readonly createdAt: string;
}

export interface SimulatedOrder {
  /** Positive whole number, unique in the shop. */
  readonly id: number;
  /** `null` for a guest. */
  readonly customerId: number | null;
  /** ISO instant. */
  readonly createdAt: string;
  /** ISO instant of the last change (refund, cancellation, payment); equals `createdAt` when there was none. */
  readonly updatedAt: string;
  /** Decimal strings in the shop's currency, with its digits. `total` is the sum of the lines, before any refund. */
  readonly total: string;
  /** Money received, before any of it was returned: net payment is `paid` minus `refunded`. */
  readonly paid: string;
  readonly refunded: string;
  /** Currency the customer paid in, and units of it for one unit of the shop's currency on that day. */
  readonly presentmentCurrency: string;
  readonly presentmentRate: number;
  readonly financialStatus: FinancialStatus;
  readonly test: boolean;
  readonly cancelledAt: string | null;
  readonly origin: SimulatedOrigin | null;
  readonly lines: readonly SimulatedLine[];
}

export interface SimulatedOrigin {
  readonly source: string;
  readonly utmSource: string | null;
  readonly utmMedium: string | null;
  readonly utmCampaign: string | null;
}

export interface SimulatedLine {
  readonly productId: number;
  readonly title: string;
  readonly quantity: number;
  /** Decimal string: price of the whole line after discounts, in the shop's currency. */
  readonly total: string;
}
