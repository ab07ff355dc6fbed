import type { SimulatedOrder } from '~/engine/simulate/simulated-shop';
import type { ShopifyStandin } from '../tests/standins/shopify/shopify-standin';
import type { Replay } from './replay';
import type { RescueResponse } from './rescue-response';
import { DEMO_SHOP } from './settings';

/**
 * Lets the shop live on: new customers come, orders as they really came, and those that rescues bring. Nothing is announced
 * by webhook; the next pass reads what has changed, as after a night.
 */
export async function passTime(
  standin: ShopifyStandin,
  { replay, response }: { readonly replay: Replay; readonly response: RescueResponse },
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<void> {
  const { state } = standin.shop(DEMO_SHOP);
  const { customers, orders } = replay.take(to);
  for (const customer of customers) await standin.addCustomer(DEMO_SHOP, customer);
  const codes = standin.codes(DEMO_SHOP).filter(({ status }) => status === 'ACTIVE');
  const ordering = new Set(orders.flatMap(({ customerId }) => customerId ?? []));
  const usual = (customerId: number): number => {
    const totals = state.requireCustomer(customerId).orders.map(({ order }) => Number(order.total));
    return totals.reduce((sum, total) => sum + total, 0) / Math.max(1, totals.length);
  };

  const placeAsItCame = async (order: SimulatedOrder): Promise<void> => {
    const { customerId, total: subtotal, createdAt: at } = order;
    const code = response.codeFor(order, codes);
    if (customerId !== null && code !== null) {
      const { accepted } = await standin.placeOrder(DEMO_SHOP, { customerId, subtotal, code, at });
      if (accepted) return;
    }
    // Orders are numbered as they come: those that rescues brought have taken numbers of their own.
    await standin.addOrder(DEMO_SHOP, { ...order, id: state.nextOrderId() });
  };
  const coming = [
    ...orders.map((order) => ({ at: order.createdAt, place: () => placeAsItCame(order) })),
    ...response
      .broughtBack({ from, to, codes, ordering }, usual)
      .map((basket) => ({ at: basket.at, place: () => standin.placeOrder(DEMO_SHOP, basket) })),
  ];
  for (const { place } of coming.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))) await place();
}
