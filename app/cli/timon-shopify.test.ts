import { describe, expect, test, vi } from 'vitest';
import { shopifyExport } from '~/connectors/orders-csv/fixtures/shopify-export';
import { simulatedRows, timon } from './fixtures/timon';

vi.setConfig({ testTimeout: 60_000 });

interface Output {
  readonly customers: readonly Record<string, unknown>[];
  readonly totals: unknown;
  readonly file: Record<string, unknown>;
}

const ROWS = simulatedRows().map((row) => row.split(',') as [string, string, string]);

async function clv(stdin: string): Promise<Output> {
  const { code, out, err } = await timon(['clv', '-', '--now', '2026-03-01', '--json', '-'], { stdin });
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as Output;
}

describe('timon clv on the orders export of Shopify', () => {
  test('gives the numbers of the plain file with the same orders, whatever else the export holds', async () => {
    const plain = await clv(
      [
        'customer_id,order_date,revenue',
        ...ROWS.map(([c, day, amount]) => `${c}@x.com,${day},${amount}`),
      ].join('\n'),
    );
    const exported = await clv(
      shopifyExport([
        ...ROWS.map(([c, day, amount], i) => ({
          Name: `#${1000 + i}`,
          Email: `${c.toUpperCase()}@x.com`,
          Total: (Number(amount) + 5).toFixed(2),
          'Refunded Amount': '5.00',
          'Financial Status': 'partially_refunded',
          'Created at': `${day} 23:59:00 -0500`,
          items: 1 + (i % 3),
          Notes: i % 10 === 0 ? 'first line\nsecond, with a comma' : '',
        })),
        { Name: '#1', Email: 'c1@x.com', Total: '999.00', 'Cancelled at': '2026-02-01 10:00:00 +0100' },
        { Name: '#2', Email: 'c1@x.com', Total: '999.00', 'Financial Status': 'pending' },
        { Name: '#3', Email: 'c1@x.com', Total: '999.00', 'Payment Method': 'bogus' },
        { Name: '#4', Email: '', Total: '12.50' },
      ]),
    );
    expect(exported.customers).toEqual(plain.customers);
    expect(exported.totals).toEqual(plain.totals);
    expect(exported.file).toMatchObject({
      format: 'shopify',
      orders: ROWS.length,
      guests: { orders: 1, revenue: 12.5 },
    });
  });

  test('tells what was left out, and the guests’ money', async () => {
    const { out } = await timon(['clv', '-'], {
      stdin: shopifyExport([
        { Name: '#1', Email: 'a@b.com', Total: '20.00' },
        { Name: '#2', Email: '', Total: '30.00' },
        { Name: '#3', Email: 'a@b.com', Total: '20.00', 'Payment Method': 'bogus' },
      ]),
    });
    expect(out).toContain(
      '1 orders of guests (30 EUR) name no customer: they are counted here, not modelled.',
    );
    expect(out).toContain('1 test orders were left out.');
  });

  test('two currencies in one file: the row that differs and what to do, exit code 2', async () => {
    const stdin = shopifyExport([
      { Name: '#1', Email: 'a@b.com', Total: '20.00', items: 2 },
      { Name: '#2', Email: 'a@b.com', Total: '20.00', Currency: 'USD' },
    ]);
    const { code, err } = await timon(['clv', '-'], { stdin });
    expect(code).toBe(2);
    expect(err).toContain('row 4, column Currency: "USD" One file holds one currency.');
  });
});
