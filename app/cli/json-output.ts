import type { FileCustomer, ValuedOrdersFile } from '~/services/value-orders-file';
import { CUSTOMER_FIELDS, customerField } from './customer-fields';

/**
 * The JSON of docs/models/clv.md, one customer a line. Fields that rules cannot fill are `null`; the shape is the same
 * whatever the status.
 */
export function* jsonLines(
  { report, file, customers, channelValues }: ValuedOrdersFile,
  seconds: number,
): Generator<string> {
  const { status, now, horizonDays, engineVersion } = report;
  const head = { status, now, horizonDays, engineVersion, currency: file.currency };
  const fitted = report.status === 'fitted' ? report : null;
  const tail = {
    intervalLevel: fitted?.intervalLevel ?? null,
    model: fitted?.model ?? null,
    value: fitted?.value ?? null,
    backtest: fitted?.backtest ?? null,
    season: fitted?.season ?? null,
    totals: report.status === 'empty' ? null : report.totals,
    moneyAtRisk: fitted?.moneyAtRisk ?? null,
    leavingAtRisk: fitted?.leavingAtRisk ?? null,
    channelValues,
    verdicts: report.verdicts,
    file,
    seconds,
  };
  yield `${JSON.stringify(head).slice(0, -1)},"customers":[`;
  let waiting: string | null = null;
  for (const customer of customers()) {
    if (waiting !== null) yield `${waiting},`;
    waiting = customerJson(customer);
  }
  if (waiting !== null) yield waiting;
  yield `],${JSON.stringify(tail).slice(1)}`;
}

const KEYS = CUSTOMER_FIELDS.map((field) => `"${field}":`);

/** Written out: a million customers of sixty fields take JSON.stringify several times as long. */
function customerJson(customer: FileCustomer): string {
  let text = '{';
  for (const [i, field] of CUSTOMER_FIELDS.entries()) {
    const value = customerField(customer, field);
    if (i > 0) text += ',';
    text += KEYS[i] ?? '';
    text += typeof value === 'number' ? String(value) : JSON.stringify(value);
  }
  return `${text}}`;
}
