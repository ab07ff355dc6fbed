import type { Readable } from 'node:stream';
import type { CsvFault, CsvWarning, OrdersCsvFormat } from '~/connectors/orders-csv/contract';
import { streamOrdersCsv } from '~/connectors/orders-csv/stream-orders-csv';
import { dayFromNumber, dayNumber, isoDay, type IsoDay } from '~/domain/iso-day';
import { minorToUnits, minorUnitDigits } from '~/domain/money';
import type { RowChannels } from '~/engine/clv/acquired-customers';
import { channelValues, type ChannelValue } from '~/engine/clv/channel-value';
import type {
  CustomerPrediction,
  EmptyValuation,
  FittedValuation,
  RankedCustomer,
  RulesValuation,
} from '~/engine/clv/customer-valuation';
import type { OrderColumns } from '~/engine/clv/order-columns';
import { createOrderColumnsBuilder } from '~/engine/clv/order-columns-builder';
import { customerAt } from '~/engine/clv/predict-customers';
import { createRowChannelsBuilder, type RowChannelsBuilder } from '~/engine/clv/row-channels-builder';
import type { SegmentThresholds } from '~/engine/clv/segments';
import { valueCustomerColumns, type ColumnValuation } from '~/engine/clv/value-customers';

export type { CsvFault, CsvWarning } from '~/connectors/orders-csv/contract';
export type { ChannelValue } from '~/engine/clv/channel-value';
export type { BacktestReport } from '~/engine/clv/backtest-report';
export type { FittedValuation, Verdict } from '~/engine/clv/customer-valuation';
export { RULE_LIMITS } from '~/engine/clv/rules';
export { DEFAULT_SEGMENT_THRESHOLDS, type SegmentThresholds } from '~/engine/clv/segments';

export interface ValueOrdersFileInput {
  /** A path, or a stream of bytes. */
  readonly source: string | Readable;
  /** Analysis date; default the day of the last order. */
  readonly now?: IsoDay;
  readonly horizonDays: number;
  /** ISO 4217; default the file's own, else EUR. */
  readonly currency?: string;
  readonly timeZone?: string;
  readonly countFreeOrders?: boolean;
  readonly discountRateAnnual?: number;
  readonly churnWindowDays?: number;
  /** Share of revenue left after the cost of goods, 0 to 1. */
  readonly marginShare?: number;
  readonly segmentThresholds?: SegmentThresholds;
  /** False leaves out the look back: quicker, and less sure. */
  readonly backtest?: boolean;
  readonly seed: number;
  /** `read` comes now and then with the rows so far; `model` once, before the one long computation. */
  readonly onProgress?: (progress: ValuationProgress) => void;
}

interface ValuationProgress {
  readonly step: 'read' | 'model';
  readonly rows: number;
}

export type ValueOrdersFileResult =
  | { readonly status: 'invalid'; readonly faults: readonly CsvFault[]; readonly faultCount: number }
  | ValuedOrdersFile;

export interface ValuedOrdersFile {
  readonly status: 'ok';
  readonly file: OrdersFile;
  /** Everything but the customers. */
  readonly report: FileReport;
  /** Customers by id, built one at a time: a file may hold a million. */
  readonly customers: () => Iterable<FileCustomer>;
  /**
   * What new customers of each acquisition channel are worth; `null` where the file has no column `channel` or too
   * little data for a model, empty where no customer's channel is known.
   */
  readonly channelValues: readonly ChannelValue[] | null;
}

export type FileCustomer = CustomerPrediction | RankedCustomer;

type FileReport = EmptyValuation | Omit<RulesValuation, 'customers'> | Omit<FittedValuation, 'customers'>;

interface OrdersFile {
  readonly format: OrdersCsvFormat;
  readonly currency: string;
  readonly hasRevenue: boolean;
  readonly orders: number;
  /** Orders of nobody in particular in the whole file, in currency units: counted here, not modelled. */
  readonly guests: { readonly orders: number; readonly revenue: number };
  readonly warnings: readonly CsvWarning[];
}

/** Values the customers of a file of orders: all its rows, or none and the list of its faults. */
export async function valueOrdersFile(input: ValueOrdersFileInput): Promise<ValueOrdersFileResult> {
  const { source, onProgress, currency, timeZone, now, ...options } = input;
  const builder = createOrderColumnsBuilder();
  const days = new Map<IsoDay, number>();
  let rowChannels: RowChannelsBuilder | null = null;
  let lastDay = -Infinity;
  const read = await streamOrdersCsv(
    source,
    {
      ...(currency === undefined ? {} : { currency }),
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(onProgress ? { onProgress: (rows) => onProgress({ step: 'read', rows }) } : {}),
    },
    (row) => {
      let day = days.get(row.day);
      if (day === undefined) days.set(row.day, (day = dayNumber(row.day)));
      lastDay = Math.max(lastDay, day);
      builder.add(row.customerId, day, Number(row.minor ?? 0n));
      if (row.channel !== undefined) (rowChannels ??= createRowChannelsBuilder()).add(row.channel);
    },
  );
  if (read.status === 'invalid') return read;
  const { status, guests, ...summary } = read;
  const file: OrdersFile = {
    ...summary,
    guests: { orders: guests.orders, revenue: minorToUnits(guests.minor, read.currency) },
  };
  const orders = builder.finish(file.hasRevenue ? 10 ** minorUnitDigits(file.currency) : null);
  onProgress?.({ step: 'model', rows: file.orders });
  // A file may hold rows and still no order that counts, such as one of cancelled orders only.
  const analysisDay = now ?? (Number.isFinite(lastDay) ? dayFromNumber(lastDay) : isoDay('1970-01-01'));
  const valuation = valueCustomerColumns({ ...options, orders, now: analysisDay });
  // TypeScript does not see that the rows were read in the meantime.
  const channels = (rowChannels as RowChannelsBuilder | null)?.finish() ?? null;
  return {
    status,
    file,
    ...split(valuation),
    channelValues: channels && valuesByChannel(valuation, orders, channels, options.countFreeOrders ?? false),
  };
}

function valuesByChannel(
  valuation: ColumnValuation,
  orders: OrderColumns,
  channels: RowChannels,
  countFreeOrders: boolean,
): readonly ChannelValue[] | null {
  if (valuation.status !== 'fitted') return null;
  const { chosen, params } = valuation.model;
  return channelValues({
    orders,
    channels,
    now: valuation.now,
    model: { name: chosen, params },
    countFreeOrders,
  });
}

function split(valuation: ColumnValuation): Pick<ValuedOrdersFile, 'report' | 'customers'> {
  switch (valuation.status) {
    case 'empty':
      return { report: valuation, customers: () => [] };
    case 'rules': {
      const { customers, ...report } = valuation;
      return { report, customers: () => customers };
    }
    case 'fitted': {
      const { columns, ...report } = valuation;
      return {
        report,
        customers: function* () {
          for (let i = 0; i < columns.size; i++) yield customerAt(columns, i);
        },
      };
    }
  }
}
