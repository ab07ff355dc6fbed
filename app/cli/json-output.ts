import type { FileCustomer, ValuedOrdersFile } from '~/services/value-orders-file';
import { CUSTOMER_FIELDS, customerField } from './customer-fields';

/**
 * The JSON of docs/models/clv.md, one customer a line. Fields that rules cannot fill are `null`; the shape is the same
 * whatever the status.
 */
export function* jsonLines(
  { report, file, customers }: ValuedOrdersFile,
  seconds: number,
): Generator<string> {
  const { status, now, horizonDays, engineVersion } = report;
  const head = { status, now, horizonDays, engineVersion, currency: file.currency };
  const fitted = report.status === 'fitted' ? report : null;
  const tail = {
    intervalLevel: fitted?.intervalLevel ?? null,
    model: fitted?.model ?? null,
    value: fitted?.value ?? null,
    totals: report.status === 'empty' ? null : report.totals,
    moneyAtRisk: fitted?.moneyAtRisk ?? null,
    leavingAtRisk: fitted?.leavingAtRisk ?? null,
    verdicts: report.verdicts,
    file,
    seconds,
  };
  yield `${JSON.stringify(head).slice(0, -1)},"customers":[`;
  let waiting: string | null = null;
  for (const customer of customers()) {
    if (waiting !== null) yield `${waiting},`;
    waiting = JSON.stringify(customerRecord(customer));
  }
  if (waiting !== null) yield waiting;
  yield `],${JSON.stringify(tail).slice(1)}`;
}

function customerRecord(customer: FileCustomer): Readonly<Record<string, unknown>> {
  return Object.fromEntries(CUSTOMER_FIELDS.map((field) => [field, customerField(customer, field)]));
}
