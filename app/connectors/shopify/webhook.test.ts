import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConnectorError } from '../contract';
import { parseWebhook } from './webhook';

const delivery = {
  webhookId: 'b54557e4-0000-4000-8000-000000000000',
  shop: 'timon-demo.myshopify.com',
  triggeredAt: '2026-03-01T10:00:00.123456789Z',
};
const changeOf = (topic: string, payload: unknown) => parseWebhook({ ...delivery, topic, payload }).change;

describe('parseWebhook', () => {
  it.each([
    ['orders/create', { id: 2 ** 53 }, null],
    ['orders/create', { id: 1001, email: 'x@example.com' }, { kind: 'order', id: '1001' }],
    ['ORDERS_UPDATED', { id: 1001 }, { kind: 'order', id: '1001' }],
    ['orders/cancelled', { id: '1001' }, { kind: 'order', id: '1001' }],
    ['orders/delete', { id: 1001 }, { kind: 'order-deleted', id: '1001' }],
    ['refunds/create', { id: 5, order_id: 1001 }, { kind: 'order', id: '1001' }],
    ['CUSTOMERS_CREATE', { id: 7 }, { kind: 'customer', id: '7' }],
    ['customers/update', { id: 7 }, { kind: 'customer', id: '7' }],
    ['customers/delete', { id: 7 }, { kind: 'customer-deleted', id: '7' }],
    ['APP_UNINSTALLED', {}, { kind: 'uninstalled' }],
    [
      'APP_SCOPES_UPDATE',
      { previous: [], current: ['read_orders'] },
      { kind: 'scopes-updated', scopes: ['read_orders'] },
    ],
    ['SHOP_REDACT', { shop_id: 1 }, { kind: 'shop-redact' }],
    [
      'CUSTOMERS_DATA_REQUEST',
      { orders_requested: [1, 2], customer: { id: 7, email: 'x@example.com' }, data_request: { id: 99 } },
      { kind: 'data-request', requestId: '99', customerId: '7', orderIds: ['1', '2'] },
    ],
    [
      'customers/redact',
      { customer: { id: 7 }, orders_to_redact: [1] },
      { kind: 'customer-redact', customerId: '7', orderIds: ['1'] },
    ],
    [
      'customers/redact',
      { orders_to_redact: [3] },
      { kind: 'customer-redact', customerId: null, orderIds: ['3'] },
    ],
    ['products/update', { id: 1 }, { kind: 'unknown' }],
  ])('reads %s %j', (topic, payload, change) => {
    // An id beyond 2^53 has lost digits before we see it: refused rather than wrong.
    if (change === null) expect(() => changeOf(topic, payload)).toThrow(ConnectorError);
    else expect(changeOf(topic, payload)).toEqual(change);
  });

  it('keeps what duplicates and order are told by', () => {
    const webhook = parseWebhook({ ...delivery, topic: 'ORDERS_CREATE', payload: { id: 1 } });
    expect(webhook).toMatchObject({
      webhookId: delivery.webhookId,
      topic: 'orders/create',
      triggeredAt: '2026-03-01T10:00:00.123Z',
    });
  });

  it.each([[null], ['text'], [{}], [{ id: -1 }], [{ id: 'abc' }]])('refuses the payload %j', (payload) => {
    expect(() => changeOf('orders/create', payload)).toThrow(ConnectorError);
  });

  it('reads every topic that shopify.app.toml subscribes to, each at the address of its name', () => {
    const toml = readFileSync(new URL('../../../shopify.app.toml', import.meta.url), 'utf8');
    const found = [...toml.matchAll(/topics = \["([^"]+)"\]\nuri = "\/webhooks\/([^"]+)"/g)];
    expect(found).toHaveLength(13);
    const payload = { id: 1, order_id: 1, current: [], data_request: { id: 1 } };
    for (const [, topic = '', path] of found) {
      expect(path).toBe(topic);
      expect(changeOf(topic, payload).kind, topic).not.toBe('unknown');
    }
  });
});
