import type { FileCustomer, ValuedOrdersFile } from '~/services/value-orders-file';
import { csvCell } from './csv-cell';
import { CUSTOMER_FIELDS, customerField } from './customer-fields';

/** Fields that are no single number or text, and the columns that hold them. */
const FLATTENED: Readonly<Partial<Record<(typeof CUSTOMER_FIELDS)[number], readonly string[]>>> = {
  nextOrder: ['nextOrderP50', 'nextOrderP80', 'nextOrderP95'],
  reasons: ['reason1', 'reason2'],
};

/** One row a customer under a header; ISO dates, decimal points, empty cells for what is not known. */
export function* csvLines({ customers }: ValuedOrdersFile): Generator<string> {
  yield CUSTOMER_FIELDS.flatMap((field) => FLATTENED[field] ?? field).join(',');
  for (const customer of customers()) yield row(customer);
}

function row(customer: FileCustomer): string {
  let text = '';
  for (const field of CUSTOMER_FIELDS) {
    if (text !== '') text += ',';
    text += cells(customer, field);
  }
  return text;
}

function cells(customer: FileCustomer, field: (typeof CUSTOMER_FIELDS)[number]): string {
  if (field === 'nextOrder') {
    if (!('nextOrder' in customer)) return ',,';
    const { p50, p80, p95 } = customer.nextOrder;
    return `${p50},${p80},${p95}`;
  }
  if (field === 'reasons') {
    if (!('reasons' in customer)) return ',';
    const [first, second] = customer.reasons;
    return `${csvCell(first?.code)},${csvCell(second?.code)}`;
  }
  return csvCell(customerField(customer, field));
}
