import type { Readable } from 'node:stream';
import { logNormalAround, type LogNormal } from '~/domain/log-normal';
import { createFaultList } from '../csv/fault-list';
import { readTable, type TableRow } from '../csv/read-table';
import { commaRole, parseNumber } from '../csv/parse-number';
import { channelValuesFault as fault } from './channel-values-fault';
import type {
  ChannelValueRow,
  ChannelValuesCsvResult,
  ChannelValuesFault,
  ChannelValuesFaultCode,
} from './contract';

const NEEDED = ['channel', 'multiplier', 'low', 'high'] as const;
const OPTIONAL = ['log_mean', 'log_sd'] as const;

type Column = (typeof NEEDED)[number] | (typeof OPTIONAL)[number];

interface Columns {
  readonly names: readonly string[];
  readonly at: ReadonlyMap<Column, number>;
}

const MOST_ROWS = 1000;
/** Rounding to a few decimals by hand is no contradiction. */
const LOG_TOLERANCE = 0.01;

/**
 * Reads what the new customers of each channel are worth: `channel,multiplier,low,high`, by hand or as
 * `timon clv --channel-values` writes it, with `log_mean,log_sd` and columns that are not looked at.
 * @param source a path, or a stream of bytes
 */
export async function readChannelValuesCsv(source: string | Readable): Promise<ChannelValuesCsvResult> {
  const faults = createFaultList<ChannelValuesFault>();
  const table = await readTable(source, {
    mostRows: MOST_ROWS,
    readHeader: (names) => columnsOf(names, faults.report),
    report: (code, row, value) => faults.report(fault(code, row, null, value, { most: MOST_ROWS })),
  });
  if (table === null) return faults.invalid();
  const { columns, delimiter, rows } = table;
  const numeric = [...columns.at].flatMap(([name, column]) => (name === 'channel' ? [] : [column]));
  const comma = commaRole(
    rows.flatMap(({ cells }) => numeric.map((column) => cells[column] ?? '')),
    delimiter,
  );
  const seen = new Set<string>();
  const values: ChannelValueRow[] = [];
  for (const row of rows) {
    const value = valueOf(row, columns, comma, seen, faults.report);
    if (value !== null) values.push(value);
  }
  return faults.count > 0 ? faults.invalid() : { status: 'ok', values };
}

/** @returns `null` after reporting what is wrong */
function columnsOf(names: readonly string[], report: (found: ChannelValuesFault) => void): Columns | null {
  const known = names.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  );
  const at = new Map<Column, number>();
  let refused = false;
  for (const column of [...NEEDED, ...OPTIONAL]) {
    const first = known.indexOf(column);
    const last = known.lastIndexOf(column);
    if (first >= 0) at.set(column, first);
    if (last > first) report(fault('repeated-column', 1, names[last] ?? null, names.join(',')));
    const isMissing = first < 0 && NEEDED.some((needed) => needed === column);
    if (isMissing) report(fault('missing-column', 1, column, names.join(',')));
    refused ||= isMissing || last > first;
  }
  return refused ? null : { names, at };
}

/** @returns `null` after reporting what is wrong */
function valueOf(
  { number: rowNumber, cells }: TableRow,
  { names, at }: Columns,
  comma: ReturnType<typeof commaRole>,
  seen: Set<string>,
  report: (found: ChannelValuesFault) => void,
): ChannelValueRow | null {
  const text = (column: Column): string => cells[at.get(column) ?? -1] ?? '';
  const refuse = (code: ChannelValuesFaultCode, column: Column): null => {
    report(fault(code, rowNumber, names[at.get(column) ?? -1] ?? column, text(column)));
    return null;
  };
  const numberAt = (column: Column): number | null => {
    const parsed = parseNumber(text(column), comma);
    return typeof parsed === 'number' ? parsed : refuse(parsed, column);
  };
  const positiveAt = (column: Column): number | null => {
    const value = numberAt(column);
    return value === null || value > 0 ? value : refuse('not-positive', column);
  };

  const channel = channelOf(text('channel'));
  const key = channel.toLowerCase();
  if (channel === '') refuse('missing-channel', 'channel');
  else if (channel.includes('\ufffd')) refuse('not-utf8', 'channel');
  else if (seen.has(key)) refuse('repeated-channel', 'channel');
  seen.add(key);
  const [mean, low, high] = [positiveAt('multiplier'), positiveAt('low'), positiveAt('high')];
  if (mean === null || low === null || high === null) return null;
  if (!(low <= mean && mean <= high)) return refuse('not-ascending', 'multiplier');
  const said = logNormalAround(mean, low, high);
  if (text('log_mean') === '' && text('log_sd') === '') return { channel, ...said };
  const [logMean, logSd] = [numberAt('log_mean'), numberAt('log_sd')];
  if (logMean === null || logSd === null) return null;
  return isSame(said, { logMean, logSd }) ? { channel, logMean, logSd } : refuse('logs-differ', 'log_mean');
}

/** A name that a spreadsheet would run was written with an apostrophe in front. */
function channelOf(cell: string): string {
  return cell.replace(/^'(?=[=+\-@])/, '').trim();
}

function isSame(a: LogNormal, b: LogNormal): boolean {
  return (
    b.logSd >= 0 &&
    Math.abs(a.logMean - b.logMean) <= LOG_TOLERANCE &&
    Math.abs(a.logSd - b.logSd) <= LOG_TOLERANCE
  );
}
