import type pg from 'pg';
import { localDay } from '~/domain/iso-day';
import type { SourceOrder } from '~/domain/order';
import { storableText } from '../storable-text';

type Cell = string | boolean | null;

/** Column, its array type, and what stands in it. */
const COLUMNS: readonly (readonly [string, string, (order: SourceOrder, timeZone: string) => Cell])[] = [
  ['source_id', 'text[]', (o) => o.sourceId],
  ['name', 'text[]', (o) => storableText(o.name)],
  ['customer_id', 'text[]', (o) => o.customerId],
  ['processed_at', 'timestamptz[]', (o) => o.processedAt],
  ['local_day', 'date[]', (o, timeZone) => localDay(new Date(o.processedAt), timeZone)],
  ['source_updated_at', 'timestamptz[]', (o) => o.updatedAt],
  ['currency', 'text[]', (o) => o.currency],
  ['total_minor', 'bigint[]', (o) => o.totalMinor.toString()],
  ['refunded_minor', 'bigint[]', (o) => o.refundedMinor.toString()],
  ['net_minor', 'bigint[]', (o) => o.netMinor.toString()],
  ['discount_minor', 'bigint[]', (o) => o.discountMinor.toString()],
  ['discount_codes', 'jsonb[]', (o) => JSON.stringify(o.discountCodes.map(storableText))],
  ['presentment_currency', 'text[]', (o) => o.presentmentCurrency],
  ['presentment_net_minor', 'bigint[]', (o) => o.presentmentNetMinor.toString()],
  ['financial_status', 'text[]', (o) => o.financialStatus],
  ['test', 'boolean[]', (o) => o.test],
  ['cancelled_at', 'timestamptz[]', (o) => o.cancelledAt],
  ['origin_source', 'text[]', (o) => storableText(o.origin?.source)],
  ['utm_source', 'text[]', (o) => storableText(o.origin?.utmSource)],
  ['utm_medium', 'text[]', (o) => storableText(o.origin?.utmMedium)],
  ['utm_campaign', 'text[]', (o) => storableText(o.origin?.utmCampaign)],
  ['origin_ready', 'boolean[]', (o) => o.originReady],
];

// An array of arrays would have to have them all of one length: a row's array travels as JSON.
const incoming = COLUMNS.map(([name, type]) =>
  type === 'jsonb[]' ? `ARRAY(SELECT jsonb_array_elements_text(${name})) AS ${name}` : name,
).join(', ');
const names = COLUMNS.map(([name]) => name);
const contents = names.filter((name) => name !== 'source_id' && name !== 'source_updated_at');
const list = (prefix: string, columns: readonly string[]) =>
  columns.map((column) => `${prefix}${column}`).join(', ');

// Sources stamp changes to the second: two versions of one second differ though their stamps agree, and the later read
// wins. But an origin once known is not unlearned.
const UPSERT = `
  WITH incoming AS (
    SELECT ${incoming} FROM unnest(${COLUMNS.map(([, type], i) => `$${i + 2}::${type}`).join(', ')}) AS t(${list('', names)})
  ), stale AS (
    SELECT count(*)::int AS count FROM incoming
    JOIN "order" o ON o.shop_id = $1 AND o.source_id = incoming.source_id
    WHERE o.source_updated_at > incoming.source_updated_at::timestamptz(3)
  ), written AS (
    INSERT INTO "order" AS old (shop_id, ${list('', names)})
    SELECT $1, ${list('', names)} FROM incoming
    ON CONFLICT (shop_id, source_id) DO UPDATE
      SET (${list('', names)}) = ROW(${list('EXCLUDED.', names)})
      WHERE old.source_updated_at < EXCLUDED.source_updated_at OR (
        old.source_updated_at = EXCLUDED.source_updated_at
        AND NOT (old.origin_ready AND NOT EXCLUDED.origin_ready)
        AND (${list('old.', contents)}) IS DISTINCT FROM (${list('EXCLUDED.', contents)}))
    RETURNING source_id, xmax = 0 AS inserted
  )
  SELECT COALESCE(array_agg(source_id) FILTER (WHERE inserted), '{}') AS inserted,
    COALESCE(array_agg(source_id) FILTER (WHERE NOT inserted), '{}') AS updated,
    (SELECT count FROM stale) AS stale
  FROM written`;

interface Upserted {
  readonly inserted: readonly string[];
  readonly updated: readonly string[];
  readonly stale: number;
}

/** Writes orders (each id once) without their lines. @returns ids written, and how many were older than stored */
export async function upsertOrders(
  client: pg.PoolClient,
  shopId: string,
  timeZone: string,
  orders: readonly SourceOrder[],
): Promise<Upserted> {
  const { rows } = await client.query<Upserted>({
    name: 'upsert-orders',
    text: UPSERT,
    values: [shopId, ...COLUMNS.map(([, , cell]) => orders.map((order) => cell(order, timeZone)))],
  });
  return rows[0] ?? { inserted: [], updated: [], stale: 0 };
}
