import type { SimulatedOrder, SimulatedShop } from '~/engine/simulate/simulated-shop';
import { systemClock } from '~/domain/clock';
import {
  createShopifyClient,
  type ShopifyClientOptions,
  type ShopifyRequestEvent,
} from '~/connectors/shopify/client';
import type { SourcePage } from '~/connectors/contract';
import { fetchVia } from '../standins/shopify/fetch-via';
import { createShopifyStandin, type ShopifyStandin } from '../standins/shopify/shopify-standin';
import type { StandinOptions, StandinShopOptions } from '../standins/shopify/standin-options';

export const API_KEY = 'test-key';
export const API_SECRET = 'test-secret-of-32-characters-long';
export const SHOP = 'faults.myshopify.com';

/** A shop whose every number is plain: order i has (i mod 13) lines, is 3 units dear, and belongs to customer i mod 97. */
export function plainShop(orders: number, currency = 'EUR', unit = '3.00'): SimulatedShop {
  const start = Date.UTC(2024, 0, 1);
  const at = (index: number) => new Date(start + index * 3_600_000).toISOString();
  const list = Array.from({ length: orders }, (_, index): SimulatedOrder => {
    const lines = index % 13;
    return {
      id: 10_001 + index,
      customerId: index % 10 === 9 ? null : 501 + (index % 97),
      createdAt: at(index),
      updatedAt: at(index),
      total: unit,
      paid: unit,
      refunded: currency === 'JPY' ? '0' : '0.00',
      presentmentCurrency: currency,
      presentmentRate: 1,
      financialStatus: 'PAID',
      test: false,
      cancelledAt: null,
      origin: null,
      lines: Array.from({ length: lines }, (_line, line) => ({
        productId: 1 + line,
        title: `Product ${line}`,
        quantity: 1,
        total: line === 0 ? unit : currency === 'JPY' ? '0' : '0.00',
      })),
    };
  });
  const customers = Array.from({ length: 97 }, (_, index) => ({
    id: 501 + index,
    firstName: 'A',
    lastName: 'B',
    email: `c${index}@example.com`,
    createdAt: at(0),
  }));
  return { name: 'Plain', currency, timeZone: 'Europe/Madrid', countryCode: 'ES', customers, orders: list };
}

export function startStandin(
  shop: Partial<StandinShopOptions> & { readonly data: SimulatedShop },
  options: Partial<StandinOptions> = {},
): Promise<ShopifyStandin> {
  return createShopifyStandin({
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    clock: { now: () => new Date(Date.UTC(2025, 0, 1)) },
    bulkTiming: { startDelayMs: 1 },
    shops: [{ domain: SHOP, throttle: { maximumAvailable: 1e6, restoreRate: 1e5 }, ...shop }],
    ...options,
  });
}

/** An offline token of the shop, by the same exchange as an installation. */
export async function exchangeToken(standin: ShopifyStandin): Promise<Record<string, unknown>> {
  const response = await fetchVia(standin)(`https://${SHOP}/admin/oauth/access_token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      client_id: API_KEY,
      client_secret: API_SECRET,
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: standin.mintSessionToken(SHOP),
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
      expiring: '1',
    }),
  });
  return (await response.json()) as Record<string, unknown>;
}

/** A client with a valid token, that waits a hundredth of what it should, and what it did. */
export async function connect(standin: ShopifyStandin, options: Partial<ShopifyClientOptions> = {}) {
  const { access_token: token } = await exchangeToken(standin);
  const events: ShopifyRequestEvent[] = [];
  const waits: number[] = [];
  const client = createShopifyClient({
    shop: SHOP,
    accessToken: () => Promise.resolve(String(token)),
    fetch: fetchVia(standin),
    clock: systemClock,
    sleep: async (ms, signal) => {
      waits.push(ms);
      await new Promise((resolve) => setTimeout(resolve, Math.ceil(ms / 100)));
      signal?.throwIfAborted();
    },
    observe: (event) => events.push(event),
    ...options,
  });
  return { client, events, waits };
}

export async function collect(pages: AsyncIterable<SourcePage>) {
  const orders = [];
  const customers = new Map<string, SourcePage['customers'][number]>();
  for await (const page of pages) {
    orders.push(...page.orders);
    for (const customer of page.customers) customers.set(customer.sourceId, customer);
  }
  return { orders, customers };
}
