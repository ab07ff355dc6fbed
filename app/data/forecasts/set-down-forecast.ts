import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { FORECAST_EVERY_DAYS, FORECAST_HORIZON_DAYS, type NewForecast } from './forecast';

/**
 * Sets a forecast down with an entry a customer, unless a run did so within the last four weeks. The same run twice is
 * one forecast. Part of the transaction that shows the run to pages: what nobody was shown is not held against us.
 * @param client holds the shop's customers against erasure (lockCustomers)
 * @returns whether it was set down now
 * @throws RangeError when the three totals do not have one level: the record has room for one
 */
export async function setDownForecast(
  client: pg.PoolClient,
  shopId: string,
  forecast: NewForecast,
): Promise<boolean> {
  const { expectedPurchases, expectedBuyers, expectedRevenue } = forecast;
  const { level } = expectedPurchases;
  if (expectedBuyers.level !== level || expectedRevenue.level !== level) {
    throw new RangeError('the totals of a forecast have ranges of different levels');
  }
  const id = randomUUID();
  const { rowCount } = await client.query(
    `INSERT INTO forecast
       (id, shop_id, pipeline_run_id, made_on, horizon_days, engine_version, model, customers, interval_level,
        expected_purchases, expected_purchases_low, expected_purchases_high,
        expected_buyers, expected_buyers_low, expected_buyers_high,
        expected_revenue, expected_revenue_low, expected_revenue_high, created_at)
     SELECT $1, $2, $3, $4::date, $5, $6, $7, 0, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18
     WHERE NOT EXISTS (
       SELECT 1 FROM forecast WHERE shop_id = $2 AND made_on > $4::date - ${FORECAST_EVERY_DAYS}::int)
     ON CONFLICT (pipeline_run_id) DO NOTHING`,
    [
      ...[id, shopId, forecast.pipelineRunId, forecast.madeOn, FORECAST_HORIZON_DAYS, forecast.engineVersion],
      ...[forecast.model, level],
      ...[expectedPurchases, expectedBuyers, expectedRevenue].flatMap(({ mean, low, high }) => [
        mean,
        low,
        high,
      ]),
      forecast.at,
    ],
  );
  if (rowCount === 0) return false;
  const entries = await client.query(
    `INSERT INTO forecast_entry (forecast_id, shop_id, customer_id, p_buy_90, expected_purchases_90)
     SELECT $1, $2, p.customer_id, p.p_buy_90, p.expected_purchases_90
     FROM customer_prediction p JOIN model_run m ON m.id = p.model_run_id
     WHERE p.shop_id = $2 AND m.shop_id = $2 AND m.pipeline_run_id = $3 AND m.kind = 'clv'
       AND p.p_buy_90 IS NOT NULL AND p.expected_purchases_90 IS NOT NULL`,
    [id, shopId, forecast.pipelineRunId],
  );
  await client.query('UPDATE forecast SET customers = $3 WHERE shop_id = $2 AND id = $1', [
    id,
    shopId,
    entries.rowCount ?? 0,
  ]);
  return true;
}
