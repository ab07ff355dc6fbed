import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readOrdersCsv } from './stream-orders-csv';

const read = (text: string | Buffer) => readOrdersCsv(Readable.from([Buffer.from(text)]));

async function channelsOf(text: string) {
  const result = await read(text);
  if (result.status !== 'ok') throw new Error(JSON.stringify(result.faults));
  return result.rows.map(({ channel }) => channel);
}

describe('the optional column channel', () => {
  test('is handed on trimmed, empty where the cell is', async () => {
    expect(
      await channelsOf('customer_id,order_date,revenue,Channel\na,2026-01-31,1, meta \na,2026-02-01,1,\n'),
    ).toStrictEqual(['meta', '']);
  });

  test('goes without amounts too', async () => {
    expect(await channelsOf('channel,customer_id,order_date\nmeta,a,2026-01-31\n')).toStrictEqual(['meta']);
  });

  test('leaves no trace where it lacks', async () => {
    const result = await read('customer_id,order_date,revenue\na,2026-01-31,1\n');
    expect(result).toMatchObject({ status: 'ok', rows: [{ customerId: 'a' }] });
    expect(result.status === 'ok' && result.rows[0]).not.toHaveProperty('channel');
  });

  test('is a fault when it is there twice, and a column like any other in the export of Shopify', async () => {
    expect(await read('customer_id,order_date,channel,channel\na,2026-01-31,x,y\n')).toMatchObject({
      status: 'invalid',
      faults: [{ code: 'repeated-column', row: 1, column: 'channel' }],
    });
    const shopify =
      'Name,Email,Financial Status,Total,Created at,Channel,Channel\n#1,a@b.com,paid,5,2026-01-31 10:00:00 +0100,x,y\n';
    expect(await channelsOf(shopify)).toStrictEqual([undefined]);
  });

  test('is a fault where it is not UTF-8: bytes that cannot be read would make one channel of two', async () => {
    const text = Buffer.from('customer_id,order_date,channel\na,2026-01-31,Caf\xe9\n', 'latin1');
    expect(await read(text)).toMatchObject({
      status: 'invalid',
      faults: [{ code: 'not-utf8', row: 2, column: 'channel' }],
    });
  });
});
