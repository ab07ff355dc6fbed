import type { Readable } from 'node:stream';
import { createFaultList } from '../csv/fault-list';
import { openCsv } from '../csv/open-csv';
import { readFailure } from '../csv/read-failure';
import type {
  CsvFault,
  InvalidOrdersCsv,
  OrdersCsvOptions,
  OrdersCsvRow,
  OrdersCsvSummary,
} from './contract';
import { fault } from './fault';
import { readHeader } from './header';
import { createRowReader, type CsvRecord, type RowReader } from './read-row';

const PROGRESS_EVERY = 20_000;

/**
 * Reads a file of orders row by row in constant memory. Faults are collected, not thrown: when the answer is
 * `invalid`, whatever `onOrder` was given must be thrown away.
 * @param source a path, or a stream of bytes
 */
export async function streamOrdersCsv(
  source: string | Readable,
  options: OrdersCsvOptions,
  onOrder: (row: OrdersCsvRow) => void,
): Promise<OrdersCsvSummary | InvalidOrdersCsv> {
  let row = 0;
  let reader: RowReader | null = null;
  let cells: readonly string[] = [];
  const current: CsvRecord = {
    get size() {
      return cells.length;
    },
    text: (column) => cells[column] ?? '',
  };
  const faults = createFaultList<CsvFault>();
  try {
    const csv = await openCsv(source);
    if (csv === null || csv === 'not-utf8') return invalid([fault(csv ?? 'empty-file', 1, null, '')]);
    for await (const record of csv.records as AsyncIterable<string[]>) {
      row++;
      if (reader === null) {
        const header = readHeader(record);
        if ('faults' in header) return invalid(header.faults);
        reader = createRowReader(header, options, csv.delimiter === ';', faults.report);
        continue;
      }
      cells = record;
      const order = reader.read(current, row);
      if (order !== null && faults.count === 0) onOrder(order);
      if (row % PROGRESS_EVERY === 0) options.onProgress?.(row);
    }
  } catch (error) {
    const failure = readFailure(error, row + 1);
    faults.report(fault(failure.code, failure.row, null, failure.value));
  }
  if (faults.count > 0) return faults.invalid();
  if (reader === null) return invalid([fault('empty-file', 1, null, '')]);
  const summary = reader.summary();
  if (summary.orders === 0 && row <= 1) return invalid([fault('no-rows', 1, null, '')]);
  return summary;
}

/** All rows of a file, for callers that want them in memory. */
export async function readOrdersCsv(
  source: string | Readable,
  options: OrdersCsvOptions = {},
): Promise<(OrdersCsvSummary & { readonly rows: readonly OrdersCsvRow[] }) | InvalidOrdersCsv> {
  const rows: OrdersCsvRow[] = [];
  const result = await streamOrdersCsv(source, options, (row) => rows.push(row));
  return result.status === 'ok' ? { ...result, rows } : result;
}

function invalid(faults: readonly CsvFault[]): InvalidOrdersCsv {
  return { status: 'invalid', faults, faultCount: faults.length };
}
