import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, isoDay, localDay } from '~/domain/iso-day';
import { parseMinorUnits } from '~/domain/money';
import { simulateShop } from '~/engine/simulate/simulate-shop';
import type { SimulatedOrder } from '~/engine/simulate/simulated-shop';
import { startProduct, type Product } from '../support/product';
import { queryAsOwner } from '../support/table-contents';

const DOMAIN = 'track-record.myshopify.com';
const DAY_MS = 86_400_000;
const MADE_ON = isoDay('2025-11-20');
/** The shop's orders go on for a hundred days after the forecast: the product lives through what is known here. */
const shop = simulateShop({ seed: 7, endDay: isoDay('2026-03-01'), months: 24, customers: 300 });

let product: Product;
beforeAll(async () => {
  product = await startProduct({
    shops: [{ domain: DOMAIN, data: shop }],
    now: `${MADE_ON}T03:00:00Z`,
    clockStands: true,
  });
  await product.startWorker();
});
afterAll(() => product.close());

const SALES = ['PAID', 'PARTIALLY_PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'];
const isSale = (order: SimulatedOrder) =>
  !order.test && order.cancelledAt === null && SALES.includes(order.financialStatus);
const minor = (text: string) => Number(parseMinorUnits(text, shop.currency) ?? 0n);

/** Net of each day on which a customer left money, straight from the shop's own orders. */
function purchaseDays(): Map<number, Map<string, number>> {
  const days = new Map<number, Map<string, number>>();
  for (const order of shop.orders.filter(isSale)) {
    if (order.customerId === null) continue;
    const own = days.get(order.customerId) ?? new Map<string, number>();
    const day = localDay(new Date(order.createdAt), shop.timeZone);
    own.set(day, (own.get(day) ?? 0) + minor(order.paid) - minor(order.refunded));
    days.set(order.customerId, own);
  }
  for (const own of days.values()) for (const [day, net] of own) if (net <= 0) own.delete(day);
  return days;
}

it('a forecast that the shop was shown is held against what its customers then did', async () => {
  const { shopId } = await product.sync(DOMAIN);
  const until = addDays(MADE_ON, 90);
  const known = [...purchaseDays().values()].filter((own) => [...own.keys()].some((day) => day <= MADE_ON));
  const window = known.map((own) => [...own].filter(([day]) => day > MADE_ON && day <= until));

  product.passTime(90 * DAY_MS);
  await product.recalculate({ shopId });
  const early = await product.timon.readDashboard(shopId);
  expect(early).toMatchObject({ trust: { track: [], nextScoreOn: addDays(until, 1) } });

  product.passTime(DAY_MS);
  await product.recalculate({ shopId });
  const view = await product.timon.readDashboard(shopId);
  const past = view.state === 'ready' ? view.trust?.track : undefined;
  expect(past).toHaveLength(1);
  const buyers = window.filter((days) => days.length > 0).length;
  expect(past?.[0]).toMatchObject({
    ...{ madeOn: MADE_ON, until, actualBuyers: buyers },
    actualPurchases: window.flat().length,
  });
  const revenue = window.flat().reduce((sum, [, net]) => sum + net, 0);
  expect(past?.[0]?.actualRevenue).toBeCloseTo(revenue / 100, 6);
  const groups = past?.[0]?.calibration ?? [];
  expect(groups.reduce((sum, { customers }) => sum + customers, 0)).toBe(known.length);
  expect(groups.reduce((sum, { customers, actual }) => sum + customers * actual, 0)).toBeCloseTo(buyers, 6);
  // The simulated shop lives by laws that the engine knows: ranking by its chances must beat a coin.
  expect(past?.[0]?.rankingArea).toBeGreaterThan(0.6);
  const [left] = await queryAsOwner(
    product.database.ownerUrl,
    `SELECT count(*)::int AS entries FROM forecast_entry e JOIN forecast f ON f.id = e.forecast_id
     WHERE f.shop_id = $1 AND f.scored_at IS NOT NULL`,
    [shopId],
  );
  expect(left).toEqual({ entries: 0 });

  // And again, the same day: once is for ever.
  await product.recalculate({ shopId });
  const after = await product.timon.readDashboard(shopId);
  expect(after).toMatchObject({ trust: { track: past } });
});
