import type { CsvFault, FaultCode } from './contract';

const ADVICE: Readonly<Record<FaultCode, string>> = {
  'cannot-read': 'The file could not be read. Check the path and its permissions.',
  'not-utf8': 'The file is not UTF-8 text. Save it as "CSV UTF-8" and try again.',
  'empty-file': 'The file is empty. The first row must name the columns: customer_id,order_date,revenue.',
  'no-rows': 'The file names its columns but holds no orders.',
  'missing-column':
    'The first row must name this column. Expected customer_id,order_date,revenue, or the orders export of Shopify as it comes.',
  'repeated-column': 'Two columns have this name. Rename or delete one.',
  malformed:
    'The quotes do not match here. A quote inside a cell is written twice (""), and the cell stands in quotes.',
  'column-count':
    'This row has another number of cells than the first row. A cell that contains the separator must stand in quotes; that includes amounts with a decimal comma.',
  'missing-customer': 'Every order needs a customer. Fill the cell in or delete the row.',
  'bad-date': 'Write a day that exists as 2026-01-31, or a time as 2026-01-31T23:59:00+01:00.',
  'missing-amount': 'Write the amount, 0 for a free order. Without any amounts, leave the whole column out.',
  'bad-amount': 'Write a number such as 12.90 or 12,90; refunds are negative. No letters or currency signs.',
  'ambiguous-amount':
    'This could be a decimal point or a thousands point. Write 1234 or 1,234 with a decimal comma.',
  'amount-too-large': 'This amount has more than 15 digits before the decimal sign.',
  'other-currency': 'One file holds one currency. Split the file, or name the currency of its amounts.',
};

const LONGEST_VALUE = 60;

export function fault(code: FaultCode, row: number, column: string | null, value: string): CsvFault {
  const shown = value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE - 1)}…` : value;
  return { code, row, column, value: shown, advice: ADVICE[code] };
}
