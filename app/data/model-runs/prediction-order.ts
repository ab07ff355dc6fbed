import { Prisma } from '../generated/prisma/client';

const KEYS = {
  alias: Prisma.raw('alias COLLATE "C"'),
  pBuy90: Prisma.raw('p_buy_90'),
  lastOrderDay: Prisma.raw('last_order_day'),
  ordersCounted: Prisma.raw('orders_counted'),
  clv12m: Prisma.raw('clv_12m'),
  moneyAtRisk: Prisma.raw('money_at_risk'),
  rescueGain: Prisma.raw('rescue_gain'),
} as const;

export type PredictionSort = keyof typeof KEYS;

export interface PredictionOrder {
  readonly sort: PredictionSort;
  readonly direction: 'asc' | 'desc';
}

/** Part of an ordered list that one walk along an index gives, in either direction. */
export interface Stretch {
  readonly where: Prisma.Sql;
  readonly forwards: Prisma.Sql;
  readonly backwards: Prisma.Sql;
}

export interface OrderedList {
  /** One after the other they are the list. */
  readonly stretches: readonly [Stretch, ...Stretch[]];
  /** The stretch that usually holds most customers: its size is what the others leave of the total. */
  readonly main: number;
}

/**
 * A list as walks along indexes. Who has no value in the sorted column comes last in both directions, which no single
 * walk can give; who has no gain is sorted by value.
 */
export function orderedList({ sort, direction }: PredictionOrder): OrderedList {
  const key = KEYS[sort];
  switch (sort) {
    case 'alias':
    case 'lastOrderDay':
    case 'ordersCounted':
      return { stretches: [stretch(Prisma.sql`TRUE`, key, direction)], main: 0 };
    case 'rescueGain': {
      const { clv12m } = KEYS;
      return {
        stretches: [
          stretch(Prisma.sql`rescue_gain IS NOT NULL`, key, direction),
          stretch(Prisma.sql`rescue_gain IS NULL AND clv_12m IS NOT NULL`, clv12m, 'desc'),
          stretch(Prisma.sql`rescue_gain IS NULL AND clv_12m IS NULL`, clv12m, 'desc'),
        ],
        main: 1,
      };
    }
    case 'pBuy90':
    case 'clv12m':
    case 'moneyAtRisk':
      return {
        stretches: [
          stretch(Prisma.sql`${key} IS NOT NULL`, key, direction),
          stretch(Prisma.sql`${key} IS NULL`, key, direction),
        ],
        main: 0,
      };
  }
}

/** The same order for a few customers, who are sorted where they are found. */
export function sortedBy({ sort, direction }: PredictionOrder): Prisma.Sql {
  const key = KEYS[sort];
  const nullsLast = (column: Prisma.Sql, way: 'asc' | 'desc'): Prisma.Sql =>
    Prisma.sql`${column} ${WAYS[way]} NULLS LAST`;
  const byKey = nullsLast(key, direction);
  if (sort !== 'rescueGain') return Prisma.sql`${byKey}, customer_id ${WAYS[direction]}`;
  return Prisma.sql`${byKey},
    CASE WHEN rescue_gain IS NULL THEN clv_12m END DESC NULLS LAST,
    CASE WHEN rescue_gain IS NULL THEN customer_id END DESC, customer_id ${WAYS[direction]}`;
}

const WAYS = { asc: Prisma.raw('ASC'), desc: Prisma.raw('DESC') } as const;

function stretch(where: Prisma.Sql, key: Prisma.Sql, direction: 'asc' | 'desc'): Stretch {
  const along = (way: 'asc' | 'desc'): Prisma.Sql =>
    Prisma.sql`${key} ${WAYS[way]}, customer_id ${WAYS[way]}`;
  return { where, forwards: along(direction), backwards: along(direction === 'asc' ? 'desc' : 'asc') };
}
