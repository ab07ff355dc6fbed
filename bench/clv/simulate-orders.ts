import { dayFromNumber, type IsoDay } from '~/domain/iso-day';
import type { OrderColumns } from '~/engine/clv/order-columns';
import { createOrderColumnsBuilder } from '~/engine/clv/order-columns-builder';
import { createRng, nextBeta, nextExponential, nextFloat, nextGamma } from '~/engine/numeric/rng';

/** A shop of 900 days whose customers arrive evenly and buy by MBG/NBD with Gamma-Gamma order values. */
export function simulateOrders(customers: number): { readonly orders: OrderColumns; readonly now: IsoDay } {
  const days = 900;
  const start = 19_000;
  const rng = createRng(7, 'bench');
  const builder = createOrderColumnsBuilder();
  for (let i = 0; i < customers; i++) {
    const rate = nextGamma(rng, 0.5, 40);
    const leave = nextBeta(rng, 0.9, 1.6);
    const size = nextGamma(rng, 3.7, 15);
    const id = `c${String(i).padStart(8, '0')}`;
    for (let t = nextFloat(rng) * days; t < days; t += nextExponential(rng) / rate) {
      builder.add(id, start + Math.floor(t), Math.max(1, Math.round(100 * nextGamma(rng, 6, size))));
      if (nextFloat(rng) < leave) break;
    }
  }
  return { orders: builder.finish(100), now: dayFromNumber(start + days) };
}
