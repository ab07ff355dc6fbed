import type { Db } from '../db';
import { withShopConnection } from '../with-shop';

/** The figures of a prediction that a rescue looks at. Money in currency units. */
interface CandidateRow {
  readonly customerId: string;
  readonly frequency: number;
  readonly recency: number;
  readonly T: number;
  readonly medianGapDays: number | null;
  readonly pBuy30: number;
  readonly pBuy90: number;
  readonly expectedOrderValue: number;
  readonly clv12m: number;
  readonly drop: number;
  readonly moneyAtRisk: number;
}

export interface Candidates {
  readonly rows: readonly CandidateRow[];
  /** Median of the customers' median gaps, over the whole pass; `null` where nobody has a rhythm. */
  readonly shopMedianGapDays: number | null;
}

/**
 * Customers of a pass that could be won back, by customer id: those on the way out, or those named. Who was kept out of the
 * fit (wholesale) is never among them, nor is anybody without a forecast.
 * @param customerIds these; without them, everybody who is leaving
 */
export function readCandidates(
  db: Db,
  shopId: string,
  pipelineRunId: string,
  customerIds: readonly string[] | null = null,
): Promise<Candidates> {
  return withShopConnection(db, shopId, async (client) => {
    const run = await client.query<{ id: string }>(
      `SELECT id FROM model_run WHERE shop_id = $1 AND pipeline_run_id = $2 AND kind = 'clv'`,
      [shopId, pipelineRunId],
    );
    const modelRunId = run.rows[0]?.id;
    if (modelRunId === undefined) return { rows: [], shopMedianGapDays: null };
    const gap = await client.query<{ gap: number | null }>(
      `SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY median_gap_days) AS gap
       FROM customer_prediction WHERE shop_id = $1 AND model_run_id = $2`,
      [shopId, modelRunId],
    );
    const { rows } = await client.query<CandidateRow>(
      `SELECT customer_id AS "customerId", frequency, recency_days AS recency, age_days AS "T",
         median_gap_days AS "medianGapDays", p_buy_30 AS "pBuy30", p_buy_90 AS "pBuy90",
         expected_order_value AS "expectedOrderValue", clv_12m AS clv12m, drop_share AS drop,
         money_at_risk AS "moneyAtRisk"
       FROM customer_prediction
       WHERE shop_id = $1 AND model_run_id = $2 AND NOT set_aside AND p_buy_30 IS NOT NULL AND p_buy_90 IS NOT NULL
         AND expected_order_value IS NOT NULL AND clv_12m IS NOT NULL AND drop_share IS NOT NULL
         AND money_at_risk IS NOT NULL AND (CASE WHEN $3::text[] IS NULL THEN leaving ELSE customer_id = ANY($3) END)
       ORDER BY customer_id COLLATE "C"`,
      [shopId, modelRunId, customerIds],
    );
    return { rows, shopMedianGapDays: gap.rows[0]?.gap ?? null };
  });
}
