import { createRng, nextFloat, nextInt, type Rng } from '../numeric/rng';
import { acquireGuest, pickOrigin, type Buyer } from './buyers';
import { RETURN_ORIGINS, type AcquisitionChannel } from './channels';
import { businessSecond, householdSecond } from './hour-of-day';
import { lifetime } from './lifetime';
import { weekday } from './season';
import { dayOfShopTime, type ShopTime } from './shop-time';
import type { SimulatedOrigin } from './simulated-shop';
import { orderValue, spendRate, type SpendParams } from './spend';

/** Share of all orders that are placed without an account. */
const GUEST_SHARE = 0.06;
/** Share of orders after which the same customer orders again within the hour ("I forgot the filters"). */
const AFTERTHOUGHT_SHARE = 0.004;
/** Share of orders of which the shop does not know the visit (other browser, no consent). */
const UNKNOWN_ORIGIN_SHARE = 0.04;
/** Share of repeat orders that come the way the customer came first. */
const SAME_WAY_SHARE = 0.35;

/** An order as the shopper meant it: when, who, about how much. */
export interface Sale {
  /** Index of the buyer; `null` for a guest. */
  readonly buyer: number | null;
  /** Days since 1970-01-01 on the shop's wall, and the second of that day. */
  readonly day: number;
  readonly second: number;
  /** Euros. */
  readonly target: number;
  readonly origin: SimulatedOrigin | null;
  readonly abroad: boolean;
  readonly wholesale: boolean;
}

/** All orders of people with an account, buyer by buyer. */
export function householdSales(seed: number, buyers: readonly Buyer[], time: ShopTime): readonly Sale[] {
  const lives = createRng(seed, 'lives');
  const details = createRng(seed, 'sale details');
  const sales: Sale[] = [];
  buyers.forEach((buyer, index) => {
    const params = spendParams(buyer.channel);
    const rate = spendRate(details, params);
    const moments = lifetime(lives, 'mbg-nbd', buyer.channel, buyer.start, time.days);
    moments.forEach((moment, position) => {
      const sale: Sale = {
        buyer: index,
        day: dayOfShopTime(time, moment),
        second: householdSecond(details),
        target: orderValue(details, params, rate),
        origin: originOf(details, position === 0, buyer.origin),
        abroad: buyer.abroad,
        wholesale: false,
      };
      sales.push(sale);
      if (nextFloat(details) < AFTERTHOUGHT_SHARE) sales.push(afterthought(details, sale));
    });
  });
  return sales;
}

/** Orders without an account, so many that they are their share of all. */
export function guestSales(seed: number, accountOrders: number, time: ShopTime): readonly Sale[] {
  const rng = createRng(seed, 'guests');
  const count = Math.round((accountOrders * GUEST_SHARE) / (1 - GUEST_SHARE));
  return Array.from({ length: count }, () => {
    const guest = acquireGuest(rng, time.days);
    const params = spendParams(guest.channel);
    return {
      buyer: null,
      day: dayOfShopTime(time, guest.start),
      second: householdSecond(rng),
      target: orderValue(rng, params, spendRate(rng, params)),
      origin: originOf(rng, true, guest.origin),
      abroad: guest.abroad,
      wholesale: false,
    };
  });
}

/**
 * Resellers order on working days, every week or so, for thirty times what a household spends.
 * @param firstBuyer index of the first of them
 */
export function wholesaleSales(
  seed: number,
  firstBuyer: number,
  count: number,
  time: ShopTime,
): readonly Sale[] {
  const rng = createRng(seed, 'wholesale');
  const sales: Sale[] = [];
  for (let i = 0; i < count; i++) {
    let day = time.firstDay + 20 + nextInt(rng, 60);
    while (day < time.firstDay + time.days) {
      if (weekday(day) > 4) {
        day++;
        continue;
      }
      sales.push({
        buyer: firstBuyer + i,
        day,
        second: businessSecond(rng),
        target: 700 + 1400 * nextFloat(rng),
        origin: null,
        abroad: false,
        wholesale: true,
      });
      day += 4 + i + nextInt(rng, 5);
    }
  }
  return sales;
}

/** p and q: order values of one customer vary by 40 %, customers' means by 70 %. */
function spendParams({ meanValue }: AcquisitionChannel): SpendParams {
  const p = 6;
  const q = 4;
  return { p, q, v: (meanValue * (q - 1)) / p };
}

function originOf(rng: Rng, first: boolean, firstOrigin: SimulatedOrigin): SimulatedOrigin | null {
  const unknown = nextFloat(rng) < UNKNOWN_ORIGIN_SHARE;
  const sameWay = nextFloat(rng) < SAME_WAY_SHARE;
  const other = pickOrigin(rng, RETURN_ORIGINS);
  if (unknown) return null;
  return first || sameWay ? firstOrigin : other;
}

/** Within the hour and on the same day, so that it counts as one purchase. */
function afterthought(rng: Rng, sale: Sale): Sale {
  const second = Math.min(86_399, sale.second + 120 + nextInt(rng, 3300));
  return { ...sale, second, target: sale.target * 0.4 };
}
