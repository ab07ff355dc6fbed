import { readContacts } from '~/connectors/shopify/read-contacts';
import type { ShopifyClient } from '~/connectors/shopify/client';
import type { LeftOut } from '../views/export-view';
import { csvRow, text } from './csv-row';
import type { ExportWriter } from './export-writer';

export interface CollectedLines {
  /** The header first; each with its end. */
  readonly lines: readonly string[];
  readonly leftOut: LeftOut;
}

interface Collection<Item> {
  readonly items: readonly Item[];
  readonly writer: ExportWriter<Item>;
  readonly client: ShopifyClient;
  /** Customers whom no file may name at this moment. */
  readonly heldOut: () => Promise<ReadonlySet<string>>;
  readonly signal: AbortSignal;
}

/**
 * The lines of a file, in the order of `items`; contacts are read page by page and dropped once their lines stand.
 *
 * Who is held out is asked again when the last contact has been read: reading takes minutes, and a rescue that was
 * confirmed meanwhile counts.
 * @throws ConnectorError
 */
export async function collectLines<Item extends { readonly customerId: string }>({
  items,
  writer,
  client,
  heldOut,
  signal,
}: Collection<Item>): Promise<CollectedLines> {
  const before = await heldOut();
  const wanted = new Map(
    items.flatMap((item) => (before.has(item.customerId) ? [] : [[item.customerId, item] as const])),
  );
  const leftOut = { 'held-out': items.length - wanted.size, 'no-consent': 0, 'no-address': 0, gone: 0 };
  const lines: { readonly customerId: string; readonly line: string }[] = [];
  for await (const { contacts, missingIds } of readContacts(client, [...wanted.keys()], signal)) {
    leftOut.gone += missingIds.length;
    for (const contact of contacts) {
      const item = wanted.get(contact.sourceId);
      if (item === undefined) continue;
      const row = writer.row(item, contact);
      if (typeof row === 'string') leftOut[row]++;
      else lines.push({ customerId: item.customerId, line: csvRow(row, writer.dialect) });
    }
  }
  const after = await heldOut();
  const kept = lines.filter(({ customerId }) => !after.has(customerId));
  leftOut['held-out'] += lines.length - kept.length;
  return {
    lines: [csvRow(writer.header.map(text), writer.dialect), ...kept.map(({ line }) => line)],
    leftOut: Object.fromEntries(Object.entries(leftOut).filter(([, count]) => count > 0)),
  };
}
