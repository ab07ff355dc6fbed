/**
 * Whether fits find the parameters that made the data, and whether their own standard errors say how far off they are.
 * `npx tsx bench/clv/recovery.ts`
 */
import { dayNumber } from '~/domain/iso-day';
import { fitPurchases } from '~/engine/clv/fit-purchases';
import { fitGammaGamma } from '~/engine/clv/gamma-gamma';
import { groupPurchases } from '~/engine/clv/purchase-groups';
import type { PurchaseModelName, PurchaseParams } from '~/engine/clv/purchase-model';
import { summarizeRfm, type RfmSummary } from '~/engine/clv/rfm-summary';
import type { SpendParams } from '~/engine/simulate/spend';
import { simulateRetentionShop } from '~/engine/simulate/simulate-retention-shop';
import { fixed, printTable, shareOf, withError } from '../support/markdown';
import { meanWithError } from '../support/statistics';

/** No test and no decision in the engine looked at these. */
const FIRST_SEED = 3001;
const SEEDS = 60;
const CUSTOMERS = 3000;
const NORMAL_90 = 1.6448536269514722;
const SPEND: SpendParams = { p: 6.25, q: 3.74, v: 15.44 };

interface Study {
  readonly label: string;
  readonly name: PurchaseModelName;
  readonly params: PurchaseParams;
  readonly historyDays: number;
}

/** So slow that two orders fall on one day for nobody but the most eager: time in days, ages of up to 82 years. */
const SLOW = 30_000;
const STUDIES: readonly Study[] = [
  { label: 'BG/NBD', name: 'bg-nbd', params: { r: 0.5, alpha: 2000, a: 0.8, b: 2.4 }, historyDays: SLOW },
  { label: 'MBG/NBD', name: 'mbg-nbd', params: { r: 0.5, alpha: 2000, a: 0.9, b: 1.6 }, historyDays: SLOW },
  {
    label: 'MBG/CNBD-2',
    name: 'mbg-cnbd-2',
    params: { r: 0.9, alpha: 1000, a: 0.6, b: 2.4 },
    historyDays: SLOW,
  },
  {
    label: 'MBG/CNBD-3',
    name: 'mbg-cnbd-3',
    params: { r: 0.9, alpha: 700, a: 0.6, b: 2.4 },
    historyDays: SLOW,
  },
  { label: 'NBD', name: 'nbd', params: { r: 0.5, alpha: 2000, a: 0, b: 1 }, historyDays: SLOW },
  {
    label: 'MBG/NBD, an order every other day: days merge',
    name: 'mbg-nbd',
    params: { r: 0.5, alpha: 1, a: 0.9, b: 9 },
    historyDays: 365,
  },
  {
    label: 'MBG/NBD, an order every 21 days (CDNOW ×4): days merge',
    name: 'mbg-nbd',
    params: { r: 0.5248, alpha: 10.8, a: 0.8914, b: 1.614 },
    historyDays: 365,
  },
  {
    label: 'the same, 100 times slower',
    name: 'mbg-nbd',
    params: { r: 0.5248, alpha: 1080, a: 0.8914, b: 1.614 },
    historyDays: 36_500,
  },
];

/** An estimate in the coordinates of the fit, where its error is about normal. */
interface Coordinate {
  readonly name: string;
  readonly truth: number;
  readonly estimates: readonly { readonly value: number; readonly error: number | null }[];
}

const seeds = Array.from({ length: SEEDS }, (_, i) => FIRST_SEED + i);
console.log(
  `${CUSTOMERS} customers a shop, ${SEEDS} shops (seeds ${FIRST_SEED} to ${FIRST_SEED + SEEDS - 1}), fitted as the engine does, its weak prior included. ` +
    'Bias is the mean of estimate - truth on the scale of the fit, ± standard error; spread is the standard deviation of estimates.\n',
);
printTable(
  'Parameters',
  [
    ...[
      'model',
      'coordinate',
      'truth',
      'bias',
      'spread',
      'mean standard error',
      '90 % intervals that held the truth',
    ],
    'fits without interval',
  ],
  [...STUDIES.flatMap(purchaseRows), ...spendRows()],
);

function purchaseRows({ label, name, params, historyDays }: Study): readonly (readonly string[])[] {
  const fits = seeds.map((seed) => {
    const { frequency, recency, age } = summaryOf(name, seed, params, historyDays);
    const groups = groupPurchases(frequency, recency, age);
    return { fit: fitPurchases(name, groups), longest: groups.maxAge };
  });
  const { r, alpha, a, b } = params;
  // The scale of alpha in the fit is the longest age, which differs a little by shop: told in days here.
  const coordinate = (at: number, coordinateName: string, truth: number): Coordinate => ({
    name: coordinateName,
    truth,
    estimates: fits.map(({ fit, longest }) => ({
      value: (fit.coordinates[at] ?? NaN) + (at === 1 ? Math.log(longest) : 0),
      error: fit.covariance && Math.sqrt(fit.covariance[at * (fit.coordinates.length + 1)] ?? NaN),
    })),
  });
  const coordinates = [coordinate(0, 'log r', Math.log(r)), coordinate(1, 'log alpha', Math.log(alpha))];
  if (name !== 'nbd') {
    coordinates.push(
      coordinate(2, 'log a / b', Math.log(a / b)),
      coordinate(3, 'log (a + b)', Math.log(a + b)),
    );
  }
  return coordinates.map((one) => rowOf(label, one));
}

function spendRows(): readonly (readonly string[])[] {
  const params = { r: 0.5, alpha: 2000, a: 0.9, b: 1.6 };
  const fits = seeds.map((seed) => {
    const { valuedOrders, revenue } = summaryOf('mbg-nbd', seed, params, SLOW);
    return fitGammaGamma(
      valuedOrders,
      revenue.map((sum, i) => sum / (valuedOrders[i] ?? 1)),
    );
  });
  const truths = [
    ['log p', Math.log(SPEND.p)],
    ['log (q - 1)', Math.log(SPEND.q - 1)],
    ['log v', Math.log(SPEND.v)],
  ] as const;
  return truths.map(([name, truth], at) =>
    rowOf('Gamma-Gamma', {
      name,
      truth,
      estimates: fits.map(({ coordinates, covariance }) => ({
        value: coordinates[at] ?? NaN,
        error: covariance && Math.sqrt(covariance[at * 4] ?? NaN),
      })),
    }),
  );
}

function summaryOf(
  name: PurchaseModelName,
  seed: number,
  { r, alpha, a, b }: PurchaseParams,
  historyDays: number,
): RfmSummary {
  const params = name === 'nbd' ? { r, alpha } : { r, alpha, a, b };
  const options = { seed, customers: CUSTOMERS, historyDays, futureDays: 0, spend: SPEND, params };
  const { orders, now } = simulateRetentionShop(name, options);
  return summarizeRfm(orders, dayNumber(now), false);
}

function rowOf(label: string, { name, truth, estimates }: Coordinate): readonly string[] {
  const bias = meanWithError(estimates.map(({ value }) => value - truth));
  const errors = estimates.flatMap(({ error }) => (error === null ? [] : [error]));
  const held = estimates.filter(
    ({ value, error }) => error !== null && Math.abs(value - truth) <= NORMAL_90 * error,
  );
  return [
    label,
    name,
    fixed(truth),
    withError(bias),
    fixed(bias.error * Math.sqrt(estimates.length)),
    fixed(meanWithError(errors).mean),
    shareOf(held.length, errors.length, 2),
    String(estimates.length - errors.length),
  ];
}
