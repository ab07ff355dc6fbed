import { minorUnitDigits, parseMinorUnits } from '~/domain/money';
import type { PaidArrivals } from './acquisition';
import type { Buyer } from './buyers';
import { total } from './marketing/money-grain';
import type { Sale } from './sales';
import type { ShopTime } from './shop-time';
import type { ShopMarketing, SimulatedOrder } from './simulated-shop';

interface MarketingContext {
  readonly paid: readonly PaidArrivals[];
  /** Resellers, who are beyond the last of them, count as customers of no paid channel. */
  readonly buyers: readonly Buyer[];
  readonly time: ShopTime;
  readonly currency: string;
  readonly minorPerEuro: number;
  readonly country: string;
}

/**
 * The spend that brought the customers and the first orders that they placed, read off the orders themselves.
 * @param sales in order of time
 * @param orders one for each of them
 */
export function shopMarketing(
  sales: readonly Sale[],
  orders: readonly SimulatedOrder[],
  { paid, buyers, time, currency, minorPerEuro, country }: MarketingContext,
): ShopMarketing {
  const units = 10 ** minorUnitDigits(currency);
  // Whole minor units until the end, so that a sum in cents has no crumbs.
  const revenue = new Float64Array(time.days);
  const won = new Map<string, { newCustomers: number; revenue: number }>();
  const known = new Set<number>();
  orders.forEach(({ total: amount, test }, i) => {
    const { buyer, day } = sales[i]!;
    if (buyer === null || test || known.has(buyer)) return;
    known.add(buyer);
    const minor = Number(parseMinorUnits(amount, currency));
    revenue[day - time.firstDay]! += minor;
    const name = buyers[buyer]?.channel.name;
    if (name === undefined) return;
    const { newCustomers, revenue: before } = won.get(name) ?? { newCustomers: 0, revenue: 0 };
    won.set(name, { newCustomers: newCustomers + 1, revenue: before + minor });
  });

  const channels = paid.map(({ name, spend }) => ({
    name,
    minor: spend.map((euros) => Math.round(euros * minorPerEuro)),
  }));
  return {
    granularity: 'daily',
    firstDay: time.firstDay,
    revenue: revenue.map((minor) => minor / units),
    channels: channels.map(({ name, minor }) => ({ name, spend: minor.map((value) => value / units) })),
    controls: [],
    country,
    truth: channels.map(({ name, minor }) => {
      const spend = total(minor);
      const { newCustomers, revenue: brought } = won.get(name) ?? { newCustomers: 0, revenue: 0 };
      return {
        name,
        spend: spend / units,
        newCustomers,
        revenue: brought / units,
        roas: spend > 0 ? brought / spend : 0,
      };
    }),
  };
}
