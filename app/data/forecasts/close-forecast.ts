import type pg from 'pg';
import type { Db } from '../db';
import { lockCustomers } from '../privacy/lock-customers';
import { withShopConnection } from '../with-shop';
import type { ForecastEntries } from './forecast';

/**
 * Stores what became of a forecast, once: a forecast that has its score keeps it. The entries go in the same
 * transaction, the score stays.
 * @param judge gives the score as JSON; erasures wait meanwhile, so that it is about the very customers of the totals
 * @returns whether it was scored now
 */
export function closeForecast(
  db: Db,
  shopId: string,
  forecastId: string,
  at: Date,
  judge: (entries: ForecastEntries) => unknown,
): Promise<boolean> {
  return withShopConnection(db, shopId, async (client) => {
    await lockCustomers(client, shopId, 'import');
    const open = await client.query(
      'SELECT 1 FROM forecast WHERE shop_id = $1 AND id = $2 AND scored_at IS NULL FOR UPDATE',
      [shopId, forecastId],
    );
    if (open.rowCount === 0) return false;
    const score = judge(await readEntries(client, shopId, forecastId));
    await client.query('UPDATE forecast SET scored_at = $3, score = $4 WHERE shop_id = $1 AND id = $2', [
      shopId,
      forecastId,
      at,
      JSON.stringify(score),
    ]);
    await client.query('DELETE FROM forecast_entry WHERE shop_id = $1 AND forecast_id = $2', [
      shopId,
      forecastId,
    ]);
    return true;
  });
}

interface EntryRow {
  readonly customer_id: string;
  readonly p_buy_90: number;
  readonly expected_purchases_90: number;
}

const ROWS_A_FETCH = 5_000;

/** By a cursor, into columns: a million rows as objects would be half a gigabyte. */
async function readEntries(
  client: pg.PoolClient,
  shopId: string,
  forecastId: string,
): Promise<ForecastEntries> {
  const { rows: counted } = await client.query<{ size: number }>(
    'SELECT count(*)::int AS size FROM forecast_entry WHERE shop_id = $1 AND forecast_id = $2',
    [shopId, forecastId],
  );
  const size = counted[0]?.size ?? 0;
  const customerIds: string[] = [];
  const pBuy = new Float64Array(size);
  const expectedPurchases = new Float64Array(size);
  await client.query(
    `DECLARE forecast_entries NO SCROLL CURSOR FOR
     SELECT customer_id, p_buy_90, expected_purchases_90 FROM forecast_entry
     WHERE shop_id = $1 AND forecast_id = $2 ORDER BY customer_id COLLATE "C"`,
    [shopId, forecastId],
  );
  for (;;) {
    const { rows } = await client.query<EntryRow>(`FETCH ${ROWS_A_FETCH} FROM forecast_entries`);
    if (rows.length === 0) break;
    for (const row of rows) {
      pBuy[customerIds.length] = row.p_buy_90;
      expectedPurchases[customerIds.length] = row.expected_purchases_90;
      customerIds.push(row.customer_id);
    }
  }
  await client.query('CLOSE forecast_entries');
  return { customerIds, pBuy, expectedPurchases };
}
