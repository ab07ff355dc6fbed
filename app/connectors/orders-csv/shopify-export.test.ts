import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { shopifyExport, SHOPIFY_COLUMNS, type ExportedOrder } from './fixtures/shopify-export';
import type { OrdersCsvOptions } from './contract';
import { readOrdersCsv } from './stream-orders-csv';

function read(orders: readonly ExportedOrder[], options: OrdersCsvOptions = {}) {
  return readOrdersCsv(Readable.from([Buffer.from(shopifyExport(orders))]), options);
}

async function amounts(orders: readonly ExportedOrder[]) {
  const result = await read(orders);
  if (result.status !== 'ok') throw new Error(JSON.stringify(result.faults));
  return result.rows.map(({ customerId, minor }) => [customerId, minor]);
}

const DAY = '2026-01-31 10:00:00 +0100';

describe('the orders export of Shopify admin with all of its 79 columns', () => {
  test('one order however many line items and lines of notes; further rows leave the order’s columns empty', async () => {
    expect(SHOPIFY_COLUMNS).toHaveLength(79);
    const result = await read([
      {
        Name: '#1001',
        Email: 'Ana@Example.com',
        Total: '34.98',
        items: 3,
        Notes: 'Ring twice,\n"thanks"\r\nAna',
      },
      { Name: '#1002', Email: 'ana@example.com', Total: '10.00' },
    ]);
    expect(result).toMatchObject({ status: 'ok', format: 'shopify', orders: 2, warnings: [] });
    expect(await amounts([{ Name: '#1', Email: 'A@b.com', Total: '34.98', items: 3 }])).toEqual([
      ['a@b.com', 3498n],
    ]);
  });

  test('refunds reduce their order, also a whole one; an outstanding balance is not received', async () => {
    expect(
      await amounts([
        {
          Name: '#1',
          Email: 'a@b.com',
          Total: '50.00',
          'Financial Status': 'partially_refunded',
          'Refunded Amount': '12.50',
        },
        {
          Name: '#2',
          Email: 'a@b.com',
          Total: '50.00',
          'Financial Status': 'refunded',
          'Refunded Amount': '50.00',
        },
        {
          Name: '#3',
          Email: 'a@b.com',
          Total: '50.00',
          'Financial Status': 'partially_paid',
          'Outstanding Balance': '20.00',
        },
      ]),
    ).toEqual([
      ['a@b.com', 3750n],
      ['a@b.com', 0n],
      ['a@b.com', 3000n],
    ]);
  });

  test('cancelled, unpaid and test orders are left out and told; guests are counted with their money', async () => {
    const result = await read([
      { Name: '#1', Email: 'a@b.com', Total: '20.00' },
      { Name: '#2', Email: 'a@b.com', Total: '20.00', 'Cancelled at': DAY },
      { Name: '#3', Email: 'a@b.com', Total: '20.00', 'Financial Status': 'pending', items: 2 },
      { Name: '#4', Email: 'a@b.com', Total: '20.00', 'Financial Status': 'voided' },
      { Name: '#5', Email: 'a@b.com', Total: '20.00', 'Payment Method': '(for testing) Bogus Gateway' },
      { Name: '#6', Email: '', Total: '7.25', items: 2 },
      { Name: '#7', Email: '', Total: '2.75' },
    ]);
    expect(result).toMatchObject({
      orders: 1,
      guests: { orders: 2, minor: 1000n },
      warnings: [
        { code: 'cancelled-orders', count: 1, firstRow: 3 },
        { code: 'unpaid-orders', count: 2, firstRow: 4 },
        { code: 'test-orders', count: 1, firstRow: 7 },
        { code: 'guest-orders', count: 2, firstRow: 8 },
      ],
    });
  });

  test('a column with the customer’s id names the customer; without an id the e-mail does', async () => {
    const text = [
      'Name,Email,Created at,Total,Currency,Customer ID',
      `#1,old@b.com,${DAY},10.00,EUR,7001`,
      `#2,new@b.com,${DAY},20.00,EUR,7001`,
      `#3,Third@b.com,${DAY},30.00,EUR,`,
    ].join('\n');
    const result = await readOrdersCsv(Readable.from([Buffer.from(text)]));
    expect(result.status === 'ok' && result.rows.map(({ customerId }) => customerId)).toEqual([
      '7001',
      '7001',
      'third@b.com',
    ]);
  });

  test('saved again by a Spanish spreadsheet: byte order mark, semicolons, decimal commas', async () => {
    const text = `\uFEFF${shopifyExport([{ Name: '#1', Email: 'a@b.com', Total: '"1.234,50"', 'Refunded Amount': '"34,5"' }], ';')}`;
    const result = await readOrdersCsv(Readable.from([Buffer.from(text)]));
    expect(result.status === 'ok' && result.rows.map(({ minor }) => minor)).toEqual([120_000n]);
  });

  test('faults name the row and Shopify’s own column, the first 20 of them', async () => {
    const result = await read([
      { Name: '#1', Email: 'a@b.com', Total: '20.00', items: 3 },
      { Name: '#2', Email: 'a@b.com', Total: 'twenty' },
      { Name: '#3', Email: 'a@b.com', Total: '', 'Created at': '31/01/2026 10:00' },
      { Name: '#4', Email: 'a@b.com', Total: '1.00', Currency: 'USD' },
      ...Array.from({ length: 20 }, (_, i) => ({ Name: `#x${i}`, Email: 'a@b.com', Total: '-' })),
    ]);
    if (result.status !== 'invalid') throw new Error('accepted');
    expect(result.faultCount).toBe(24);
    expect(result.faults).toHaveLength(20);
    expect(result.faults.slice(0, 4).map(({ code, row, column }) => [code, row, column])).toEqual([
      ['bad-amount', 5, 'Total'],
      ['bad-date', 6, 'Created at'],
      ['missing-amount', 6, 'Total'],
      ['other-currency', 7, 'Currency'],
    ]);
  });
});
