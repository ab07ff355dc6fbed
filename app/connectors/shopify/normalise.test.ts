import { describe, expect, it } from 'vitest';
import { ConnectorError } from '../contract';
import { normaliseCustomer, normaliseOrder } from './normalise';
import type { OrderHeaderNode, OrderLineNode } from './schemas';

const money = (amount: string, currencyCode = 'EUR') => ({ amount, currencyCode });

const header: OrderHeaderNode = {
  id: 'gid://shopify/Order/1001',
  name: '#1001',
  processedAt: '2026-01-31T23:30:00Z',
  updatedAt: '2026-02-01T00:30:00+01:00',
  cancelledAt: null,
  test: false,
  displayFinancialStatus: 'PARTIALLY_REFUNDED',
  currencyCode: 'EUR',
  presentmentCurrencyCode: 'GBP',
  currentTotalPriceSet: { shopMoney: money('90.10') },
  currentTotalDiscountsSet: { shopMoney: money('15.9') },
  discountCodes: ['VUELVE-7K2'],
  totalRefundedSet: { shopMoney: money('10.00') },
  netPaymentSet: { shopMoney: money('80.1'), presentmentMoney: money('68.50', 'GBP') },
  customer: { id: 'gid://shopify/Customer/7', createdAt: '2025-01-01T00:00:00Z', numberOfOrders: '3' },
  customerJourneySummary: {
    ready: true,
    firstVisit: { source: 'google', utmParameters: { source: 'g', medium: 'cpc', campaign: null } },
  },
};
const line: OrderLineNode = {
  id: 'gid://shopify/LineItem/5',
  title: 'Café de Etiopía',
  quantity: 2,
  product: { id: 'gid://shopify/Product/9' },
  discountedTotalSet: { shopMoney: money('90.10') },
};

function inCurrency(code: string, amount: string): OrderHeaderNode {
  const same = money(amount, code);
  return {
    ...header,
    currencyCode: code,
    presentmentCurrencyCode: code,
    currentTotalPriceSet: { shopMoney: same },
    currentTotalDiscountsSet: { shopMoney: same },
    totalRefundedSet: { shopMoney: money('0.0', code) },
    netPaymentSet: { shopMoney: same, presentmentMoney: same },
  };
}

describe('normaliseOrder', () => {
  it('gives numeric ids, exact minor units, instants in UTC, and what was really received', () => {
    expect(normaliseOrder(header, [line])).toEqual({
      sourceId: '1001',
      name: '#1001',
      customerId: '7',
      processedAt: '2026-01-31T23:30:00.000Z',
      updatedAt: '2026-01-31T23:30:00.000Z',
      currency: 'EUR',
      totalMinor: 9010n,
      refundedMinor: 1000n,
      netMinor: 8010n,
      discountMinor: 1590n,
      discountCodes: ['VUELVE-7K2'],
      presentmentCurrency: 'GBP',
      presentmentNetMinor: 6850n,
      financialStatus: 'PARTIALLY_REFUNDED',
      test: false,
      cancelledAt: null,
      origin: { source: 'google', utmSource: 'g', utmMedium: 'cpc', utmCampaign: null },
      originReady: true,
      lines: [{ sourceId: '5', productId: '9', title: 'Café de Etiopía', quantity: 2, totalMinor: 9010n }],
    });
  });

  it.each([
    ['JPY', '1200.0', 1200n],
    ['KWD', '12.345', 12345n],
    ['KWD', '0.5', 500n],
    ['EUR', '1000000000.0', 100000000000n],
    ['EUR', '-3.05', -305n],
    ['EUR', '0.0', 0n],
  ])('keeps %s %s exact, whatever digits the currency has', (currency, amount, minor) => {
    const order = normaliseOrder(inCurrency(currency, amount), []);
    const { netMinor, totalMinor, discountMinor } = order;
    expect([order.currency, netMinor, totalMinor, discountMinor]).toEqual([currency, minor, minor, minor]);
  });

  it('reads a guest, an order without journey, and one whose status Shopify does not say', () => {
    const order = normaliseOrder(
      { ...header, customer: null, customerJourneySummary: null, displayFinancialStatus: null },
      [],
    );
    expect(order).toMatchObject({ customerId: null, origin: null, originReady: true, financialStatus: null });
  });

  it('says when Shopify is still working out where the order came from', () => {
    const order = normaliseOrder({ ...header, customerJourneySummary: { ready: false } }, []);
    expect(order).toMatchObject({ origin: null, originReady: false });
  });

  it.each([
    ['an amount that is no number', { ...header, totalRefundedSet: { shopMoney: money('ten') } }],
    ['amounts in two base currencies', { ...header, totalRefundedSet: { shopMoney: money('1.00', 'USD') } }],
    ['the id of something else', { ...header, id: 'gid://shopify/DraftOrder/1' }],
    ['a day that does not exist', { ...header, processedAt: 'yesterday' }],
  ])('refuses %s', (_what, node) => {
    expect(() => normaliseOrder(node, [])).toThrow(ConnectorError);
  });
});

describe('normaliseCustomer', () => {
  it('keeps an id and two facts, nothing personal', () => {
    const node = { id: 'gid://shopify/Customer/7', createdAt: '2025-01-01T00:00:00Z', numberOfOrders: '12' };
    expect(normaliseCustomer(node)).toEqual({
      sourceId: '7',
      createdAt: '2025-01-01T00:00:00.000Z',
      lifetimeOrders: 12,
    });
  });
});
