import type { Readable } from 'node:stream';
import { createFaultList } from '../csv/fault-list';
import { readTable, type CsvTable, type TableRow } from '../csv/read-table';
import { checkDays } from './check-days';
import {
  MOST_ROWS,
  type MarketingCsvOptions,
  type MarketingCsvResult,
  type MarketingFault,
  type MarketingRows,
  type MarketingWarning,
  type MarketingWarningCode,
} from './contract';
import { MARKETING_WARNING_WORDS, marketingFault as fault } from './marketing-fault';
import { parseDay } from './parse-day';
import { commaRole, parseNumber } from '../csv/parse-number';
import { readColumns, type MarketingColumns } from './read-columns';

type Report = (found: MarketingFault) => void;

/** A row whose cells are all numbers, in the order of the numeric columns. */
interface ParsedRow {
  readonly day: number;
  readonly number: number;
  readonly values: readonly number[];
}

/**
 * Reads `date,revenue,spend:<channel>...,control:<name>...`, daily or weekly. Faults are collected, not thrown: the
 * answer is all rows of the file, or none and the list of what is wrong.
 * @param source a path, or a stream of bytes
 */
export async function readMarketingCsv(
  source: string | Readable,
  options: MarketingCsvOptions = {},
): Promise<MarketingCsvResult> {
  const faults = createFaultList<MarketingFault>();
  const table = await readTable(source, {
    mostRows: MOST_ROWS,
    readHeader: (names) => readColumns(names, faults.report),
    report: (code, row, value) => faults.report(fault(code, row, null, value, { most: MOST_ROWS })),
  });
  if (table === null) return faults.invalid();
  const rows = parseRows(table, options, faults.report);
  const ordered = rows.toSorted((a, b) => a.day - b.day || a.number - b.number);
  const granularity = checkDays(ordered, {
    column: table.columns.names[table.columns.date] ?? '',
    complete: table.complete && rows.length === table.rows.length,
    report: faults.report,
  });
  if (faults.count > 0) return faults.invalid();
  return {
    status: 'ok',
    series: seriesOf(ordered, table.columns, granularity),
    rows: rows.length,
    warnings: [...rowWarnings(rows), ...columnWarnings(table)],
  };
}

function numericColumns({ revenue, channels, controls }: MarketingColumns): number[] {
  return [revenue, ...channels.map(({ column }) => column), ...controls.map(({ column }) => column)];
}

/** Rows with a day; the numbers of a cell at fault are 0, since nothing of the file is used then. */
function parseRows(
  { columns, rows, delimiter }: CsvTable<MarketingColumns>,
  { timeZone }: MarketingCsvOptions,
  report: Report,
): ParsedRow[] {
  const numeric = numericColumns(columns);
  const spends = new Set(columns.channels.map(({ column }) => column));
  const comma = commaRole(cellsOf(rows, numeric), delimiter);
  return rows.flatMap(({ number, cells }) => {
    const refuse = (code: MarketingFault['code'], column: number): number => {
      report(fault(code, number, columns.names[column] ?? null, cells[column] ?? ''));
      return 0;
    };
    const day = parseDay(cells[columns.date] ?? '', timeZone);
    if (typeof day === 'string') refuse(day, columns.date);
    const values = numeric.map((column) => {
      const value = parseNumber(cells[column] ?? '', comma);
      if (typeof value === 'string') return refuse(value, column);
      return value < 0 && spends.has(column) ? refuse('negative-spend', column) : value;
    });
    return typeof day === 'string' ? [] : [{ day, number, values }];
  });
}

function* cellsOf(rows: readonly TableRow[], columns: readonly number[]): Generator<string> {
  for (const { cells } of rows) for (const column of columns) yield cells[column] ?? '';
}

function seriesOf(
  rows: readonly ParsedRow[],
  { channels, controls }: MarketingColumns,
  granularity: MarketingRows['granularity'],
): MarketingRows {
  const valuesAt = (place: number): Float64Array =>
    Float64Array.from(rows, ({ values }) => values[place] ?? 0);
  return {
    granularity,
    firstDay: rows[0]?.day ?? 0,
    revenue: valuesAt(0),
    channels: channels.map(({ name }, i) => ({ name, spend: valuesAt(1 + i) })),
    controls: controls.map(({ name }, i) => ({ name, values: valuesAt(1 + channels.length + i) })),
  };
}

function warning(
  code: MarketingWarningCode,
  count: number,
  firstRow: number,
  column: string | null,
): MarketingWarning {
  const { en, es } = MARKETING_WARNING_WORDS[code];
  return { code, count, firstRow, column, advice: en, spanishAdvice: es };
}

/** @param rows as the file has them */
function rowWarnings(rows: readonly ParsedRow[]): MarketingWarning[] {
  let latest = -Infinity;
  const unsorted = rows.filter(({ day }) => {
    const late = day < latest;
    latest = Math.max(latest, day);
    return late;
  });
  const negative = rows.filter(({ values: [revenue = 0] }) => revenue < 0);
  return (
    [
      ['unsorted-rows', unsorted],
      ['negative-revenue', negative],
    ] as const
  ).flatMap(([code, found]) => (found[0] ? [warning(code, found.length, found[0].number, null)] : []));
}

/** An unnamed column without a word in it is only how the spreadsheet was saved. */
function columnWarnings({ columns, rows }: CsvTable<MarketingColumns>): MarketingWarning[] {
  return columns.ignored
    .map((column) => ({ name: columns.names[column] ?? '', column }))
    .filter(({ name, column }) => name !== '' || rows.some(({ cells }) => cells[column] !== ''))
    .map(({ name }) => warning('column-ignored', 1, 1, name));
}
