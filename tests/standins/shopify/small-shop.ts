import type { Clock } from '~/domain/clock';
import type { SimulatedOrder, SimulatedShop } from '~/engine/simulate/simulated-shop';
import { createShopifyStandin, type ShopifyStandin } from './shopify-standin';
import type { StandinOptions, StandinShopOptions } from './standin-options';

export const SHOP = 'small-shop.myshopify.com';
export const APP = { apiKey: 'app-key', apiSecret: 'app-secret' } as const;
const NOW = '2026-11-01T12:00:00Z';
const fixedClock: Clock = { now: () => new Date(NOW) };

/** An order with everything ordinary; a test changes what it is about. */
export function order(id: number, createdAt: string, change: Partial<SimulatedOrder> = {}): SimulatedOrder {
  return {
    id,
    customerId: 1,
    createdAt,
    updatedAt: createdAt,
    total: '20.00',
    paid: '20.00',
    refunded: '0.00',
    presentmentCurrency: 'EUR',
    presentmentRate: 1,
    financialStatus: 'PAID',
    test: false,
    cancelledAt: null,
    origin: null,
    lines: [
      { productId: 11, title: 'Tea', quantity: 1, total: '12.50' },
      { productId: 12, title: 'Cup', quantity: 2, total: '7.50' },
    ],
    ...change,
  };
}

/** Four orders of two customers and a guest; the first is more than 60 days old at NOW. */
export const smallShop: SimulatedShop = {
  name: 'Small Shop',
  currency: 'EUR',
  timeZone: 'Europe/Madrid',
  countryCode: 'ES',
  customers: [
    {
      id: 1,
      firstName: 'Ana',
      lastName: 'Ruiz',
      email: 'ana@small.example',
      createdAt: '2026-01-05T08:00:00Z',
    },
    { id: 2, firstName: 'Bo', lastName: 'Li', email: 'bo@small.example', createdAt: '2026-10-02T08:00:00Z' },
  ],
  orders: [
    order(101, '2026-01-05T09:00:00Z', {
      origin: { source: 'google', utmSource: 'google', utmMedium: 'cpc', utmCampaign: 'brand' },
    }),
    order(102, '2026-10-02T09:00:00Z', {
      customerId: 2,
      updatedAt: '2026-10-20T10:00:00Z',
      refunded: '5.00',
      financialStatus: 'PARTIALLY_REFUNDED',
    }),
    order(103, '2026-10-10T09:00:00Z', {
      presentmentCurrency: 'JPY',
      presentmentRate: 160.5,
      origin: { source: 'direct', utmSource: null, utmMedium: null, utmCampaign: null },
    }),
    order(104, '2026-10-12T09:00:00Z', {
      customerId: null,
      total: '7.50',
      paid: '0.00',
      financialStatus: 'PENDING',
    }),
  ],
};

/** A shop of `count` orders, one an hour, for paging and speed. */
export function shopOf(count: number): SimulatedShop {
  const start = Date.parse('2026-01-01T00:00:00Z');
  const customers = Array.from({ length: Math.ceil(count / 3) }, (_, index) => ({
    id: index + 1,
    firstName: 'C',
    lastName: String(index + 1),
    email: `c${index + 1}@small.example`,
    createdAt: '2026-01-01T00:00:00Z',
  }));
  const orders = Array.from({ length: count }, (_, index) =>
    order(index + 1, new Date(start + index * 60_000).toISOString(), {
      customerId: 1 + (index % customers.length),
    }),
  );
  return { ...smallShop, customers, orders };
}

export function startSmall(
  shop: Partial<StandinShopOptions> = {},
  options: Partial<StandinOptions> = {},
): Promise<ShopifyStandin> {
  const shops = [{ domain: SHOP, data: smallShop, ...shop }];
  return createShopifyStandin({ ...APP, shops, clock: fixedClock, ...options });
}
