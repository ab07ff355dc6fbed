import type { Estimate } from '~/domain/estimate';
import type { FileCustomer, ValuedOrdersFile } from '~/services/value-orders-file';
import type { ClvOptions } from './clv-options';
import { noticeText } from './notices';
import { tableWords } from './table-words';

type Align = 'left' | 'right';

/** What a person at a terminal wants first: the verdict, the totals, the top customers, what to be careful about. */
export function* tableLines(
  result: ValuedOrdersFile,
  options: ClvOptions,
  seconds: number,
): Generator<string> {
  const { report, file } = result;
  const { language } = options;
  const words = tableWords(language);
  const count = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const fine = new Intl.NumberFormat(language, { maximumFractionDigits: 2, minimumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const money = file.hasRevenue
    ? new Intl.NumberFormat(language, {
        style: 'currency',
        currency: file.currency,
        maximumFractionDigits: 0,
      })
    : fine;
  const range = (estimate: Estimate, format: Intl.NumberFormat): string =>
    `${format.format(estimate.mean)}  (${format.format(estimate.low)} – ${format.format(estimate.high)}, ${percent.format(estimate.level)})`;

  if (report.status !== 'empty') {
    const { totals } = report;
    yield words.basis(
      count.format(totals.customers),
      count.format(totals.purchases),
      totals.firstDay,
      report.now,
    );
  }
  if (report.status === 'fitted') {
    const { model, totals } = report;
    yield `${words.model}: ${model.chosen}  (r ${fine.format(model.params.r)}, alpha ${fine.format(model.params.alpha)}, a ${fine.format(model.params.a)}, b ${fine.format(model.params.b)}; LL ${fine.format(model.logLikelihood)}), ${report.value.model}`;
    yield `${words.atRisk}: ${range(report.moneyAtRisk, money)}`;
    yield `${words.purchases(report.horizonDays)}: ${range(totals.expectedPurchases, count)}`;
    yield `${words.revenue(report.horizonDays)}: ${range(totals.expectedRevenue, money)}`;
    yield `${words.revenue12m}: ${range(totals.revenue12m, money)}`;
  }
  yield '';
  yield* topCustomers(result, options, (customer) => [
    shortened(customer.customerId),
    customer.lastOrderDay,
    count.format(customer.ordersCounted),
    ...('pBuy' in customer
      ? [
          percent.format(customer.pBuy90),
          fine.format(customer.expectedPurchases),
          money.format(customer.clv),
          money.format(customer.moneyAtRisk),
        ]
      : [`${fine.format(customer.overdue)}×`, money.format(customer.monetaryValue * customer.ordersCounted)]),
    words.segment[customer.segment],
  ]);
  for (const { code, values } of report.verdicts) yield `· ${noticeText(code, values, language)}`;
  for (const { code, count: times, firstRow } of file.warnings) {
    yield `· ${noticeText(code, { count: times, firstRow }, language)}`;
  }
  yield words.took(fine.format(seconds));
}

function* topCustomers(
  { report, customers }: ValuedOrdersFile,
  { top, language }: ClvOptions,
  cells: (customer: FileCustomer) => readonly string[],
): Generator<string> {
  if (report.status === 'empty' || top === 0) return;
  const best = largest(customers(), top, worth);
  const header = tableWords(language).columns[report.status];
  const align: readonly Align[] = header.map((_, i) =>
    i === 0 || i === header.length - 1 ? 'left' : 'right',
  );
  const rows = [header, ...best.map(cells)];
  const widths = header.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  for (const row of rows) {
    yield row
      .map((cell, i) => (align[i] === 'left' ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  }
  yield '';
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
