import { parseMoment, type ParsedMoment } from '../csv/parse-moment';
import type {
  CsvFault,
  CsvWarning,
  FaultCode,
  OrdersCsvOptions,
  OrdersCsvRow,
  OrdersCsvSummary,
  WarningCode,
} from './contract';
import { fault } from './fault';
import type { OrdersHeader } from './header';
import { parseAmount } from './parse-amount';

/** One record of a CSV file. */
export interface CsvRecord {
  /** Number of cells. */
  readonly size: number;
  /** The cell; `''` beyond the last one. */
  text(column: number): string;
}

export interface RowReader {
  /** @returns the order of the row; `null` for a row that is none (line item, guest, cancelled) or is at fault */
  read(record: CsvRecord, rowNumber: number): OrdersCsvRow | null;
  summary(): OrdersCsvSummary;
}

/** Money has been received, in full or in part; `pending`, `authorized`, `voided` and `expired` have not paid. */
const PAID = new Set(['paid', 'partially_paid', 'partially_refunded', 'refunded']);
/** "(for testing) Bogus Gateway" takes no money. Shopify Payments in test mode leaves no trace in the export. */
const TEST_PAYMENT = /\bbogus\b/i;
/** Repeated rows are only a hint: beyond this many rows the memory to find them is not worth it. */
const ROWS_COMPARED = 500_000;
const DATES_KEPT = 20_000;
const DEFAULT_CURRENCY = 'EUR';

export function createRowReader(
  header: OrdersHeader,
  options: OrdersCsvOptions,
  decimalComma: boolean,
  report: (found: CsvFault) => void,
): RowReader {
  let currency = options.currency ?? (header.currency < 0 ? DEFAULT_CURRENCY : null);
  const warnings = new Map<WarningCode, CsvWarning>();
  const seenRows = new Set<string>();
  const seenOrders = new Set<string>();
  let previousOrder: string | null = null;
  let orders = 0;
  const guests = { orders: 0, minor: 0n };

  // A file has a few thousand days and perhaps millions of rows: each date is parsed once.
  const moments = new Map<string, ParsedMoment | null>();
  const momentOf = (text: string): ParsedMoment | null => {
    let moment = moments.get(text);
    if (moment === undefined) {
      moment = parseMoment(text, options.timeZone);
      if (moments.size < DATES_KEPT) moments.set(text, moment);
    }
    return moment;
  };

  const warn = (code: WarningCode, rowNumber: number): true => {
    const before = warnings.get(code);
    warnings.set(code, { code, count: (before?.count ?? 0) + 1, firstRow: before?.firstRow ?? rowNumber });
    return true;
  };
  const refuse = (code: FaultCode, rowNumber: number, column: number, value: string): null => {
    report(fault(code, rowNumber, header.names[column] ?? null, value));
    return null;
  };
  const amountAt = (record: CsvRecord, column: number, rowNumber: number): bigint | null => {
    const text = record.text(column);
    if (text === '') return refuse('missing-amount', rowNumber, column, text);
    const parsed = parseAmount(text, currency ?? DEFAULT_CURRENCY, decimalComma);
    return 'fault' in parsed ? refuse(parsed.fault, rowNumber, column, text) : parsed.minor;
  };

  /** Shopify's rows that are no order to count. */
  const isPassedOver = (record: CsvRecord, rowNumber: number): boolean => {
    const name = record.text(header.orderName);
    // Further line items repeat the name, or leave the order's columns empty altogether.
    if (name === '' ? record.text(header.date) === '' : name === previousOrder) return true;
    previousOrder = name;
    if (seenOrders.has(name)) return warn('repeated-orders', rowNumber);
    if (name !== '') seenOrders.add(name);
    if (record.text(header.cancelled) !== '') return warn('cancelled-orders', rowNumber);
    if (header.status >= 0 && !PAID.has(record.text(header.status).toLowerCase())) {
      return warn('unpaid-orders', rowNumber);
    }
    return TEST_PAYMENT.test(record.text(header.payment)) && warn('test-orders', rowNumber);
  };

  const netAmount = (record: CsvRecord, rowNumber: number): bigint | null => {
    let minor = amountAt(record, header.amount, rowNumber);
    if (header.format === 'orders') return minor;
    for (const [column, applies] of [
      [header.refunded, true],
      [header.outstanding, record.text(header.status).toLowerCase() === 'partially_paid'],
    ] as const) {
      if (minor === null || !applies || record.text(column) === '') continue;
      const less = amountAt(record, column, rowNumber);
      minor = less === null ? null : minor - less;
    }
    return minor;
  };

  /** `''` for a guest of a Shopify export; `null` for a fault. */
  const customerOf = (record: CsvRecord, rowNumber: number): string | null => {
    const id = record.text(header.customer);
    const customer = id === '' ? record.text(header.email).toLowerCase() : id;
    const column = id === '' && header.email >= 0 ? header.email : header.customer;
    if (customer === '' && header.format === 'orders') {
      return refuse('missing-customer', rowNumber, column, customer);
    }
    // Undecodable bytes would make one customer of José and Josè.
    return customer.includes('\ufffd') ? refuse('not-utf8', rowNumber, column, customer) : customer;
  };

  const channelOf = (record: CsvRecord, rowNumber: number): string | null => {
    const channel = record.text(header.channel);
    return channel.includes('\ufffd') ? refuse('not-utf8', rowNumber, header.channel, channel) : channel;
  };

  const hasOtherCurrency = (record: CsvRecord): boolean => {
    if (header.currency < 0) return false;
    const written = record.text(header.currency).toUpperCase();
    currency ??= /^[A-Z]{3}$/.test(written) ? written : null;
    return written !== currency;
  };

  const isMalformed = (record: CsvRecord): boolean => {
    if (record.size < header.names.length) return true;
    for (let column = header.names.length; column < record.size; column++) {
      if (record.text(column) !== '') return true;
    }
    return false;
  };

  return {
    read(record, rowNumber) {
      if (record.size === 1 && record.text(0) === '') return null;
      if (isMalformed(record)) {
        const cells = Array.from({ length: record.size }, (_, column) => record.text(column));
        report(fault('column-count', rowNumber, null, cells.join(' | ')));
        return null;
      }
      if (header.format === 'shopify' && isPassedOver(record, rowNumber)) return null;
      const customerId = customerOf(record, rowNumber);
      const dateText = record.text(header.date);
      const moment = momentOf(dateText);
      if (moment === null) refuse('bad-date', rowNumber, header.date, dateText);
      if (hasOtherCurrency(record)) {
        return refuse('other-currency', rowNumber, header.currency, record.text(header.currency));
      }
      const minor = header.amount < 0 ? null : netAmount(record, rowNumber);
      const channel = header.channel < 0 ? '' : channelOf(record, rowNumber);
      if (customerId === null || moment === null || (minor === null && header.amount >= 0)) return null;
      if (channel === null) return null;
      if (customerId === '') {
        guests.orders++;
        guests.minor += minor ?? 0n;
        warn('guest-orders', rowNumber);
        return null;
      }
      orders++;
      if (header.format === 'orders' && orders <= ROWS_COMPARED) {
        const key = `${customerId}\n${dateText}\n${minor ?? ''}`;
        if (seenRows.has(key)) warn('repeated-rows', rowNumber);
        else seenRows.add(key);
      }
      const order = { customerId, day: moment.day, instant: moment.instant, minor, rowNumber };
      return header.channel < 0 ? order : { ...order, channel };
    },
    summary: () => ({
      status: 'ok',
      format: header.format,
      currency: currency ?? DEFAULT_CURRENCY,
      hasRevenue: header.amount >= 0,
      orders,
      guests,
      warnings: [...warnings.values()],
    }),
  };
}
