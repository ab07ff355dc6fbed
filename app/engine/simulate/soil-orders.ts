import { createRng, nextExponential, nextFloat, nextInt, type Rng } from '../numeric/rng';
import { addOrderRow, createOrderRows, type OrderRows } from './order-rows';
import { pickWeighted } from './pick-weighted';

/** Of the orders until the analysis date; at least one is. */
const MONSTROUS_SHARE = 0.0002;
const MONSTROUS_FACTOR = 1000;

/** In hundredths of all orders. */
const MESSES = [
  { kind: 'none', weight: 82 },
  { kind: 'split', weight: 6 },
  { kind: 'partly-refunded', weight: 5 },
  { kind: 'returned', weight: 4 },
  { kind: 'free', weight: 3 },
] as const;
const MEAN_REFUND_DAYS = 9;

/**
 * Multiplies a few amounts by a thousand: a forgotten decimal point, a company that bought once. None after `nowDay`,
 * where one such order would be all that a hold-out shows.
 */
export function addMonsters(seed: number, clean: OrderRows, nowDay: number): OrderRows {
  const rng = createRng(seed, 'dirty monsters');
  const cents = clean.cents.slice();
  const past = clean.day.flatMap((day, row) => (day <= nowDay ? [row] : []));
  const monsters = past.length === 0 ? 0 : Math.max(1, Math.round(past.length * MONSTROUS_SHARE));
  for (let i = 0; i < monsters; i++) {
    const row = past[nextInt(rng, past.length)]!;
    cents[row] = clean.cents[row]! * MONSTROUS_FACTOR;
  }
  return { ...clean, cents };
}

/**
 * The same purchases as a source with a past tells them: orders split over several rows of a day, orders that were
 * dearer until a part was refunded, orders that were all returned, free orders, and rows in any order.
 *
 * Money comes back after its order and before the customer's next one, because a refund without an order number can
 * only be held against the nearest; and on its order's side of `nowDay`. So cleaning gives back every purchase of
 * `clean`, whether it ends on `nowDay` or later.
 * @param clean grouped by customer, days ascending
 * @param lastDay of the simulation
 */
export function soilOrders(seed: number, clean: OrderRows, nowDay: number, lastDay: number): OrderRows {
  const past = createRng(seed, 'dirty mess');
  const future = createRng(seed, 'dirty future mess');
  const dirty = createOrderRows();
  for (let row = 0; row < clean.day.length; row++) {
    const day = clean.day[row]!;
    const nextDay = clean.customer[row + 1] === clean.customer[row] ? clean.day[row + 1]! : Infinity;
    const until = Math.min(nextDay - 1, day <= nowDay ? nowDay : lastDay);
    soilOrder(day <= nowDay ? past : future, dirty, clean, row, until);
  }
  return shuffle(createRng(seed, 'dirty shuffle'), dirty);
}

/** @param until last day before the customer's next order, on this side of the analysis date */
function soilOrder(rng: Rng, dirty: OrderRows, clean: OrderRows, row: number, until: number): void {
  const customer = clean.customer[row]!;
  const day = clean.day[row]!;
  const cents = clean.cents[row]!;
  const add = (onDay: number, amount: number) => addOrderRow(dirty, customer, onDay, amount);
  const later = (from: number, latest: number) =>
    Math.min(latest, from + 1 + Math.floor(MEAN_REFUND_DAYS * nextExponential(rng)));

  const { kind } = pickWeighted(rng, MESSES);
  if (kind === 'split' && cents > 1) {
    const part = 1 + nextInt(rng, cents - 1);
    const partOfPart = nextInt(rng, part);
    add(day, cents - part);
    add(day, part - partOfPart);
    if (partOfPart > 0) add(day, partOfPart);
  } else if (kind === 'partly-refunded' && until > day) {
    const refunded = Math.max(1, Math.round(cents * (0.2 + nextFloat(rng))));
    add(day, cents + refunded);
    add(later(day, until), -refunded);
  } else if (kind === 'returned' && until > day + 1) {
    const orderDay = later(day, until - 1);
    const amount = Math.max(1, Math.round(cents * (0.5 + nextFloat(rng))));
    add(day, cents);
    add(orderDay, amount);
    add(later(orderDay, until), -amount);
  } else {
    add(day, cents);
    if (kind === 'free') add(later(day - 1, Math.max(day, until)), 0);
  }
}

/** Fisher & Yates. */
function shuffle(rng: Rng, rows: OrderRows): OrderRows {
  const order = rows.day.map((_, row) => row);
  for (let i = order.length - 1; i > 0; i--) {
    const j = nextInt(rng, i + 1);
    const moved = order[i]!;
    order[i] = order[j]!;
    order[j] = moved;
  }
  return {
    customer: order.map((row) => rows.customer[row]!),
    day: order.map((row) => rows.day[row]!),
    cents: order.map((row) => rows.cents[row]!),
  };
}
