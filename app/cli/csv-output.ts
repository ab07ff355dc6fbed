import type { FileCustomer, ValuedOrdersFile } from '~/services/value-orders-file';
import { CUSTOMER_FIELDS, customerField } from './customer-fields';

/** One row a customer under a header; ISO dates, decimal points, empty cells for what is not known. */
export function* csvLines({ customers }: ValuedOrdersFile): Generator<string> {
  yield CUSTOMER_FIELDS.flatMap((field) =>
    field === 'nextOrder' ? ['nextOrderP50', 'nextOrderP80'] : field,
  ).join(',');
  for (const customer of customers()) yield row(customer);
}

function row(customer: FileCustomer): string {
  return CUSTOMER_FIELDS.flatMap((field) => {
    if (field !== 'nextOrder') return cell(customerField(customer, field));
    return 'nextOrder' in customer ? [cell(customer.nextOrder.p50), cell(customer.nextOrder.p80)] : ['', ''];
  }).join(',');
}

/**
 * A spreadsheet runs text that begins with = + - @, a tab or a line end as a formula: such text gets an apostrophe in
 * front (OWASP, "CSV Injection"). Numbers are written by us and stay numbers.
 */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return JSON.stringify(value);
  const harmless = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",;\r\n\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
