import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ShopifyStandin } from '../../../tests/standins/shopify/shopify-standin';
import { shopOf } from '../../../tests/standins/shopify/small-shop';
import { connect, SHOP, startStandin } from '../../../tests/server/shopify-fixtures';
import { collectLines } from './collect-lines';
import { IMPORT_DIALECT } from './csv-dialect';
import { text } from './csv-row';
import type { ExportWriter } from './export-writer';
import { streamLines } from './stream-lines';

interface Item {
  readonly customerId: string;
}

/** Names each customer but the second. */
const writer: ExportWriter<Item> = {
  dialect: IMPORT_DIALECT,
  header: ['id'],
  row: ({ customerId }) => (customerId === '2' ? 'no-address' : [text(customerId)]),
};
const items = Array.from({ length: 250 }, (_, i): Item => ({ customerId: String(i + 1) }));
const nobody = (): Promise<ReadonlySet<string>> => Promise.resolve(new Set<string>());

let standin: ShopifyStandin;
beforeEach(async () => {
  standin = await startStandin({ data: shopOf(750) });
});
afterEach(() => standin.close());

async function collect(heldOut: () => Promise<ReadonlySet<string>>, signal = new AbortController().signal) {
  const { client } = await connect(standin);
  return collectLines({ items, writer, client, heldOut, signal });
}

describe('collecting the lines of a file', () => {
  it('keeps the order in which customers were asked for, and counts who is left out and why', async () => {
    await standin.deleteCustomer(SHOP, 4);
    const { lines, leftOut } = await collect(() => Promise.resolve(new Set(['3'])));
    expect(lines.slice(0, 4)).toEqual(['id\r\n', '1\r\n', '5\r\n', '6\r\n']);
    expect(lines).toHaveLength(1 + 247);
    expect(leftOut).toEqual({ 'held-out': 1, 'no-address': 1, gone: 1 });
  });

  it('leaves out who was drawn into a hold-out while the contacts were being read', async () => {
    let asked = 0;
    const { lines, leftOut } = await collect(() =>
      Promise.resolve(new Set(asked++ === 0 ? ['1'] : ['1', '3', '250'])),
    );
    expect(asked).toBe(2);
    expect(lines).toHaveLength(1 + 246);
    expect(lines).not.toContain('3\r\n');
    expect(lines).not.toContain('250\r\n');
    expect(leftOut).toEqual({ 'held-out': 3, 'no-address': 1 });
  });

  it('asks Shopify nothing about who is held out', async () => {
    const all = new Set(items.map(({ customerId }) => customerId));
    const { client, events } = await connect(standin);
    await collectLines({
      ...{ items, writer, client, signal: new AbortController().signal },
      heldOut: () => Promise.resolve(all),
    });
    expect(events).toEqual([]);
  });

  it('gives nothing when a page cannot be read', async () => {
    standin.faults.add({ kind: 'status', on: 'graphql', status: 403, operation: 'ContactsById' });
    await expect(collect(nobody)).rejects.toMatchObject({ name: 'ConnectorError', code: 'forbidden' });
  });

  it('ends when nobody waits for it any more', async () => {
    await expect(collect(nobody, AbortSignal.abort())).rejects.toThrow(/abort/i);
  });
});

describe('streaming the lines', () => {
  it('gives every byte once, and begins with the mark only where the reader needs it', async () => {
    const lines = Array.from({ length: 1_203 }, (_, i) => `línea ${i}\r\n`);
    for (const byteOrderMark of [true, false]) {
      const body = streamLines(lines, { ...IMPORT_DIALECT, byteOrderMark });
      const bytes = new Uint8Array(await new Response(body).arrayBuffer());
      const expected = new TextEncoder().encode((byteOrderMark ? '\uFEFF' : '') + lines.join(''));
      expect(Buffer.from(bytes).equals(Buffer.from(expected))).toBe(true);
    }
  });
});
