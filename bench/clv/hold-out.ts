/**
 * How right the engine would have been: fitted on the first part of public data sets, compared with what happened next,
 * beside rules and beside anchors that show what each metric rewards.
 * `npx tsx bench/clv/hold-out.ts`
 */
import type { OrderColumns } from '~/engine/clv/order-columns';
import { dataMissing, HOLD_OUTS, OTHER_HOLD_OUTS, readOrders, type HoldOut } from './hold-out-data';
import { makeTrial, type Trial } from './hold-out-trial';
import { fixed, printTable, withError } from '../support/markdown';
import {
  gainInError,
  gainInLogScore,
  measureForecast,
  type HeldTotal,
  type Measures,
} from './measure-forecast';
import type { MeanWithError } from '../support/statistics';

if (dataMissing()) {
  console.log('SKIPPED: the data sets (../shared/data/clv) are not on this machine');
} else {
  const files = new Map<string, OrderColumns>();
  const trialOf = (holdOut: HoldOut): Trial => {
    const orders = files.get(holdOut.file) ?? readOrders(holdOut.file);
    files.set(holdOut.file, orders);
    return makeTrial(holdOut, orders);
  };
  printReference(HOLD_OUTS.map(trialOf));
  printOthers(OTHER_HOLD_OUTS.map(trialOf));
}

function printReference(trials: readonly Trial[]): void {
  printTable(
    'The three reference set-ups. MAE: orders a customer; "median" forecasts whole numbers that halve the customer\'s chances.',
    [
      ...[
        'data',
        'forecast',
        'MAE mean',
        'MAE median',
        'AUC',
        'ECE',
        'orders in 90 % range',
        'value in 90 % range',
      ],
      ...['total forecast / actual', '80 % range of the total / actual', 'Gini CLV', 'model'],
    ],
    trials.flatMap(({ holdOut, outcome, plain, automatic, hiatus, others }) =>
      [plain, automatic, hiatus, ...others].map((forecast) => [
        nameOf(holdOut),
        forecast.name,
        ...figures(measureForecast(forecast, outcome), outcome.customerIds.length),
        forecast.detail || '-',
      ]),
    ),
  );
}

function figures(measured: Measures, customers: number): readonly string[] {
  const share = (count: number | null): string => fixed(count === null ? null : count / customers);
  return [
    fixed(measured.meanAbsoluteError),
    fixed(measured.medianAbsoluteError),
    fixed(measured.rankingArea),
    fixed(measured.calibrationError),
    share(measured.ordersInRange),
    share(measured.valueInRange),
    fixed(measured.totalRatio),
    measured.total === null ? '-' : rangeOf(measured.total),
    fixed(measured.gini),
  ];
}

function printOthers(trials: readonly Trial[]): void {
  const rows = trials.map((trial) => ({
    ...trial,
    before: measureForecast(trial.plain, trial.outcome),
    after: measureForecast(trial.automatic, trial.outcome),
    gain: gainInError(trial.plain, trial.automatic, trial.outcome),
    score: gainInLogScore(trial.plain, trial.automatic, trial.outcome),
    recent: measureForecast(trial.hiatus, trial.outcome),
  }));
  const pair = (before: number | null, after: number | null): string => `${fixed(before)} / ${fixed(after)}`;
  printTable(
    'Other set-ups of the same shops, plain MBG/NBD / automatic choice; gains of the automatic choice a customer, ± standard error.',
    [
      ...[
        'data',
        'analysis date',
        'days',
        'MAE',
        'gain in MAE',
        'gain in log score',
        'AUC',
        'AUC hiatus',
        'ECE',
        'Gini CLV',
      ],
      ...[
        'total forecast / actual',
        '80 % range of orders, automatic',
        '80 % range of revenue, automatic',
        'model',
      ],
    ],
    rows.map(({ holdOut, automatic, before, after, gain, score, recent }) => [
      nameOf(holdOut),
      holdOut.now,
      String(holdOut.horizonDays),
      pair(before.meanAbsoluteError, after.meanAbsoluteError),
      withError(gain),
      withError(score),
      pair(before.rankingArea, after.rankingArea),
      fixed(recent.rankingArea),
      pair(before.calibrationError, after.calibrationError),
      pair(before.gini, after.gini),
      pair(before.totalRatio, after.totalRatio),
      after.total === null ? '-' : rangeOf(after.total),
      after.totalRevenue === null ? '-' : rangeOf(after.totalRevenue),
      automatic.detail,
    ]),
  );
  const changed = rows.filter(({ plain, automatic }) => plain.detail !== automatic.detail);
  const count = (holds: (row: (typeof rows)[number]) => boolean, of = rows): string =>
    `${of.filter(holds).length} of ${of.length}`;
  const compared = (gain: (row: (typeof rows)[number]) => MeanWithError): string =>
    `better in ${count((row) => gain(row).mean > 0, changed)}, ` +
    `by more than two standard errors in ${count((row) => gain(row).mean > 2 * gain(row).error, changed)}, ` +
    `worse by as much in ${count((row) => gain(row).mean < -2 * gain(row).error, changed)}`;
  const both = (holds: (measured: Measures, row: (typeof rows)[number]) => boolean): string =>
    `plain ${count((row) => holds(row.before, row))}, automatic ${count((row) => holds(row.after, row))}`;
  const lines = [
    `The automatic choice is not plain MBG/NBD in ${changed.length} of ${rows.length}.`,
    `There its MAE is ${compared(({ gain }) => gain)}.`,
    `Its log score is ${compared(({ score }) => score)}.`,
    `AUC at least that of the hiatus rule: ${both((measured, { recent }) => measured.rankingArea >= recent.rankingArea)}.`,
    `ECE at most .05: ${both(({ calibrationError }) => (calibrationError ?? 1) <= 0.05)}.`,
    `Total of orders within its 80 % range: ${both(({ total }) => total?.holds === true)}.`,
    `Total of revenue within its 80 % range: ${both(({ totalRevenue }) => totalRevenue?.holds === true)}.`,
  ];
  for (const line of lines) console.log(`- ${line}`);
}

function rangeOf({ low, high, holds }: HeldTotal): string {
  return `${fixed(low, 2)} to ${fixed(high, 2)} ${holds ? 'holds' : '**misses**'}`;
}

function nameOf({ file }: HoldOut): string {
  return file.replace('_orders.csv', '');
}
