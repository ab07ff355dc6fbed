import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { FIGURE_COLUMNS, FIGURES, type NewPrediction, type StoredReason } from './customer-prediction';

type Cell = string | number | boolean | null;

const COLUMNS: readonly (readonly [string, (prediction: NewPrediction) => Cell])[] = [
  ['customer_id', (p) => p.customerId],
  ['alias', (p) => p.alias],
  ['frequency', (p) => p.frequency],
  ['recency_days', (p) => p.recencyDays],
  ['age_days', (p) => p.ageDays],
  ['orders_counted', (p) => p.ordersCounted],
  ['last_order_day', (p) => p.lastOrderDay],
  ['median_gap_days', (p) => p.medianGapDays],
  ['monetary_value', (p) => p.monetaryValue],
  ['leaving', (p) => p.leaving],
  ['set_aside', (p) => p.setAside],
  ['segment', (p) => p.segment],
  ['p_alive', (p) => p.forecast?.pAlive ?? null],
  ['margin_clv_12m', (p) => p.forecast?.marginClv12m ?? null],
  ['reasons', (p) => (p.forecast === null ? null : reasonsText(p.forecast.reasons))],
  ...FIGURES.map((figure) => {
    const cell = (p: NewPrediction): Cell => (p.forecast === null ? null : p.forecast[figure]);
    return [FIGURE_COLUMNS[figure], cell] as const;
  }),
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
  predictions: Iterable<NewPrediction>,
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

/**
 * PostgreSQL's text COPY format. Predictions are made as they are written, which for a million customers is most of a
 * minute of work: between two writes the process turns to whatever else is due, such as the locks of its jobs.
 */
async function* copyText(predictions: Iterable<NewPrediction>): AsyncGenerator<string> {
  let text = '';
  let rows = 0;
  for (const prediction of predictions) {
    text += `${COLUMNS.map(([, cell]) => copyCell(cell(prediction))).join('\t')}\n`;
    rows += 1;
    if (rows % ROWS_A_WRITE === 0) {
      yield text;
      text = '';
      await nextTurn();
    }
  }
  if (text !== '') yield text;
}

const SPECIAL = /[\\\t\n\r]/g;
const ESCAPED: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function reasonsText(reasons: readonly StoredReason[]): string {
  return JSON.stringify(reasons, (_key, value: unknown) =>
    typeof value === 'number' ? finite(value) : value,
  );
}

function copyCell(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  if (typeof cell === 'number') return String(finite(cell));
  return cell.replace(SPECIAL, (character) => ESCAPED[character] ?? character);
}

/** PostgreSQL would store NaN (JSON a null), and every page would have to know. */
function finite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`a prediction holds ${value}`);
  return value;
}
