/**
 * Wall and processor time of the whole retention engine, from columns of orders to predictions of every customer, and
 * where it goes. `npx tsx bench/clv/speed.ts [--profile]` measures 10k, 100k and 1M customers, each in a process of its
 * own; `--profile` only shows where the time goes.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { valueCustomerColumns, valueCustomers } from '~/engine/clv/value-customers';
import { fixed, printTable } from '../support/markdown';
import { profileWork } from './profile-work';
import { simulateOrders } from './simulate-orders';

const SIZES = [10_000, 100_000, 1_000_000];
const WORK = ['columns', 'columns + backtest', 'objects + backtest'] as const;
type Work = (typeof WORK)[number];
const ROUNDS = 3;
/** Steps of `valueCustomerColumns`, in their order; what is in none of them is printed as "elsewhere". */
const PHASES = [
  ...['sortRowsByCustomer', 'summarizeRows', 'setAsideCustomers', 'groupPurchases', 'lookAtPast'],
  ...['choosePurchaseModel', 'chooseSpendModel', 'forecastGroups', 'predictCustomers', 'typicalCustomer'],
  'estimateTotals',
];
/** Steps of the look back. */
const BACKTEST_PHASES = [
  ...['sampleCustomers', 'rowsOfCustomers', 'lookBack', 'fitPurchases', 'forecastWindow', 'learnCorrection'],
  ...['scoreCandidate', 'pairedDifference', 'seasonalIndex', 'describeCandidate', 'describeRules'],
];
const HOT_SPOTS = 12;

const { values: options } = parseArgs({
  options: {
    customers: { type: 'string' },
    work: { type: 'string' },
    profile: { type: 'boolean', default: false },
  },
});

if (options.customers !== undefined) {
  const customers = Number(options.customers);
  if (options.profile) printProfile(customers);
  else measure(customers, WORK.find((work) => work === options.work) ?? 'columns');
} else {
  if (!options.profile) {
    console.log(
      'Best of three rounds in one process each (first: the round before anything is compiled). Peak memory includes the orders; "before" is what they alone needed.\n',
    );
    console.log(
      '| customers | orders | work | wall s | cpu s | cpu s, first | peak MB | MB before |\n|---|---|---|---|---|---|---|---|',
    );
    for (const customers of SIZES) {
      for (const work of WORK) inOwnProcess(['--customers', String(customers), '--work', work]);
    }
    console.log('');
  }
  for (const customers of SIZES) {
    inOwnProcess(['--customers', String(customers), '--profile']);
  }
}

function inOwnProcess(args: readonly string[]): void {
  const script = fileURLToPath(import.meta.url);
  const done = spawnSync(process.execPath, [...process.execArgv, script, ...args], { stdio: 'inherit' });
  if (done.status !== 0) throw new Error(`speed.ts ${args.join(' ')} failed`);
}

function measure(customers: number, work: Work): void {
  const { orders, now } = simulateOrders(customers);
  const value = work.startsWith('objects') ? valueCustomers : valueCustomerColumns;
  const before = process.resourceUsage().maxRSS / 1024;
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    const used = process.cpuUsage();
    value({ orders, now, horizonDays: 365, seed: 1, backtest: work !== 'columns' });
    const { user, system } = process.cpuUsage(used);
    return { wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
  });
  const figures = [
    Math.min(...rounds.map(({ wall }) => wall)).toFixed(2),
    Math.min(...rounds.map(({ cpu }) => cpu)).toFixed(2),
    fixed(rounds[0]?.cpu, 2),
    (process.resourceUsage().maxRSS / 1024).toFixed(0),
    before.toFixed(0),
  ];
  console.log(`| ${customers} | ${orders.day.length} | ${work} | ${figures.join(' | ')} |`);
}

function printProfile(customers: number): void {
  const { orders, now } = simulateOrders(customers);
  const work = (): void => void valueCustomerColumns({ orders, now, horizonDays: 365, seed: 1 });
  work();
  const [whole, past] = profileWork([PHASES, BACKTEST_PHASES], work);
  if (whole === undefined || past === undefined) return;
  const share = (seconds: number): string => `${((100 * seconds) / whole.seconds).toFixed(1)} %`;
  printTable(
    `Where ${customers} customers spend their time: columns + backtest, compiled, under a sampling profiler.`,
    ['phase', 'seconds', 'share'],
    [
      ...[...PHASES, 'elsewhere'].map((name) => ({ name, seconds: whole.byPhase.get(name) ?? 0 })),
      ...BACKTEST_PHASES.map((name) => ({ name: `_of all:_ ${name}`, seconds: past.byPhase.get(name) ?? 0 })),
    ].map(({ name, seconds }) => [name, seconds.toFixed(3), share(seconds)]),
  );
  printTable(
    'Functions with the most time of their own.',
    ['function', 'phase', 'seconds', 'share'],
    whole.hotSpots
      .slice(0, HOT_SPOTS)
      .map(({ name, phase, seconds }) => [name, phase, seconds.toFixed(3), share(seconds)]),
  );
}
