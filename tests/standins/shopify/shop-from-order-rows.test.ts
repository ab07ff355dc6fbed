import { describe, expect, test } from 'vitest';
import { shopFromOrderRows } from './shop-from-order-rows';

const facts = { currency: 'EUR', timeZone: 'Europe/Madrid', name: 'Own orders' };

describe('a shop from order rows', () => {
  test('has one order a row, one customer an id, and days at noon on the shop clock, summer and winter', () => {
    const { shop, customerIdBySource } = shopFromOrderRows(
      [
        { customerId: 'b', instant: '2026-07-01', minor: 1050n },
        { customerId: 'a', instant: '2026-01-15', minor: 0n },
        { customerId: 'b', instant: '2026-02-01T08:30:00Z', minor: 99n },
      ],
      facts,
    );
    expect(shop.orders.map(({ createdAt, total, customerId }) => [createdAt, total, customerId])).toEqual([
      ['2026-01-15T11:00:00.000Z', '0.00', 1],
      ['2026-02-01T08:30:00.000Z', '0.99', 2],
      ['2026-07-01T10:00:00.000Z', '10.50', 2],
    ]);
    expect([...customerIdBySource]).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(shop.customers).toMatchObject([
      { id: 1, lastName: 'a' },
      { id: 2, lastName: 'b' },
    ]);
  });

  test('negative rows refund the nearest earlier order, then the ones before; the sum of all rows is kept', () => {
    const rows = [
      { customerId: 'a', instant: '2026-01-01', minor: 1000n },
      { customerId: 'a', instant: '2026-02-01', minor: 500n },
      { customerId: 'a', instant: '2026-02-10', minor: -700n },
      { customerId: 'a', instant: '2026-03-01', minor: 300n },
      { customerId: 'b', instant: '2026-03-01', minor: -250n },
    ];
    const { shop } = shopFromOrderRows(rows, facts);
    const byDay = new Map(shop.orders.map((one) => [`${one.customerId}/${one.createdAt.slice(0, 7)}`, one]));
    expect(byDay.get('1/2026-02')).toMatchObject({ refunded: '5.00', financialStatus: 'REFUNDED' });
    expect(byDay.get('1/2026-01')).toMatchObject({ refunded: '2.00', financialStatus: 'PARTIALLY_REFUNDED' });
    expect(byDay.get('1/2026-01')?.updatedAt).toBe('2026-02-10T11:00:00.000Z');
    expect(byDay.get('1/2026-03')).toMatchObject({ refunded: '0.00', financialStatus: 'PAID' });
    expect(byDay.get('2/2026-03')).toMatchObject({ total: '0.00', refunded: '2.50' });
    const net = shop.orders.reduce((sum, one) => sum + Number(one.paid) - Number(one.refunded), 0);
    expect(net).toBeCloseTo(8.5, 10);
  });

  test('a row that is not a day or an instant is named', () => {
    expect(() => shopFromOrderRows([{ customerId: 'a', instant: 'soon', minor: 1n }], facts)).toThrow(
      'not an instant or a day: soon',
    );
  });
});
