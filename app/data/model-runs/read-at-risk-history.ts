import { isoDay, type IsoDay } from '~/domain/iso-day';
import type { Db } from '../db';
import { withShopConnection } from '../with-shop';

export interface StoredAtRisk {
  readonly day: IsoDay;
  /** As stored: parse it. */
  readonly moneyAtRisk: unknown;
}

/** Money at risk as each pass saw it, one a day, the oldest first; the newest `limit` of them. */
export async function readAtRiskHistory(
  db: Db,
  shopId: string,
  { limit }: { readonly limit: number },
): Promise<StoredAtRisk[]> {
  const { rows } = await withShopConnection(db, shopId, (client) =>
    client.query<{ day: string; money: unknown }>(
      `SELECT DISTINCT ON (r.analysis_day) to_char(r.analysis_day, 'YYYY-MM-DD') AS day,
         m.result->'moneyAtRisk' AS money
       FROM model_run m JOIN pipeline_run r ON r.id = m.pipeline_run_id
       WHERE m.shop_id = $1 AND r.shop_id = $1 AND m.kind = 'insights' AND r.status IN ('running', 'done')
         AND m.result->'moneyAtRisk' <> 'null'::jsonb
       ORDER BY r.analysis_day DESC, m.created_at DESC
       LIMIT $2`,
      [shopId, limit],
    ),
  );
  return rows.map(({ day, money }) => ({ day: isoDay(day), moneyAtRisk: money })).reverse();
}
