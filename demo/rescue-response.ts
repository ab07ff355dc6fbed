import { toInstantText } from '~/engine/simulate/instant-text';
import { createRng, nextFloat } from '~/engine/numeric/rng';
import type { SimulatedOrder } from '~/engine/simulate/simulated-shop';
import type { DescribedCode } from '../tests/standins/shopify/described-code';
import type { Basket } from '../tests/standins/shopify/place-order';

/** Of those who order anyway and have a code that holds, how many use it. */
const USED_SHARE = 0.8;
/** Whoever comes back because of a code does so within this time. */
const ANSWER_DAYS = 21;
const DAY_MS = 86_400_000;

interface Stretch {
  readonly from: Date;
  readonly to: Date;
  /** Codes that held at its beginning. */
  readonly codes: readonly DescribedCode[];
  /** Customers who order in it anyway. */
  readonly ordering: ReadonlySet<number>;
}

/** What the demo's customers do with the codes that they are sent. */
export interface RescueResponse {
  /** The code that a customer types at an order that comes anyway; null for none. */
  codeFor(order: SimulatedOrder, codes: readonly DescribedCode[]): string | null;
  /**
   * Orders that come because of codes. Each customer of a code makes up their mind once.
   * @param usual what a customer spends on an order, units of the shop's currency
   */
  broughtBack(stretch: Stretch, usual: (customerId: number) => number): readonly Required<Basket>[];
}

/**
 * @param seed same seed, same answers
 * @param share of customers whom a code brings back who would not have ordered meanwhile: what a rescue has to find out
 */
export function rescueResponse(seed: number, share: number): RescueResponse {
  const decided = new Set<string>();
  const chance = (what: string) => {
    const rng = createRng(seed, what);
    return () => nextFloat(rng);
  };
  return {
    codeFor: (order, codes) => {
      const code = codes.find((one) => takes(one, order));
      const used = code && chance(`uses ${code.code} ${order.customerId ?? ''}`)() < USED_SHARE;
      return used ? code.code : null;
    },
    broughtBack: ({ from, to, codes, ordering }, usual) => {
      const baskets: Required<Basket>[] = [];
      for (const { code, customerIds, startsAt, minimumSubtotal } of codes) {
        for (const customerId of customerIds === 'all' ? [] : customerIds) {
          const key = `${code} ${customerId}`;
          if (decided.has(key)) continue;
          decided.add(key);
          const next = chance(`comes back for ${key}`);
          if (next() >= share || ordering.has(customerId)) continue;
          const sent = Math.max(Date.parse(startsAt), from.getTime());
          const at = Math.min(sent + next() * ANSWER_DAYS * DAY_MS, to.getTime());
          const subtotal = Math.max(usual(customerId), Number(minimumSubtotal ?? 0)).toFixed(2);
          baskets.push({ customerId, code, subtotal, at: toInstantText(at) });
        }
      }
      return baskets;
    },
  };
}

function takes(
  { customerIds, startsAt, endsAt, minimumSubtotal }: DescribedCode,
  { customerId, createdAt, total }: SimulatedOrder,
): boolean {
  if (customerId === null || customerIds === 'all' || !customerIds.includes(customerId)) return false;
  const at = Date.parse(createdAt);
  if (at < Date.parse(startsAt) || (endsAt !== null && at > Date.parse(endsAt))) return false;
  return Number(total) >= Number(minimumSubtotal ?? 0);
}
