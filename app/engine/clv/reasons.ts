import { quantileInPlace } from '../numeric/quantile';
import type { CustomerHistory } from './customer-valuation';
import type { RfmSummary } from './rfm-summary';

/**
 * A fact about a customer that moves the chance of another order. Words are the faces' business; values are days,
 * counts and ratios. Codes:
 *  - `overdue` {days, usualGapDays, times}: silent for so many of their usual gaps;
 *  - `on-rhythm` {days, usualGapDays}: within their usual gap;
 *  - `one-time` {days}: bought once, so long ago;
 *  - `new` {days}: first order is this recent;
 *  - `frequent` {orders, perYear}: orders far more often than the shop's customers do;
 *  - `rare` {orders, perYear}: far less often;
 *  - `slowing` {recentGapDays, usualGapDays}: the last gap was much longer than usual;
 *  - `big-spender` {orderValue, shopMedian} / `small-spender` {orderValue, shopMedian}.
 */
export interface Reason {
  readonly code: ReasonCode;
  readonly values: Readonly<Record<string, number>>;
}

type ReasonCode =
  | 'overdue'
  | 'on-rhythm'
  | 'one-time'
  | 'new'
  | 'frequent'
  | 'rare'
  | 'slowing'
  | 'big-spender'
  | 'small-spender';

/** What the reasons are read from; a customer's prediction is such an object. */
export interface ReasonFacts extends Pick<
  CustomerHistory,
  'frequency' | 'T' | 'daysSinceLastOrder' | 'medianGapDays' | 'monetaryValue'
> {
  /** 1 - probability of a purchase within the shop's churn window. */
  readonly churn: number;
  /** Days between the last two purchases; absent or NaN where unknown. */
  readonly lastGapDays?: number;
}

/** The customer that others are compared with: the median one. */
export interface TypicalCustomer {
  /** Median days between two purchases of one customer; the churn window in a shop without repeat purchases. */
  readonly gapDays: number;
  /** Repeat purchases a year of the median repeat customer; NaN without any. */
  readonly ordersPerYear: number;
  /** Median over customers of their mean order value, currency units; NaN where none has a value. */
  readonly orderValue: number;
  /** Pearson correlation of purchases and mean order value among repeat customers, -1 to 1. */
  readonly frequencyCorrelation: number;
}

const DAYS_PER_YEAR = 365.25;

/** Within a tenth more or less, a customer is like the shop's others. */
const NOTABLE = Math.log(1.1);
/** One gap says little: half of them are longer than usual. */
const SLOWER = 1.5;

export function typicalCustomer(
  summary: RfmSummary,
  churnWindowDays: number,
  frequencyCorrelation: number,
): TypicalCustomer {
  const { frequency, age, revenue, valuedOrders, shop } = summary;
  const size = frequency.length;
  const rates = new Float64Array(size);
  const values = new Float64Array(size);
  let repeaters = 0;
  let valued = 0;
  for (let i = 0; i < size; i++) {
    if (frequency[i]! > 0) rates[repeaters++] = (frequency[i]! / age[i]!) * DAYS_PER_YEAR;
    if (valuedOrders[i]! > 0) values[valued++] = revenue[i]! / (frequency[i]! + 1);
  }
  return {
    gapDays: Number.isNaN(shop.medianGap) ? churnWindowDays : shop.medianGap,
    ordersPerYear: repeaters > 0 ? quantileInPlace(rates.subarray(0, repeaters), 0.5) : NaN,
    orderValue: valued > 0 ? quantileInPlace(values.subarray(0, valued), 0.5) : NaN,
    frequencyCorrelation: Number.isFinite(frequencyCorrelation) ? frequencyCorrelation : 0,
  };
}

/**
 * The two facts that say most about a customer's chance to come back: the first speaks for what is expected of them,
 * leaving or staying, wherever some fact does; the other is the strongest of the rest. Fewer where no more can be said.
 *
 * Strength is how far a fact moves the log-odds of a purchase from those of the shop's typical customer. All are
 * logarithms of a ratio of rates, to which the log-odds of a rare purchase are proportional one to one:
 *  - silence: see {@link rhythmEffect}; it alone speaks of customers who bought once;
 *  - frequency: the customer's rate over the typical one's;
 *  - a last gap of q usual gaps: the rate seen in it, with one usual gap to steady it, is 2 / (1 + q) of the usual;
 *  - order value: the log ratio times the correlation of value and frequency. The spend model takes it for 0, so value
 *    usually comes last.
 */
export function reasonsOf(customer: ReasonFacts, typical: TypicalCustomer): readonly Reason[] {
  const leaving = customer.churn > 0.5;
  const rhythm = rhythmCode(customer, typical, leaving);
  effects[RHYTHM] = rhythmEffect(rhythm, customer, typical);
  effects[RATE] = notable(rateRatio(customer, typical));
  effects[SLOWING] = slowingEffect(customer);
  effects[VALUE] = typical.frequencyCorrelation * notable(customer.monetaryValue / typical.orderValue);
  let first = strongest(NONE, leaving ? -1 : 1, rhythm);
  if (first === NONE) first = strongest(NONE, 0, rhythm);
  if (first === NONE) return [];
  const second = strongest(first, 0, rhythm);
  const reason = reasonFor(first, rhythm, customer, typical);
  return second === NONE ? [reason] : [reason, reasonFor(second, rhythm, customer, typical)];
}

type RhythmCode = 'overdue' | 'on-rhythm' | 'one-time' | 'new';

// Topics, from what says most in general to what says least: on a tie the earlier wins.
const RHYTHM = 0;
const RATE = 1;
const SLOWING = 2;
const VALUE = 3;
const NONE = -1;

/**
 * Change of the log-odds of a purchase by topic; NaN where it gives nothing to say. Shared by all calls, each of which
 * fills it first: a million customers need no million of them.
 */
const effects = new Float64Array(4);

/**
 * @param besides topic that is told already
 * @param direction -1 and 1 ask for a topic that speaks for leaving or staying
 */
function strongest(besides: number, direction: -1 | 0 | 1, rhythm: RhythmCode): number {
  // "Right on time" beside "slower than usual" would leave the reader with neither.
  const clash =
    rhythm !== 'on-rhythm' ? NONE : besides === RHYTHM ? SLOWING : besides === SLOWING ? RHYTHM : NONE;
  let best = NONE;
  for (let topic = RHYTHM; topic <= VALUE; topic++) {
    const effect = effects[topic]!;
    if (Number.isNaN(effect) || topic === besides || direction * effect < 0) continue;
    // An order value that moves nothing points nowhere.
    if (topic === VALUE && effect === 0 && direction !== 0) continue;
    if (topic === clash) continue;
    if (best === NONE || Math.abs(effect) > Math.abs(effects[best]!)) best = topic;
  }
  return best;
}

/**
 * A first order within the typical gap speaks both ways: it is no silence yet, and it is one order only. Which of them
 * is the reason depends on what it is to explain.
 */
function rhythmCode(customer: ReasonFacts, typical: TypicalCustomer, leaving: boolean): RhythmCode {
  const late = customer.daysSinceLastOrder > usualGap(customer, typical);
  if (customer.frequency > 0) return late ? 'overdue' : 'on-rhythm';
  return late || leaving ? 'one-time' : 'new';
}

/**
 * What the silence says. A Poisson buyer whose rate is known from x own gaps and one gap of the prior stays silent for
 * s usual gaps with probability `(1 + s / (x + 1))^-(x + 1)`: that factor, by which the odds of being still there
 * shrink, over the same at s = 1, where the typical customer stands. 0 at one gap, below it positive, and the stronger
 * the better the rhythm is known. For `one-time` the first part stays whole, and the odds of outlasting an order halve
 * besides: 1 to 1 for who never did, 2 to 1 for who did once (Laplace's rule of succession).
 */
function rhythmEffect(code: RhythmCode, customer: ReasonFacts, typical: TypicalCustomer): number {
  const known = customer.frequency + 1;
  const times = customer.daysSinceLastOrder / usualGap(customer, typical);
  const silence = -known * Math.log1p(times / known);
  return code === 'one-time' ? silence - Math.LN2 : silence + known * Math.log1p(1 / known);
}

/** The shop's where the customer has none: below three purchases. */
function usualGap({ medianGapDays }: ReasonFacts, typical: TypicalCustomer): number {
  return Math.max(1, medianGapDays ?? typical.gapDays);
}

/** Over the typical customer's rate; 1 where the customer may be on either side of it, NaN without repeat purchases. */
function rateRatio(customer: ReasonFacts, { ordersPerYear }: TypicalCustomer): number {
  if (customer.frequency === 0) return NaN;
  const most = perYear(customer) / ordersPerYear;
  return most <= 1 ? most : Math.max(1, perYearAtLeast(customer) / ordersPerYear);
}

function perYear({ frequency, T }: ReasonFacts): number {
  return (frequency / Math.max(1, T)) * DAYS_PER_YEAR;
}

/** A year is the shortest span: two orders in a week are not a hundred a year. */
function perYearAtLeast({ frequency, T }: ReasonFacts): number {
  return (frequency / Math.max(DAYS_PER_YEAR, T)) * DAYS_PER_YEAR;
}

function slowingEffect({ lastGapDays = NaN, medianGapDays }: ReasonFacts): number {
  const ratio = lastGapDays / Math.max(1, medianGapDays ?? NaN);
  return ratio >= SLOWER ? -Math.log((1 + ratio) / 2) : NaN;
}

/** The logarithm of a ratio that is worth telling, else NaN. */
function notable(ratio: number): number {
  const log = Math.log(ratio);
  return Number.isFinite(log) && Math.abs(log) >= NOTABLE ? log : NaN;
}

function reasonFor(
  topic: number,
  rhythm: RhythmCode,
  customer: ReasonFacts,
  typical: TypicalCustomer,
): Reason {
  const days = customer.daysSinceLastOrder;
  const orders = customer.frequency + 1;
  switch (topic) {
    case RHYTHM: {
      if (rhythm === 'one-time' || rhythm === 'new') return { code: rhythm, values: { days } };
      const usualGapDays = usualGap(customer, typical);
      return rhythm === 'overdue'
        ? { code: rhythm, values: { days, usualGapDays, times: days / usualGapDays } }
        : { code: rhythm, values: { days, usualGapDays } };
    }
    case RATE:
      return rateRatio(customer, typical) > 1
        ? { code: 'frequent', values: { orders, perYear: perYearAtLeast(customer) } }
        : { code: 'rare', values: { orders, perYear: perYear(customer) } };
    case SLOWING:
      return {
        code: 'slowing',
        values: { recentGapDays: customer.lastGapDays!, usualGapDays: usualGap(customer, typical) },
      };
    default: {
      const values = { orderValue: customer.monetaryValue, shopMedian: typical.orderValue };
      return { code: customer.monetaryValue > typical.orderValue ? 'big-spender' : 'small-spender', values };
    }
  }
}
