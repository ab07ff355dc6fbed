import type { Readable } from 'node:stream';
import { openCsv, type OpenCsv } from './open-csv';
import { readFailure } from './read-failure';

export type TableFaultCode =
  | 'cannot-read'
  | 'not-utf8'
  | 'empty-file'
  | 'no-rows'
  | 'malformed'
  | 'column-count'
  | 'too-many-rows'
  | 'file-too-large';

export interface TableRow {
  /** As a spreadsheet counts; the header is row 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

export interface CsvTable<Columns> {
  readonly columns: Columns;
  readonly delimiter: OpenCsv['delimiter'];
  /** Rows with as many cells as the header; blank ones and those of empty cells are left out. */
  readonly rows: readonly TableRow[];
  /** False where a row was at fault, so that rows are missing here. */
  readonly complete: boolean;
}

interface TableReading<Columns> {
  readonly mostRows: number;
  /** @returns `null` after reporting what is wrong with the names: the rows are not looked at */
  readonly readHeader: (names: readonly string[]) => Columns | null;
  readonly report: (code: TableFaultCode, row: number, value: string) => void;
}

/** A file that is no table of the expected kind must not fill the memory before that is noticed. */
const MOST_CHARACTERS = 128 * 1024 * 1024;

/**
 * Reads a small table whole. Faults are reported, not thrown.
 * @param source a path, or a stream of bytes
 * @returns `null` when there are no rows to look at; that has been reported
 */
export async function readTable<Columns>(
  source: string | Readable,
  { mostRows, readHeader, report }: TableReading<Columns>,
): Promise<CsvTable<Columns> | null> {
  let number = 0;
  let width = 0;
  let characters = 0;
  let columns: Columns | null = null;
  let refused = 0;
  const rows: TableRow[] = [];
  const refuse = (code: TableFaultCode, row: number, value: string): void => {
    refused++;
    report(code, row, value);
  };
  try {
    const csv = await openCsv(source);
    if (csv === null || csv === 'not-utf8') {
      report(csv ?? 'empty-file', 1, '');
      return null;
    }
    for await (const cells of csv.records as AsyncIterable<string[]>) {
      number++;
      if (columns === null) {
        columns = readHeader(cells);
        if (columns === null) return null;
        width = cells.length;
        continue;
      }
      if (cells.every((cell) => cell === '') && (cells.length === 1 || cells.length >= width)) continue;
      if (isRagged(cells, width)) {
        refuse('column-count', number, cells.join(' | '));
        continue;
      }
      if (rows.length === mostRows) {
        refuse('too-many-rows', number, '');
        break;
      }
      for (const cell of cells) characters += cell.length;
      if (characters > MOST_CHARACTERS) {
        refuse('file-too-large', number, '');
        break;
      }
      rows.push({ number, cells });
    }
    if (columns === null) report('empty-file', 1, '');
    else if (rows.length === 0 && refused === 0) refuse('no-rows', 1, '');
    return columns === null ? null : { columns, delimiter: csv.delimiter, rows, complete: refused === 0 };
  } catch (error) {
    const failure = readFailure(error, number + 1);
    refuse(failure.code, failure.row, failure.value);
    return columns === null ? null : { columns, delimiter: ',', rows, complete: false };
  }
}

/** Cells beyond the header do no harm while they are empty. */
function isRagged(cells: readonly string[], width: number): boolean {
  return cells.length < width || cells.slice(width).some((cell) => cell !== '');
}
