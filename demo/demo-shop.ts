import { readOrdersCsv } from '~/connectors/orders-csv/read-orders-csv';
import { addDays, dayNumber, isoDay, localDay } from '~/domain/iso-day';
import { simulateShop } from '~/engine/simulate/simulate-shop';
import type { SimulatedShop } from '~/engine/simulate/simulated-shop';
import { shopFromOrderRows } from '../tests/standins/shopify/shop-from-order-rows';
import { DemoError, type DemoOptions } from './options';
import type { DemoSettings } from './settings';

export interface DemoShop {
  readonly shop: SimulatedShop;
  /** The instant that the demo's clock starts at. */
  readonly now: Date;
}

/** The generated shop, or a shop made of the rows of a file. @throws DemoError naming the faulty rows */
export async function loadDemoShop(options: DemoOptions, settings: DemoSettings): Promise<DemoShop> {
  if (options.ordersFile === null) {
    const endDay = isoDay(settings.endDay);
    const shop = simulateShop({ seed: settings.seed, endDay });
    // The morning after the last whole day: no order lies in the future.
    return { shop, now: new Date(Date.parse(`${addDays(endDay, 1)}T07:00:00Z`)) };
  }
  const read = await readOrdersCsv(options.ordersFile, { currency: options.currency });
  if (read.status === 'invalid')
    throw new DemoError(describeFaults(options.ordersFile, read.faults), read.todo);
  const { currency, timeZone } = options;
  const { shop } = shopFromOrderRows(read.rows, { currency, timeZone, name: 'Timón demo' });
  const newest = shop.orders.reduce((latest, order) => Math.max(latest, Date.parse(order.createdAt)), 0);
  // A minute after the last order and still on its day: ages run to the same day as `timon clv` takes by default.
  const lastDay = dayNumber(localDay(new Date(newest), timeZone));
  const soon = new Date(newest + 60_000);
  return { shop, now: dayNumber(localDay(soon, timeZone)) === lastDay ? soon : new Date(newest) };
}
