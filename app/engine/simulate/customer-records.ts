import { createRng, nextExponential } from '../numeric/rng';
import type { Buyer } from './buyers';
import { householdSecond } from './hour-of-day';
import type { LocalInstant } from '~/domain/local-instant';
import { emailOf, WHOLESALE_NAMES } from './names';
import { dayOfShopTime, type ShopTime } from './shop-time';
import type { SimulatedCustomer } from './simulated-shop';
import { toInstantText } from './instant-text';

// As large as a real shop's ids, so that nobody can get away with 32 bits.
const FIRST_CUSTOMER_ID = 7_100_000_000_001;
/** Checkout opens the account; who came by newsletter had one already, for a week on average. */
const CHECKOUT_MS = 4 * 60_000;
const NEWSLETTER_MS = 7 * 86_400_000;

export interface CustomerRecords {
  /** In order of `createdAt`, and so of `id`. */
  readonly list: readonly SimulatedCustomer[];
  /** Customer id by buyer index: the buyers, then the resellers. */
  readonly idByBuyer: readonly number[];
}

/**
 * The shop's customer list: every buyer, the resellers behind them.
 * @param sales in order of `createdAt` (ms); `buyer` is the index of the buyer or, past the last, of the reseller
 */
export function customerRecords(
  seed: number,
  buyers: readonly Buyer[],
  resellers: number,
  sales: readonly { readonly buyer: number | null; readonly createdAt: number }[],
  time: ShopTime,
  localInstant: LocalInstant,
): CustomerRecords {
  const rng = createRng(seed, 'customer records');
  const firstSale = new Map<number, number>();
  for (const { buyer, createdAt } of sales) {
    if (buyer !== null && !firstSale.has(buyer)) firstSale.set(buyer, createdAt);
  }
  const opening = localInstant(time.firstDay, 0);

  const people = [
    ...buyers.map(({ firstName, lastName, channel, start }, index) => {
      const lead = nextExponential(rng) * (channel.name === 'newsletter' ? NEWSLETTER_MS : CHECKOUT_MS);
      const signUp = localInstant(dayOfShopTime(time, start), householdSecond(rng));
      return { index, firstName, lastName, at: (firstSale.get(index) ?? signUp) - lead };
    }),
    ...WHOLESALE_NAMES.slice(0, resellers).map(({ first, last }, position) => {
      const index = buyers.length + position;
      return { index, firstName: first, lastName: last, at: firstSale.get(index) ?? opening };
    }),
  ].sort((a, b) => a.at - b.at);

  const idByBuyer: number[] = [];
  const list = people.map(({ index, firstName, lastName, at }, position) => {
    const id = FIRST_CUSTOMER_ID + position;
    idByBuyer[index] = id;
    return {
      id,
      firstName,
      lastName,
      email: emailOf(firstName, lastName, position + 1),
      createdAt: toInstantText(Math.max(at, opening)),
    };
  });
  return { list, idByBuyer };
}
