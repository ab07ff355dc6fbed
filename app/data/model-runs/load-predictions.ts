import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { CustomerPrediction } from './customer-prediction';

type Cell = string | number | boolean | null;

const COLUMNS: readonly (readonly [string, (prediction: CustomerPrediction) => Cell])[] = [
  ['customer_id', (p) => p.customerId],
  ['frequency', (p) => p.frequency],
  ['recency_days', (p) => p.recencyDays],
  ['age_days', (p) => p.ageDays],
  ['orders_counted', (p) => p.ordersCounted],
  ['last_order_day', (p) => p.lastOrderDay],
  ['median_gap_days', (p) => p.medianGapDays],
  ['monetary_value', (p) => p.monetaryValue],
  ['p_alive', (p) => p.pAlive],
  ['p_buy_90', (p) => p.pBuy90],
  ['p_buy', (p) => p.pBuy],
  ['churn', (p) => p.churn],
  ['expected_purchases', (p) => p.expectedPurchases],
  ['expected_purchases_low', (p) => p.expectedPurchasesLow],
  ['expected_purchases_high', (p) => p.expectedPurchasesHigh],
  ['expected_order_value', (p) => p.expectedOrderValue],
  ['clv', (p) => p.clv],
  ['clv_low', (p) => p.clvLow],
  ['clv_high', (p) => p.clvHigh],
  ['clv_12m', (p) => p.clv12m],
  ['money_at_risk', (p) => p.moneyAtRisk],
  ['leaving', (p) => p.leaving],
  ['next_order_p50_days', (p) => p.nextOrderP50Days],
  ['next_order_p80_days', (p) => p.nextOrderP80Days],
  ['segment', (p) => p.segment],
];
const names = COLUMNS.map(([name]) => name).join(', ');

const ROWS_A_WRITE = 500;

/**
 * Writes a run's predictions by COPY. Into a temporary table first: PostgreSQL does not copy into a table with
 * row-level security.
 */
export async function loadPredictions(
  client: pg.PoolClient,
  shopId: string,
  modelRunId: string,
  predictions: Iterable<CustomerPrediction>,
): Promise<number> {
  await client.query(
    `CREATE TEMPORARY TABLE prediction_load ON COMMIT DROP AS SELECT ${names} FROM customer_prediction WITH NO DATA`,
  );
  const copy = client.query(copyFrom(`COPY prediction_load (${names}) FROM STDIN`));
  await pipeline(Readable.from(copyText(predictions)), copy);
  const { rowCount } = await client.query(
    `INSERT INTO customer_prediction (shop_id, model_run_id, ${names}) SELECT $1, $2, ${names} FROM prediction_load`,
    [shopId, modelRunId],
  );
  return rowCount ?? 0;
}

/** PostgreSQL's text COPY format. */
function* copyText(predictions: Iterable<CustomerPrediction>): Generator<string> {
  let text = '';
  let rows = 0;
  for (const prediction of predictions) {
    text += `${COLUMNS.map(([, cell]) => copyCell(cell(prediction))).join('\t')}\n`;
    rows += 1;
    if (rows % ROWS_A_WRITE === 0) {
      yield text;
      text = '';
    }
  }
  if (text !== '') yield text;
}

const SPECIAL = /[\\\t\n\r]/g;
const ESCAPED: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function copyCell(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  if (typeof cell === 'number') {
    // PostgreSQL would store NaN, and every page would have to know.
    if (!Number.isFinite(cell)) throw new RangeError(`a prediction holds ${cell}`);
    return String(cell);
  }
  return cell.replace(SPECIAL, (character) => ESCAPED[character] ?? character);
}
