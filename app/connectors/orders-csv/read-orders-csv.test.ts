import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { LISTED_FAULTS } from '../csv/fault-list';
import type { OrdersCsvOptions } from './contract';
import { readOrdersCsv } from './stream-orders-csv';

function read(text: string | Buffer, options: OrdersCsvOptions = {}) {
  return readOrdersCsv(Readable.from([Buffer.from(text)]), options);
}

async function rowsOf(text: string | Buffer, options: OrdersCsvOptions = {}) {
  const result = await read(text, options);
  if (result.status !== 'ok') throw new Error(JSON.stringify(result.faults));
  return result.rows.map(({ customerId, day, minor }) => [customerId, day, minor]);
}

async function faultsOf(text: string | Buffer, options: OrdersCsvOptions = {}) {
  const result = await read(text, options);
  if (result.status !== 'invalid') throw new Error(`accepted ${result.rows.length} rows`);
  return result.faults.map(({ code, row, column }) => [code, row, column]);
}

describe('customer_id,order_date,revenue', () => {
  test('plain rows, with exact cents and the row of a spreadsheet', async () => {
    const result = await read('customer_id,order_date,revenue\n007,2026-01-31,12.90\na,2026-02-01,-3\n');
    expect(result).toMatchObject({
      status: 'ok',
      format: 'orders',
      currency: 'EUR',
      hasRevenue: true,
      orders: 2,
    });
    expect(result.status === 'ok' && result.rows[0]).toEqual({
      customerId: '007',
      day: '2026-01-31',
      instant: null,
      minor: 1290n,
      rowNumber: 2,
    });
  });

  test('byte order mark, semicolons, decimal commas, CRLF, quotes, blank lines and a tail of empty cells', async () => {
    const text =
      '\uFEFFCustomer ID;Order Date;Revenue;\r\n"Núñez; Ana";2026-01-31;"1.234,50";\r\n\r\nb;2026-02-01;7,5;\r\n';
    expect(await rowsOf(text)).toEqual([
      ['Núñez; Ana', '2026-01-31', 123450n],
      ['b', '2026-02-01', 750n],
    ]);
  });

  test('tabs separate too, columns come in any order, and others are ignored', async () => {
    expect(await rowsOf('note\trevenue\torder_date\tcustomer_id\nx\t5\t2026-01-31\ta\n')).toEqual([
      ['a', '2026-01-31', 500n],
    ]);
  });

  test('thousands are grouped by either sign, unless it could be the decimal sign', async () => {
    const amounts = ['"1,234.50"', '"1,234"', '"12,5"', '(3.00)', '1234', '0', '1000000000.00', '"0,125"'];
    const rows = await rowsOf(
      `customer_id,order_date,revenue\n${amounts.map((a) => `c,2026-01-31,${a}`).join('\n')}\n`,
    );
    expect(rows.map(([, , minor]) => minor)).toEqual([
      123450n,
      123400n,
      1250n,
      -300n,
      123400n,
      0n,
      100_000_000_000n,
      // No thousands begin with 0.
      13n,
    ]);
    expect(await faultsOf('customer_id;order_date;revenue\nc;2026-01-31;1.234\n')).toEqual([
      ['ambiguous-amount', 2, 'revenue'],
    ]);
  });

  test('a currency without cents or with three decimals keeps its own minor unit', async () => {
    const text = 'customer_id,order_date,revenue\nc,2026-01-31,1500\n';
    expect(await rowsOf(text, { currency: 'JPY' })).toEqual([['c', '2026-01-31', 1500n]]);
    expect(await rowsOf(text, { currency: 'KWD' })).toEqual([['c', '2026-01-31', 1_500_000n]]);
  });

  test('a time keeps the day that is written, or takes the day on the wall of the zone asked for', async () => {
    const text = 'customer_id,order_date,revenue\nc,2026-01-31T23:30:00Z,1\nc,2026-01-31 23:30:00,1\n';
    expect((await rowsOf(text)).map(([, day]) => day)).toEqual(['2026-01-31', '2026-01-31']);
    const madrid = await rowsOf(text, { timeZone: 'Europe/Madrid' });
    expect(madrid.map(([, day]) => day)).toEqual(['2026-02-01', '2026-01-31']);
  });

  test('without the revenue column there are no amounts, and that is told', async () => {
    const result = await read('customer_id,order_date\n1,2006-01-01\n');
    expect(result).toMatchObject({ status: 'ok', hasRevenue: false });
    expect(result.status === 'ok' && result.rows[0]?.minor).toBeNull();
  });

  test('identical rows are counted as given and told as a warning', async () => {
    const result = await read(
      'customer_id,order_date,revenue\na,2026-01-31,5\na,2026-01-31,5\na,2026-01-31,5.00\n',
    );
    expect(result).toMatchObject({ orders: 3, warnings: [{ code: 'repeated-rows', count: 2, firstRow: 3 }] });
  });
});

describe('faults name row, column and what to do; nothing is half imported', () => {
  test('each kind of fault is found where it is', async () => {
    const text = [
      'customer_id,order_date,revenue',
      'a,2026-01-31,12.90',
      ',2026-01-31,1',
      'b,31/01/2026,1',
      'c,2026-02-30,1',
      'd,2026-01-31,twelve',
      'e,2026-01-31,',
      'f,2026-01-31',
      'g,2026-01-31,12,90',
      'h,2026-01-31,9999999999999999',
      'i,2026-01-31T25:00:00Z,1',
    ].join('\n');
    expect(await faultsOf(text)).toEqual([
      ['missing-customer', 3, 'customer_id'],
      ['bad-date', 4, 'order_date'],
      ['bad-date', 5, 'order_date'],
      ['bad-amount', 6, 'revenue'],
      ['missing-amount', 7, 'revenue'],
      ['column-count', 8, null],
      ['column-count', 9, null],
      ['amount-too-large', 10, 'revenue'],
      ['bad-date', 11, 'order_date'],
    ]);
    const result = await read(text);
    expect(result).not.toHaveProperty('rows');
    if (result.status === 'invalid') for (const { advice } of result.faults) expect(advice).toMatch(/\.$/);
  });

  test('the first 20 are listed, all are counted', async () => {
    const result = await read(`customer_id,order_date,revenue\n${'a,never,1\n'.repeat(50)}`);
    expect(result).toMatchObject({ status: 'invalid', faultCount: 50 });
    expect(result.status === 'invalid' && result.faults).toHaveLength(LISTED_FAULTS);
  });

  test.each([
    ['an empty file', '', 'empty-file'],
    ['a header alone', 'customer_id,order_date,revenue\n', 'no-rows'],
    ['foreign columns', 'foo,bar\n1,2\n', 'missing-column'],
    ['a column twice', 'customer_id,order_date,revenue,revenue\na,2026-01-31,1,2\n', 'repeated-column'],
    ['an open quote', 'customer_id,order_date,revenue\na,"2026-01-31,1\n', 'malformed'],
    [
      'UTF-16, as Excel saves "Unicode text"',
      Buffer.from('\uFEFFcustomer_id\torder_date\n', 'utf16le'),
      'not-utf8',
    ],
    [
      'Latin-1 names',
      Buffer.from('customer_id,order_date,revenue\nJos\xe9,2026-01-31,1\n', 'latin1'),
      'not-utf8',
    ],
  ])('%s', async (_, text, code) => {
    expect((await faultsOf(text))[0]?.[0]).toBe(code);
  });

  test('a path that is not there, or is a directory, is a fault and no exception', async () => {
    for (const path of ['/no/such/file.csv', '/']) {
      expect(await readOrdersCsv(path)).toMatchObject({
        status: 'invalid',
        faults: [{ code: 'cannot-read' }],
      });
    }
  });

  test('a stream that breaks in the middle leaves nothing imported', async () => {
    async function* broken() {
      yield Buffer.from('customer_id,order_date,revenue\na,2026-01-31,1\n');
      await Promise.resolve();
      throw new Error('disk gone');
    }
    expect(await readOrdersCsv(Readable.from(broken()))).toMatchObject({
      status: 'invalid',
      faults: [{ code: 'cannot-read', value: 'disk gone' }],
    });
  });

  test('a header in pieces of one byte is still a header', async () => {
    const text = '\uFEFFcustomer_id,order_date,revenue\r\né,2026-01-31,1\r\n';
    const bytes = [...Buffer.from(text)].map((byte) => Buffer.from([byte]));
    const result = await readOrdersCsv(Readable.from(bytes));
    expect(result).toMatchObject({ status: 'ok', rows: [{ customerId: 'é', minor: 100n }] });
  });
});

describe('the orders export of Shopify admin', () => {
  const HEADER =
    'Name,Email,Financial Status,Paid at,Fulfillment Status,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Cancelled at,Refunded Amount,Outstanding Balance,Id';
  const order = (
    name: string,
    email: string,
    status: string,
    total: string,
    { cancelled = '', refunded = '0.00', outstanding = '0.00', currency = 'EUR' } = {},
  ): string =>
    `${name},${email},${status},2026-01-31 10:00:00 +0100,fulfilled,yes,${currency},${total},0.00,0.00,${total},2026-01-31 00:30:00 +0100,1,Mug,10.00,${cancelled},${refunded},${outstanding},1`;
  const line = (name: string, email: string): string =>
    `${name},${email},,,,,,,,,,2026-01-31 00:30:00 +0100,2,"Tea, green",5.00,,,,`;

  test('one order a name, however many line items; net of refunds; mail addresses without case', async () => {
    const text = [
      HEADER,
      order('#1001', 'Ana@Example.com', 'paid', '20.00'),
      line('#1001', 'Ana@Example.com'),
      order('#1002', 'ana@example.com', 'partially_refunded', '30.00', { refunded: '12.50' }),
      order('#1003', 'b@example.com', 'partially_paid', '30.00', { outstanding: '10.00' }),
    ].join('\n');
    const result = await read(text);
    expect(result).toMatchObject({ status: 'ok', format: 'shopify', currency: 'EUR' });
    expect(result.status === 'ok' && result.rows).toEqual([
      {
        customerId: 'ana@example.com',
        day: '2026-01-31',
        instant: '2026-01-30T23:30:00.000Z',
        minor: 2000n,
        rowNumber: 2,
      },
      {
        customerId: 'ana@example.com',
        day: '2026-01-31',
        instant: '2026-01-30T23:30:00.000Z',
        minor: 1750n,
        rowNumber: 4,
      },
      {
        customerId: 'b@example.com',
        day: '2026-01-31',
        instant: '2026-01-30T23:30:00.000Z',
        minor: 2000n,
        rowNumber: 5,
      },
    ]);
  });

  test('cancelled, unpaid and guest orders are left out and told', async () => {
    const text = [
      HEADER,
      order('#1', 'a@example.com', 'paid', '20.00'),
      order('#2', 'a@example.com', 'paid', '20.00', { cancelled: '2026-02-01 10:00:00 +0100' }),
      order('#3', 'a@example.com', 'pending', '20.00'),
      order('#4', 'a@example.com', 'voided', '20.00'),
      order('#5', '', 'paid', '20.00'),
      order('#1', 'a@example.com', 'paid', '20.00'),
    ].join('\n');
    const result = await read(text);
    expect(result.status === 'ok' && result.rows).toHaveLength(1);
    expect(result).toMatchObject({
      warnings: [
        { code: 'cancelled-orders', count: 1 },
        { code: 'unpaid-orders', count: 2 },
        { code: 'guest-orders', count: 1 },
        { code: 'repeated-orders', count: 1, firstRow: 7 },
      ],
    });
  });

  test('the file’s own currency is taken; a second one, or another than asked for, is a fault', async () => {
    const dollars = [HEADER, order('#1', 'a@b.com', 'paid', '20.00', { currency: 'USD' })].join('\n');
    expect(await read(dollars)).toMatchObject({ currency: 'USD' });
    expect(await faultsOf(dollars, { currency: 'EUR' })).toEqual([['other-currency', 2, 'Currency']]);
    const mixed = `${dollars}\n${order('#2', 'a@b.com', 'paid', '20.00', { currency: 'EUR' })}`;
    expect(await faultsOf(mixed)).toEqual([['other-currency', 3, 'Currency']]);
  });
});
