import { addDays, addMonths, dayNumber, type IsoDay } from '~/domain/iso-day';
import { minorUnitDigits } from '~/domain/money';
import { createRng } from '../numeric/rng';
import { paidArrivals } from './acquisition';
import { acquireBuyers } from './buyers';
import { catalog } from './catalog';
import { customerRecords } from './customer-records';
import { driftingRates } from './exchange-rate';
import { localInstantIn } from '~/domain/local-instant';
import { WHOLESALE_NAMES } from './names';
import { orderRecords } from './order-records';
import { guestSales, householdSales, wholesaleSales } from './sales';
import { shopMarketing } from './shop-marketing';
import { shopTime } from './shop-time';
import type { AdvertisedShop } from './simulated-shop';

const TIME_ZONE = 'Europe/Madrid';
const COUNTRY = 'ES';
const SECOND_CURRENCY = 'GBP';
const POUNDS_PER_EURO = 0.857;
/** Rough, and only of the kinds that matter: two digits after the point, none, three. */
const UNITS_PER_EURO = { EUR: 1, JPY: 160, KWD: 0.33 };
/** A shop smaller than this has nobody who resells its goods. */
const WHOLESALE_FROM_CUSTOMERS = 100;
/** Share of customers who gave their address and never bought. */
const NEVER_BOUGHT_SHARE = 0.02;

export interface SimulateShopOptions {
  /** Same options, same shop, to the byte. */
  readonly seed: number;
  /** The last whole day of the shop's history, on its own wall. Nothing in the shop is later. */
  readonly endDay: IsoDay;
  /** Calendar months of history; 30 when absent. */
  readonly months?: number;
  /** Customer records, the few who never bought included; 12,000 when absent, which gives about 40,000 orders. */
  readonly customers?: number;
  /** The shop's currency; EUR when absent. */
  readonly currency?: keyof typeof UNITS_PER_EURO;
}

/**
 * A roaster of specialty coffee in Spain, as its Shopify shop would hold it. Customers buy and leave by MBG/NBD and
 * spend by Gamma-Gamma, channel by channel, on a clock with the shop's seasons; on top comes what real shops have:
 * refunds, cancellations, test and unpaid orders, guests, two resellers, a second currency, afterthoughts. The customers
 * of paid channels come as the spend of `marketing` makes them come.
 * @throws RangeError when there is no day of history, or the number of customers is not a whole one
 */
export function simulateShop(options: SimulateShopOptions): AdvertisedShop {
  const { seed, endDay, months = 30, customers = 12_000, currency = 'EUR' } = options;
  const firstDay = dayNumber(addDays(addMonths(endDay, -months), 1));
  const days = dayNumber(endDay) + 1 - firstDay;
  if (!(days > 0)) throw new RangeError(`months must be above 0: ${months}`);
  if (!Number.isSafeInteger(customers) || customers < 0) {
    throw new RangeError(`customers must be a whole number, 0 or more: ${customers}`);
  }

  const time = shopTime(firstDay, days);
  const localInstant = localInstantIn(TIME_ZONE);
  const resellers = customers < WHOLESALE_FROM_CUSTOMERS ? 0 : WHOLESALE_NAMES.length;
  const neverBought = Math.floor(customers * NEVER_BOUGHT_SHARE);
  const paid = paidArrivals(seed, customers - resellers - neverBought, time);
  const buyers = acquireBuyers(createRng(seed, 'buyers'), customers - resellers, {
    time,
    paid,
    paidRng: createRng(seed, 'paid arrivals'),
  });

  const withAccount = [
    ...householdSales(seed, buyers.slice(0, buyers.length - neverBought), time),
    ...wholesaleSales(seed, buyers.length, resellers, time),
  ];
  const sales = [...withAccount, ...guestSales(seed, withAccount.length, time)]
    .map((sale) => ({ ...sale, createdAt: localInstant(sale.day, sale.second) }))
    .sort((a, b) => a.createdAt - b.createdAt);
  const records = customerRecords(seed, buyers, resellers, sales, time, localInstant);

  const minorPerEuro = UNITS_PER_EURO[currency] * 10 ** minorUnitDigits(currency);
  const poundsPerUnit = POUNDS_PER_EURO / UNITS_PER_EURO[currency];
  const orders = orderRecords(seed, sales, {
    currency,
    secondCurrency: SECOND_CURRENCY,
    rates: driftingRates(createRng(seed, 'exchange rates'), poundsPerUnit, days),
    firstDay,
    end: localInstant(firstDay + days, 0),
    minorPerEuro,
    products: catalog(minorPerEuro),
    customerIdByBuyer: records.idByBuyer,
  });
  return {
    name: 'Tueste Timón',
    currency,
    timeZone: TIME_ZONE,
    countryCode: COUNTRY,
    customers: records.list,
    orders,
    marketing: shopMarketing(sales, orders, { paid, buyers, time, currency, minorPerEuro, country: COUNTRY }),
  };
}
