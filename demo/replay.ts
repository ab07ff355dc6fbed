import type { SimulatedCustomer, SimulatedOrder, SimulatedShop } from '~/engine/simulate/simulated-shop';

/** A shop whose last days are still to come. */
export interface Replay {
  /** What the shop holds at the beginning. */
  readonly shop: SimulatedShop;
  /** The instant at which nothing is left to come. */
  readonly end: Date;
  /** What has happened since the last call, oldest first; each is given out once. */
  take(until: Date): Happened;
}

interface Happened {
  readonly customers: readonly SimulatedCustomer[];
  readonly orders: readonly SimulatedOrder[];
}

/**
 * Puts a whole shop back to an earlier day. Orders carry what becomes of them later (refunds, cancellations) from the
 * beginning: a replay shows what customers do, not when a shop's clerk gets round to it.
 */
export function replayShop(shop: SimulatedShop, start: Date, end: Date): Replay {
  const instant = (text: string): number => Date.parse(text);
  const known = <T extends { readonly createdAt: string }>(
    things: readonly T[],
    from: number,
    to: number,
  ): T[] => things.filter(({ createdAt }) => instant(createdAt) > from && instant(createdAt) <= to);
  const happened = (from: number, to: number): Happened => ({
    customers: known(shop.customers, from, to),
    orders: known(shop.orders, from, to).map((order) => ({ ...order, updatedAt: order.createdAt })),
  });
  let now = start.getTime();
  const past = happened(-Infinity, now);
  return {
    shop: { ...shop, ...past },
    end,
    take: (until) => {
      const from = now;
      now = Math.max(now, Math.min(until.getTime(), end.getTime()));
      return happened(from, now);
    },
  };
}
