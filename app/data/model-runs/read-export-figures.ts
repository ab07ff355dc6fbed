import { isoDay, type IsoDay } from '~/domain/iso-day';
import type { Db } from '../db';
import { withShopConnection } from '../with-shop';

/** What a file says of one customer, as pages show it. Money in units of the shop's currency. */
export interface ExportFigures {
  readonly customerId: string;
  readonly segment: string;
  readonly leaving: boolean;
  readonly ordersCounted: number;
  readonly lastOrderDay: IsoDay;
  /** All `null` where rules answer. */
  readonly pBuy90: number | null;
  readonly pBuy90Low: number | null;
  readonly pBuy90High: number | null;
  readonly clv12m: number | null;
  readonly clv12mLow: number | null;
  readonly clv12mHigh: number | null;
  readonly moneyAtRisk: number | null;
  /** Expected incremental margin of the best rescue offer; `null` for who is not a candidate. */
  readonly rescueGain: number | null;
}

interface Row extends Omit<ExportFigures, 'lastOrderDay'> {
  readonly lastOrderDay: string;
}

/** The named customers of a pass, in the order in which they were named; who is not in it is left out. */
export async function readExportFigures(
  db: Db,
  shopId: string,
  pipelineRunId: string,
  customerIds: readonly string[],
): Promise<ExportFigures[]> {
  const { rows } = await withShopConnection(db, shopId, (client) =>
    client.query<Row>(
      `SELECT p.customer_id AS "customerId", p.segment, p.leaving, p.orders_counted AS "ordersCounted",
         p.last_order_day::text AS "lastOrderDay", p.p_buy_90 AS "pBuy90", p.p_buy_90_low AS "pBuy90Low",
         p.p_buy_90_high AS "pBuy90High", p.clv_12m AS "clv12m", p.clv_12m_low AS "clv12mLow",
         p.clv_12m_high AS "clv12mHigh", p.money_at_risk AS "moneyAtRisk", p.rescue_gain AS "rescueGain"
       FROM model_run m
       JOIN customer_prediction p ON p.model_run_id = m.id AND p.shop_id = m.shop_id
       JOIN unnest($3::text[]) WITH ORDINALITY AS wanted(id, position) ON wanted.id = p.customer_id
       WHERE m.shop_id = $1 AND m.pipeline_run_id = $2 AND m.kind = 'clv'
       ORDER BY wanted.position`,
      [shopId, pipelineRunId, customerIds],
    ),
  );
  return rows.map((row) => ({ ...row, lastOrderDay: isoDay(row.lastOrderDay) }));
}
