import type { FileCustomer, FittedValuation, ValuedOrdersFile } from '~/services/value-orders-file';
import { backtestLines } from './backtest-lines';
import type { ClvOptions } from './clv-options';
import { codedWords, type CodedWords } from './coded-words';
import { noticeLines } from './notices';
import { tableWords, type TableWords } from './table-words';
import { terminalFormat, type TerminalFormat } from './terminal-format';
import { textTable } from './text-table';

/** What a person at a terminal wants first: the verdict, the totals, the top customers, what to be careful about. */
export function* tableLines(
  result: ValuedOrdersFile,
  options: ClvOptions,
  seconds: number,
): Generator<string> {
  const { report, file } = result;
  const { language } = options;
  const words = tableWords(language);
  const format = terminalFormat(language, file);
  const coded = codedWords(language, format);
  if (report.status !== 'empty') {
    const { totals } = report;
    const [customers, purchases] = [format.count(totals.customers), format.count(totals.purchases)];
    yield words.basis(customers, purchases, totals.firstDay, report.now);
  }
  if (report.status === 'fitted') {
    yield* modelLines(report, words, format, coded);
    if (report.backtest !== null) yield* backtestLines(report.backtest, language, format, coded);
  }
  yield '';
  yield* topCustomers(result, options, format, coded);
  yield* noticeLines(result, language);
  yield words.took(format.fine(seconds));
}

function* modelLines(
  report: Omit<FittedValuation, 'customers'>,
  words: TableWords,
  { fine, count, money, range }: TerminalFormat,
  coded: CodedWords,
): Generator<string> {
  const { model, totals } = report;
  const params = Object.entries(model.params).map(
    ([name, value]: [string, number]) => `${name} ${fine(value)}`,
  );
  yield `${words.model}: ${coded.model(model.chosen)}`;
  yield `  ${coded.choice(model.choice)}`;
  if (model.chancesCorrected || model.countsCorrected) {
    yield `  ${words.corrected[model.chancesCorrected ? (model.countsCorrected ? 'both' : 'chances') : 'counts']}`;
  }
  yield `  ${params.join(', ')}; LL ${fine(model.logLikelihood)}; ${report.value.model}`;
  yield `${words.atRisk}: ${range(report.moneyAtRisk, money)}`;
  yield `${words.purchases(report.horizonDays)}: ${range(totals.expectedPurchases, count)}`;
  yield `${words.revenue(report.horizonDays)}: ${range(totals.expectedRevenue, money)}`;
  yield `${words.revenue12m}: ${range(totals.revenue12m, money)}`;
}

function* topCustomers(
  { report, customers }: ValuedOrdersFile,
  { top, language }: ClvOptions,
  format: TerminalFormat,
  coded: CodedWords,
): Generator<string> {
  if (report.status === 'empty' || top === 0) return;
  const words = tableWords(language);
  const best = largest(customers(), top, worth);
  const rows = best.map((customer) => customerCells(customer, words, format));
  const [header = '', ...lines] = textTable(words.columns[report.status], rows, 'words');
  yield header;
  for (const [i, line] of lines.entries()) {
    yield line;
    const customer = best[i];
    for (const reason of customer === undefined ? [] : coded.reasons(customer)) yield `    ${reason}`;
  }
  yield '';
}

function customerCells(
  customer: FileCustomer,
  words: TableWords,
  { count, percent, fine, money }: TerminalFormat,
): readonly string[] {
  return [
    shortened(customer.customerId),
    customer.lastOrderDay,
    count(customer.ordersCounted),
    ...('pBuy' in customer
      ? [
          percent(customer.pBuy90),
          fine(customer.expectedPurchases),
          money(customer.clv),
          money(customer.moneyAtRisk),
        ]
      : [`${fine(customer.overdue)}×`, money(customer.monetaryValue * customer.ordersCounted)]),
    words.segment[customer.segment],
  ];
}

function worth(customer: FileCustomer): number {
  return 'clv' in customer ? customer.clv : customer.monetaryValue * customer.ordersCounted;
}

/** The `size` largest, first the largest; equals keep their order. */
function largest<T>(items: Iterable<T>, size: number, key: (item: T) => number): readonly T[] {
  let kept: T[] = [];
  const byKey = (a: T, b: T): number => key(b) - key(a);
  for (const item of items) {
    kept.push(item);
    if (kept.length >= 2 * size + 1000) kept = kept.sort(byKey).slice(0, size);
  }
  return kept.sort(byKey).slice(0, size);
}

const LONGEST_ID = 32;

function shortened(id: string): string {
  const printable = id.replaceAll(/\p{Cc}/gu, '·');
  return printable.length > LONGEST_ID ? `${printable.slice(0, LONGEST_ID - 1)}…` : printable;
}
