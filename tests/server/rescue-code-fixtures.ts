import type { RescueCodeOffer } from '~/connectors/shopify/create-rescue-code';
import type { SimulatedShop } from '~/engine/simulate/simulated-shop';
import type { ShopifyStandin } from '../standins/shopify/shopify-standin';
import { plainShop } from './shopify-fixtures';

const CUSTOMERS = 620;
export const ids = (count: number, first = 1): string[] =>
  Array.from({ length: count }, (_, index) => String(first + index));
export const numbers = (count: number): number[] => ids(count).map(Number);

export function shopOf(customers: number): SimulatedShop {
  const plain = plainShop(0);
  const list = ids(customers).map((id) => ({
    id: Number(id),
    firstName: `First ${id}`,
    lastName: `Last ${id}`,
    email: `c${id}@shop.example`,
    createdAt: '2024-01-01T00:00:00Z',
  }));
  return { ...plain, customers: list };
}

export const offer: RescueCodeOffer = {
  code: 'VUELVE-7K2',
  title: 'Timón: rescue of January, high value',
  tag: 'timon-rescue-c1-t1',
  percent: 15,
  startsAt: new Date('2025-01-01T00:00:00Z'),
  endsAt: new Date('2025-02-01T00:00:00Z'),
  customerIds: ids(CUSTOMERS),
  usageLimit: CUSTOMERS,
  minimumSubtotal: { minor: 2400n, currency: 'EUR' },
};

export const asMade = {
  code: 'VUELVE-7K2',
  title: 'Timón: rescue of January, high value',
  status: 'ACTIVE',
  startsAt: '2025-01-01T00:00:00Z',
  endsAt: '2025-02-01T00:00:00Z',
  percentage: 0.15,
  minimumSubtotal: '24.00',
  usageLimit: CUSTOMERS,
  appliesOncePerCustomer: true,
  combines: false,
  tags: ['timon-rescue-c1-t1'],
  customerIds: numbers(CUSTOMERS),
};

/** Names of the operations that Shopify was asked for, in their order. */
export function sentTo(standin: ShopifyStandin): readonly (string | null)[] {
  return standin.requests
    .list()
    .filter(({ kind }) => kind === 'graphql')
    .map(({ operationName }) => operationName);
}
