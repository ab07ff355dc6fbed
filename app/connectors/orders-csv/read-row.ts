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
import { parseMoment, type ParsedMoment } from './parse-moment';

export interface RowReader {
  /** @returns the order of the row; `null` for a row that is none (line item, guest, cancelled) or is at fault */
  read(cells: readonly string[], rowNumber: number): OrdersCsvRow | null;
  summary(): OrdersCsvSummary;
}

/** Money has been received, in full or in part; `pending`, `authorized`, `voided` and `expired` have not paid. */
const PAID = new Set(['paid', 'partially_paid', 'partially_refunded', 'refunded']);
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

  const warn = (code: WarningCode, rowNumber: number): null => {
    const before = warnings.get(code);
    warnings.set(code, { code, count: (before?.count ?? 0) + 1, firstRow: before?.firstRow ?? rowNumber });
    return null;
  };
  const refuse = (code: FaultCode, rowNumber: number, column: number, value: string): null => {
    report(fault(code, rowNumber, header.names[column] ?? null, value));
    return null;
  };
  const amountAt = (cells: readonly string[], column: number, rowNumber: number): bigint | null => {
    const text = cells[column] ?? '';
    if (text === '') return refuse('missing-amount', rowNumber, column, text);
    const parsed = parseAmount(text, currency ?? DEFAULT_CURRENCY, decimalComma);
    return 'fault' in parsed ? refuse(parsed.fault, rowNumber, column, text) : parsed.minor;
  };

  /** Shopify's rows that are no order to count: `null` lets the row pass. */
  const passOver = (cells: readonly string[], rowNumber: number): 'skip' | null => {
    if (header.format !== 'shopify') return null;
    const name = cells[header.orderName] ?? '';
    if (name !== '' && name === previousOrder) return 'skip';
    previousOrder = name;
    if (seenOrders.has(name)) {
      warn('repeated-orders', rowNumber);
      return 'skip';
    }
    if (name !== '') seenOrders.add(name);
    if (header.cancelled >= 0 && (cells[header.cancelled] ?? '') !== '') {
      warn('cancelled-orders', rowNumber);
      return 'skip';
    }
    if (header.status >= 0 && !PAID.has((cells[header.status] ?? '').toLowerCase())) {
      warn('unpaid-orders', rowNumber);
      return 'skip';
    }
    if ((cells[header.customer] ?? '') === '') {
      warn('guest-orders', rowNumber);
      return 'skip';
    }
    return null;
  };

  const netAmount = (cells: readonly string[], rowNumber: number): bigint | null => {
    let minor = amountAt(cells, header.amount, rowNumber);
    for (const [column, applies] of [
      [header.refunded, true],
      [header.outstanding, (cells[header.status] ?? '').toLowerCase() === 'partially_paid'],
    ] as const) {
      if (minor === null || column < 0 || !applies || (cells[column] ?? '') === '') continue;
      const less = amountAt(cells, column, rowNumber);
      minor = less === null ? null : minor - less;
    }
    return minor;
  };

  return {
    read(cells, rowNumber) {
      if (cells.length === 1 && cells[0] === '') return null;
      const tooMany =
        cells.length > header.names.length && cells.slice(header.names.length).some((c) => c !== '');
      if (cells.length < header.names.length || tooMany) {
        report(fault('column-count', rowNumber, null, cells.join(' | ')));
        return null;
      }
      if (passOver(cells, rowNumber) === 'skip') return null;
      const customer = cells[header.customer] ?? '';
      const customerId = header.format === 'shopify' ? customer.toLowerCase() : customer;
      if (customerId === '') refuse('missing-customer', rowNumber, header.customer, customer);
      // Undecodable bytes would make one customer of José and Josè.
      if (customerId.includes('\ufffd')) return refuse('not-utf8', rowNumber, header.customer, customer);
      const dateText = cells[header.date] ?? '';
      const moment = momentOf(dateText);
      if (moment === null) refuse('bad-date', rowNumber, header.date, dateText);
      if (header.currency >= 0) {
        const written = (cells[header.currency] ?? '').toUpperCase();
        currency ??= /^[A-Z]{3}$/.test(written) ? written : null;
        if (written !== currency) return refuse('other-currency', rowNumber, header.currency, written);
      }
      const minor = header.amount < 0 ? null : netAmount(cells, rowNumber);
      if (customerId === '' || moment === null || (minor === null && header.amount >= 0)) return null;
      orders++;
      if (header.format === 'orders' && orders <= ROWS_COMPARED) {
        const key = `${customerId}\n${dateText}\n${minor ?? ''}`;
        if (seenRows.has(key)) warn('repeated-rows', rowNumber);
        else seenRows.add(key);
      }
      return { customerId, day: moment.day, instant: moment.instant, minor, rowNumber };
    },
    summary: () => ({
      status: 'ok',
      format: header.format,
      currency: currency ?? DEFAULT_CURRENCY,
      hasRevenue: header.amount >= 0,
      orders,
      warnings: [...warnings.values()],
    }),
  };
}
