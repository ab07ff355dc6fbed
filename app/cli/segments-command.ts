import { summarizeSegments, type SegmentSummary } from '~/services/summarize-segments';
import type { ValuedOrdersFile } from '~/services/value-orders-file';
import type { ClvOptions } from './clv-options';
import { csvCell } from './csv-cell';
import type { FileCommand } from './file-command';
import { noticeLines } from './notices';
import { segmentWords } from './segment-words';
import { tableWords } from './table-words';
import { terminalFormat, type TerminalFormat } from './terminal-format';
import { textTable } from './text-table';

/** `timon segments`: what each segment is worth, how it is drawn, and what to do about it. */
export const SEGMENTS_COMMAND: FileCommand = {
  name: 'segments',
  json: segmentsJson,
  csv: segmentsCsv,
  table: segmentsTable,
};

interface SegmentRow extends SegmentSummary {
  readonly definition: string;
  readonly whatToDo: string;
}

const CSV_FIELDS = [
  'segment',
  'customers',
  'share',
  'revenue',
  'clv12m',
  'marginClv12m',
  'moneyAtRisk',
  'meanChurn',
  'definition',
  'whatToDo',
] as const satisfies readonly (keyof SegmentRow)[];

function segmentRows(result: ValuedOrdersFile, options: ClvOptions): readonly SegmentRow[] {
  const { report, file } = result;
  const words = segmentWords(options.language);
  const window = report.status === 'fitted' ? report.model.churnWindowDays : null;
  const format = terminalFormat(options.language, file);
  const definitions = words.definitions(options.segmentThresholds, window, format);
  return summarizeSegments(result).map((summary) => ({
    ...summary,
    definition: definitions[summary.segment],
    whatToDo: words.whatToDo[summary.segment],
  }));
}

function* segmentsJson(result: ValuedOrdersFile, options: ClvOptions, seconds: number): Generator<string> {
  const { report, file } = result;
  const { status, now, horizonDays, engineVersion, verdicts } = report;
  const fitted = report.status === 'fitted' ? report : null;
  yield JSON.stringify({
    status,
    now,
    horizonDays,
    engineVersion,
    currency: file.currency,
    // Rules have borders of their own.
    thresholds: fitted === null ? null : options.segmentThresholds,
    churnWindowDays: fitted?.model.churnWindowDays ?? null,
    segments: segmentRows(result, options),
    totals: report.status === 'empty' ? null : report.totals,
    moneyAtRisk: fitted?.moneyAtRisk ?? null,
    verdicts,
    file,
    seconds,
  });
}

function* segmentsCsv(result: ValuedOrdersFile, options: ClvOptions): Generator<string> {
  yield CSV_FIELDS.join(',');
  for (const row of segmentRows(result, options)) {
    yield CSV_FIELDS.map((field) => csvCell(row[field])).join(',');
  }
}

function* segmentsTable(result: ValuedOrdersFile, options: ClvOptions, seconds: number): Generator<string> {
  const { report, file } = result;
  const { language } = options;
  const words = segmentWords(language);
  const names = tableWords(language);
  const format = terminalFormat(language, file);
  const { count, money } = format;
  if (report.status !== 'empty') {
    const { totals } = report;
    yield names.basis(count(totals.customers), count(totals.purchases), totals.firstDay, report.now);
    yield '';
    const rows = segmentRows(result, options);
    yield* numbersTable(rows, report.status, options, format);
    yield '';
    for (const { segment, definition, whatToDo } of rows) {
      yield `${names.segment[segment]}: ${definition}`;
      yield `  ${words.action}: ${whatToDo}`;
    }
    yield '';
    yield `· ${report.status === 'fitted' ? words.sumOfMeans(format.range(report.totals.clv12m, money)) : words.rulesOnly}`;
  }
  yield* noticeLines(result, language);
  yield names.took(format.fine(seconds));
}

function* numbersTable(
  rows: readonly SegmentRow[],
  status: 'fitted' | 'rules',
  { language, marginShare }: ClvOptions,
  { count, percent, money }: TerminalFormat,
): Generator<string> {
  const words = segmentWords(language);
  const margin = status === 'fitted' && marginShare !== null;
  const cells = rows.map((row) => [
    tableWords(language).segment[row.segment],
    count(row.customers),
    percent(row.share),
    money(row.revenue),
    ...(status === 'fitted'
      ? [optional(row.clv12m, money), optional(row.moneyAtRisk, money), optional(row.meanChurn, percent)]
      : []),
    ...(margin ? [optional(row.marginClv12m, money)] : []),
  ]);
  yield* textTable([...words.columns[status], ...(margin ? [words.margin] : [])], cells, 'number');
}

function optional(value: number | null, format: (value: number) => string): string {
  return value === null ? '–' : format(value);
}
