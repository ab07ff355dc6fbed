import type { IsoDay } from '~/domain/iso-day';
import type { CodedFault } from '../csv/fault';
import type { InvalidCsv } from '../csv/fault-list';

/** One order, or one refund where the amount is negative, as a file tells it. */
export interface OrdersCsvRow {
  readonly customerId: string;
  readonly day: IsoDay;
  /** ISO instant in UTC where the file gives a time with its offset, else `null`. */
  readonly instant: string | null;
  /** Net amount in minor units of the file's currency; `null` in a file without amounts. */
  readonly minor: bigint | null;
  /** What the optional column `channel` says, trimmed; `''` where the cell is empty. Absent without the column. */
  readonly channel?: string;
  /** Row of the file as a spreadsheet counts it: the header is row 1. */
  readonly rowNumber: number;
}

export type OrdersCsvFormat = 'orders' | 'shopify';

export type FaultCode =
  | 'cannot-read'
  | 'not-utf8'
  | 'empty-file'
  | 'no-rows'
  | 'missing-column'
  | 'repeated-column'
  | 'malformed'
  | 'column-count'
  | 'missing-customer'
  | 'bad-date'
  | 'missing-amount'
  | 'bad-amount'
  | 'ambiguous-amount'
  | 'amount-too-large'
  | 'other-currency';

export type CsvFault = CodedFault<FaultCode>;

export type WarningCode =
  /** Rows with the same customer, day and amount as an earlier one: counted as given. */
  | 'repeated-rows'
  /** Orders without customer id and email: not attributable to a customer, in the totals of guests only. */
  | 'guest-orders'
  | 'cancelled-orders'
  /** Paid through Shopify's gateway for trials. */
  | 'test-orders'
  | 'unpaid-orders'
  /** The same order name in two places of the file: counted once. */
  | 'repeated-orders';

export interface CsvWarning {
  readonly code: WarningCode;
  readonly count: number;
  readonly firstRow: number;
}

export interface OrdersCsvSummary {
  readonly status: 'ok';
  readonly format: OrdersCsvFormat;
  readonly currency: string;
  readonly hasRevenue: boolean;
  /** Orders handed on. */
  readonly orders: number;
  /** Orders of nobody in particular, and their net amount in minor units. */
  readonly guests: { readonly orders: number; readonly minor: bigint };
  readonly warnings: readonly CsvWarning[];
}

export type InvalidOrdersCsv = InvalidCsv<CsvFault>;

export interface OrdersCsvOptions {
  /** ISO 4217; where absent a Shopify export's own currency is taken, else EUR. */
  readonly currency?: string;
  /** IANA zone in which instants become days; where absent a time keeps the day that is written. */
  readonly timeZone?: string;
  /** Called now and then with the number of rows read so far. */
  readonly onProgress?: (rows: number) => void;
}
