/**
 * How a campaign should be measured: intervals of the worth of a 10 % code in simulated shops by five estimators.
 * `npx tsx bench/rescue/estimators.ts`
 */
import { createHmac } from 'node:crypto';
import { createRng, nextInt } from '~/engine/numeric/rng';
import { playRescue, trueGain } from '~/engine/simulate/rescue-customers';
import { simulateRescueShop, type RescueShopKind } from '~/engine/simulate/rescue-shop';
import { adjustedDifference, type ComparedCustomer } from '~/rescue/adjusted-difference';
import { assignHoldOut, holdOutShare } from '~/rescue/assign-hold-out';
import { strataOf } from '~/rescue/strata';
import { fixed, printTable, shareOf } from '../support/markdown';
import { meanWithError } from '../support/statistics';
import { candidateAt, shopGroup } from './shop-group';

const KINDS: readonly RescueShopKind[] = ['works', 'works-a-little', 'does-not-work', 'annoys'];
const FIRST_SEED = 4001;
const SHOPS = 100;
const SIZES = [60, 150, 600];
const OFFER = 0.1;
const NORMAL_90 = 1.2815515655446004;
const RESAMPLES = 400;
const COUNTED_SHARE = 0.5;

type Interval = readonly [low: number, high: number];
type Estimator = (customers: readonly ComparedCustomer[], seed: number) => Interval;

const ESTIMATORS: Readonly<Record<string, Estimator>> = {
  'plain, two spreads': (customers) => twoSpreads(unadjusted(customers)),
  'adjusted, two spreads': (customers) => twoSpreads(adjustedBySlope(customers)),
  'adjusted, bootstrap': (customers, seed) => bootstrap(adjustedBySlope(customers), seed),
  'plain, one spread': (customers) => oneSpread(unadjusted(customers)),
  'adjusted, one spread (ours)': oneSpread,
};

for (const size of SIZES) {
  const held = new Map<string, { below: number; above: number; widths: number[] }>();
  let trials = 0;
  for (const kind of KINDS) {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SHOPS; seed++) {
      const { customers, truth } = campaignOf(kind, seed, size);
      trials++;
      for (const [name, estimator] of Object.entries(ESTIMATORS)) {
        const [low, high] = estimator(customers, seed);
        const tally = held.get(name) ?? { below: 0, above: 0, widths: [] };
        if (truth < low) tally.below++;
        if (truth > high) tally.above++;
        tally.widths.push(high - low);
        held.set(name, tally);
      }
    }
  }
  printTable(
    `80 % intervals of a 10 % code's worth a customer, ${size} customers, ${trials} campaigns in shops of all kinds.`,
    ['estimator', 'held the truth', 'truth below', 'truth above', 'mean width'],
    [...held].map(([name, { below, above, widths }]) => [
      name,
      shareOf(trials - below - above, trials, 2),
      fixed(below / trials, 2),
      fixed(above / trials, 2),
      fixed(meanWithError(widths).mean, 2),
    ]),
  );
}

function campaignOf(kind: RescueShopKind, seed: number, size: number) {
  const shop = { ...simulateRescueShop(kind, seed), futureShare: COUNTED_SHARE };
  const { customers, overdue } = shopGroup(shop, 0, size);
  const candidates = overdue.map((i) => candidateAt(customers, i));
  const strata = strataOf(candidates);
  const members = candidates.flatMap(({ customerId }, k) => {
    const stratum = strata[k];
    return stratum ? [{ customerId, stratum }] : [];
  });
  const hash = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex');
  const share = holdOutShare(size, 0.7);
  const drawn = assignHoldOut({ salt: `${kind} ${seed}`, members, share, hash });
  const arms = drawn.status === 'assigned' ? drawn.arms : new Map<string, string>();
  let truth = 0;
  const compared = overdue.map((i, k): ComparedCustomer => {
    const contacted = arms.get(candidates[k]?.customerId ?? '') === 'contacted';
    const { bought, revenue, discount } = playRescue(shop, customers, i, contacted ? OFFER : null);
    const future = shop.marginShare * COUNTED_SHARE * (customers.valueOnceBack[i] ?? 0);
    const baseline = customers.baseline[i] ?? 0;
    const worth = shop.marginShare * (customers.orderValue[i] ?? 0) + future;
    truth += trueGain(shop, customers, i, OFFER) / overdue.length;
    const margin = shop.marginShare * (revenue + discount) - discount - (contacted ? shop.contactCost : 0);
    return {
      contacted,
      value: margin + (bought ? future : 0),
      expected: baseline * worth,
      variance: baseline * (1 - baseline) * worth ** 2,
    };
  });
  return { customers: compared, truth };
}

function oneSpread(customers: readonly ComparedCustomer[]): Interval {
  const { low = NaN, high = NaN } = adjustedDifference(customers)?.estimate ?? {};
  return [low, high];
}

function unadjusted(customers: readonly ComparedCustomer[]): readonly ComparedCustomer[] {
  return customers.map((one) => ({ ...one, expected: 0 }));
}

/** Values with the part that was expected taken off. */
function adjustedBySlope(customers: readonly ComparedCustomer[]): readonly ComparedCustomer[] {
  let products = 0;
  let squares = 0;
  for (const arm of armsOf(customers)) {
    const value = meanWithError(arm.map((one) => one.value)).mean;
    const expected = meanWithError(arm.map((one) => one.expected)).mean;
    for (const one of arm) {
      products += (one.value - value) * (one.expected - expected);
      squares += (one.expected - expected) ** 2;
    }
  }
  return customers.map((one) => ({ ...one, value: one.value - (products / squares) * one.expected }));
}

function armsOf(customers: readonly ComparedCustomer[]): readonly (readonly ComparedCustomer[])[] {
  return [true, false].map((contacted) => customers.filter((one) => one.contacted === contacted));
}

function twoSpreads(customers: readonly ComparedCustomer[]): Interval {
  const [one, other] = armsOf(customers).map((arm) => meanWithError(arm.map(({ value }) => value)));
  const mean = (one?.mean ?? NaN) - (other?.mean ?? NaN);
  const half = NORMAL_90 * Math.hypot(one?.error ?? NaN, other?.error ?? NaN);
  return [mean - half, mean + half];
}

function bootstrap(customers: readonly ComparedCustomer[], seed: number): Interval {
  const rng = createRng(seed, 'bootstrap');
  const arms = armsOf(customers);
  const differences = Float64Array.from({ length: RESAMPLES }, () => {
    const [one = NaN, other = NaN] = arms.map((arm) => {
      let sum = 0;
      for (let k = 0; k < arm.length; k++) sum += arm[nextInt(rng, arm.length)]?.value ?? 0;
      return sum / arm.length;
    });
    return one - other;
  }).sort();
  return [differences[0.1 * RESAMPLES] ?? NaN, differences[0.9 * RESAMPLES - 1] ?? NaN];
}
