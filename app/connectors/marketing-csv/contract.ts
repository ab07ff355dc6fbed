import type { CodedFault } from '../csv/fault';
import type { InvalidCsv } from '../csv/fault-list';
import type { TableFaultCode } from '../csv/read-table';
import type { DayFaultCode } from './parse-day';
import type { NumberFaultCode } from '../csv/parse-number';

type TableCode = TableFaultCode | 'missing-column' | 'repeated-column';

export type MarketingFaultCode =
  | TableCode
  | NumberFaultCode
  | DayFaultCode
  | 'no-channels'
  | 'unnamed-column'
  | 'too-many-channels'
  | 'too-many-controls'
  | 'negative-spend'
  | 'duplicate-day'
  /** Days, or weeks, that have no row: reported at the row after them. */
  | 'missing-rows'
  /** Rows that do not stand a week apart as the others do: reported at the first of them. */
  | 'mixed-spacing'
  /** Most rows are neither a day nor a week apart. */
  | 'unknown-spacing';

export type MarketingFault = CodedFault<MarketingFaultCode>;

export type LiftFaultCode =
  | TableCode
  | NumberFaultCode
  | DayFaultCode
  | 'missing-channel'
  | 'repeated-channel'
  | 'days-reversed'
  | 'measured-too-early'
  | 'error-not-positive'
  | 'bad-share';

export type LiftFault = CodedFault<LiftFaultCode>;

export type MarketingWarningCode =
  /** Rows that stand below a later day: they were sorted. */
  | 'unsorted-rows'
  /** Rows with more refunds than sales: counted as given. */
  | 'negative-revenue'
  /** A column that is neither of the named ones nor a channel nor a control: not read. */
  | 'column-ignored';

export interface MarketingWarning {
  readonly code: MarketingWarningCode;
  readonly count: number;
  readonly firstRow: number;
  /** Name of the column as the file writes it; `null` when whole rows are meant. */
  readonly column: string | null;
  /** What it means or what to do, in English. */
  readonly advice: string;
  /** The same in Spanish. */
  readonly spanishAdvice: string;
}

/** One row a day or week, ascending, no gaps. Money in units of the one currency of the file. */
export interface MarketingRows {
  readonly granularity: 'daily' | 'weekly';
  /** Day of the first row, days since 1970-01-01; row t is firstDay + t * (1 or 7). */
  readonly firstDay: number;
  readonly revenue: Float64Array;
  readonly channels: readonly { readonly name: string; readonly spend: Float64Array }[];
  readonly controls: readonly { readonly name: string; readonly values: Float64Array }[];
}

export type MarketingCsvResult =
  | {
      readonly status: 'ok';
      readonly series: MarketingRows;
      /** Rows of data. */
      readonly rows: number;
      readonly warnings: readonly MarketingWarning[];
    }
  | InvalidCsv<MarketingFault>;

/** An experiment as a file tells it; money in the currency of the series. */
export interface LiftRow {
  readonly channels: readonly string[];
  /** Days since 1970-01-01, both included. */
  readonly firstDay: number;
  readonly lastDay: number;
  readonly incrementalRevenue: number;
  readonly standardError: number;
  readonly measuredUntil?: number;
  readonly removedShare?: number;
  /** Row of the file as a spreadsheet counts it: the header is row 1. */
  readonly rowNumber: number;
}

export interface LiftWarning extends Omit<MarketingWarning, 'code'> {
  /** `repeated-rows`: the same experiment again, which would count as a second one. */
  readonly code: 'repeated-rows' | 'column-ignored';
}

export type LiftTestsCsvResult =
  | { readonly status: 'ok'; readonly lifts: readonly LiftRow[]; readonly warnings: readonly LiftWarning[] }
  | InvalidCsv<LiftFault>;

export interface MarketingCsvOptions {
  /** IANA zone in which times with an offset become days; without it only their midnights are taken. */
  readonly timeZone?: string;
}

export const MOST_ROWS = 20_000;
export const MOST_CHANNELS = 60;
export const MOST_LIFT_ROWS = 1_000;
