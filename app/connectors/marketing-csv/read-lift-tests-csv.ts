import type { Readable } from 'node:stream';
import { createFaultList } from '../csv/fault-list';
import { readTable, type CsvTable, type TableRow } from '../csv/read-table';
import {
  MOST_LIFT_ROWS,
  type LiftFault,
  type LiftFaultCode,
  type LiftRow,
  type LiftTestsCsvResult,
  type LiftWarning,
  type MarketingCsvOptions,
} from './contract';
import { LIFT_WARNING_WORDS, liftFault as fault } from './lift-fault';
import { parseDay } from './parse-day';
import { commaRole, parseNumber } from '../csv/parse-number';

const NEEDED = ['channels', 'from', 'to', 'incremental_revenue', 'standard_error'] as const;
const OPTIONAL = ['measured_until', 'removed_share'] as const;
const NUMERIC = ['incremental_revenue', 'standard_error', 'removed_share'] as const;

type ColumnName = (typeof NEEDED)[number] | (typeof OPTIONAL)[number];

interface LiftColumns {
  readonly names: readonly string[];
  /** -1 for an optional column that the file lacks. */
  readonly at: Readonly<Record<ColumnName, number>>;
  readonly ignored: readonly string[];
}

/**
 * Reads experiments: `channels,from,to,incremental_revenue,standard_error[,measured_until][,removed_share]`, several
 * channels of one experiment as `meta+google`. Whether the channels exist is for those to say who know the series.
 * @param source a path, or a stream of bytes
 */
export async function readLiftTestsCsv(
  source: string | Readable,
  options: MarketingCsvOptions = {},
): Promise<LiftTestsCsvResult> {
  const faults = createFaultList<LiftFault>();
  const table = await readTable(source, {
    mostRows: MOST_LIFT_ROWS,
    readHeader: (names) => readLiftColumns(names, faults.report),
    report: (code, row, value) => faults.report(fault(code, row, null, value, { most: MOST_LIFT_ROWS })),
  });
  if (table === null) return faults.invalid();
  const { columns, rows, delimiter } = table;
  const numbers = rows.flatMap(({ cells }) => NUMERIC.map((name) => cells[columns.at[name]] ?? ''));
  const comma = commaRole(numbers, delimiter);
  const lifts = rows.map((row) => {
    const cell = (name: ColumnName): string => row.cells[columns.at[name]] ?? '';
    const refuse = (code: LiftFaultCode, name: ColumnName): null => {
      faults.report(fault(code, row.number, columns.names[columns.at[name]] ?? null, cell(name)));
      return null;
    };
    return readLift(row, {
      cell,
      refuse,
      day: (name) => {
        const day = parseDay(cell(name), options.timeZone);
        return typeof day === 'string' ? refuse(day, name) : day;
      },
      number: (name) => {
        const value = parseNumber(cell(name), comma);
        return typeof value === 'string' ? refuse(value, name) : value;
      },
    });
  });
  if (faults.count > 0) return faults.invalid();
  return {
    status: 'ok',
    lifts: lifts.filter((lift) => lift !== null),
    warnings: warningsOf(table),
  };
}

function readLiftColumns(names: readonly string[], report: (found: LiftFault) => void): LiftColumns | null {
  const known = names.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  );
  const all: readonly ColumnName[] = [...NEEDED, ...OPTIONAL];
  const found: LiftFault[] = [];
  for (const name of all) {
    const first = known.indexOf(name);
    const again = first < 0 ? -1 : known.indexOf(name, first + 1);
    const written = names[again] ?? '';
    if (again >= 0) found.push(fault('repeated-column', 1, written, written));
  }
  for (const name of NEEDED) {
    if (!known.includes(name)) found.push(fault('missing-column', 1, name, names.join(',')));
  }
  found.forEach(report);
  if (found.length > 0) return null;
  return {
    names,
    at: Object.fromEntries(all.map((name) => [name, known.indexOf(name)])) as Record<ColumnName, number>,
    ignored: names.filter((name, i) => name !== '' && !all.includes(known[i] as ColumnName)),
  };
}

/** Cells of one row; what is at fault is reported and `null`. */
interface LiftCells {
  readonly cell: (name: ColumnName) => string;
  readonly refuse: (code: LiftFaultCode, name: ColumnName) => null;
  readonly day: (name: ColumnName) => number | null;
  readonly number: (name: ColumnName) => number | null;
}

function readLift({ number: rowNumber }: TableRow, { cell, refuse, day, number }: LiftCells): LiftRow | null {
  const channels = channelsOf(cell('channels'));
  if (typeof channels === 'string') refuse(channels, 'channels');
  const firstDay = day('from');
  const lastDay = day('to');
  if (firstDay !== null && lastDay !== null && lastDay < firstDay) refuse('days-reversed', 'to');
  const incrementalRevenue = number('incremental_revenue');
  const standardError = number('standard_error');
  if (standardError !== null && standardError <= 0) refuse('error-not-positive', 'standard_error');
  const measuredUntil = cell('measured_until') === '' ? undefined : day('measured_until');
  if (typeof measuredUntil === 'number' && lastDay !== null && measuredUntil < lastDay) {
    refuse('measured-too-early', 'measured_until');
  }
  const removedShare = cell('removed_share') === '' ? undefined : number('removed_share');
  if (typeof removedShare === 'number' && !(removedShare > 0 && removedShare <= 1)) {
    refuse('bad-share', 'removed_share');
  }
  if (typeof channels === 'string' || firstDay === null || lastDay === null) return null;
  if (incrementalRevenue === null || standardError === null) return null;
  if (measuredUntil === null || removedShare === null) return null;
  return {
    channels,
    firstDay,
    lastDay,
    incrementalRevenue,
    standardError,
    ...(measuredUntil === undefined ? {} : { measuredUntil }),
    ...(removedShare === undefined ? {} : { removedShare }),
    rowNumber,
  };
}

function channelsOf(text: string): readonly string[] | 'missing-channel' | 'repeated-channel' | 'not-utf8' {
  if (text.includes('\ufffd')) return 'not-utf8';
  const names = text.split('+').map((name) => name.trim());
  if (names.includes('')) return 'missing-channel';
  return new Set(names.map((name) => name.toLowerCase())).size < names.length ? 'repeated-channel' : names;
}

function warningsOf({ columns, rows }: CsvTable<LiftColumns>): LiftWarning[] {
  const seen = new Set<string>();
  const repeated = rows.filter(({ cells }) => {
    const key = JSON.stringify(Object.values(columns.at).map((column) => cells[column] ?? ''));
    const again = seen.has(key);
    seen.add(key);
    return again;
  });
  const warning = (
    code: LiftWarning['code'],
    count: number,
    firstRow: number,
    column: string | null,
  ): LiftWarning => {
    const { en, es } = LIFT_WARNING_WORDS[code];
    return { code, count, firstRow, column, advice: en, spanishAdvice: es };
  };
  return [
    ...(repeated[0] ? [warning('repeated-rows', repeated.length, repeated[0].number, null)] : []),
    ...columns.ignored.map((name) => warning('column-ignored', 1, 1, name)),
  ];
}
