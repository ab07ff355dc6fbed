import { toDecimalString } from '~/domain/money';
import type { SimulatedCustomer, SimulatedOrder, SimulatedShop } from '~/engine/simulate/simulated-shop';
import { zonedTimeToMs } from './zoned-time';

interface OrderRow {
  readonly customerId: string;
  /** ISO instant, or a day `YYYY-MM-DD`, which is put at noon on the shop's clock. */
  readonly instant: string;
  /** Minor units; negative rows are refunds. */
  readonly minor: bigint;
}

interface ShopFacts {
  readonly currency: string;
  readonly timeZone: string;
  readonly name: string;
}

interface OrderDraft {
  readonly customerId: number;
  readonly ms: number;
  readonly total: bigint;
  refunded: bigint;
  updatedMs: number;
}

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$/;

function rowMs(instant: string, timeZone: string): number {
  if (DAY_ONLY.test(instant)) return zonedTimeToMs(`${instant}T12:00:00`, timeZone);
  const local = LOCAL_TIME.exec(instant);
  const ms = local
    ? zonedTimeToMs(`${instant.replace(' ', 'T')}${local[1] === undefined ? ':00' : ''}`, timeZone)
    : Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`not an instant or a day: ${instant}`);
  return ms;
}

/**
 * Puts a refund on the nearest earlier orders of its customer, each up to what was paid for it; what is left over
 * stays on the nearest. Without an earlier order it becomes an order of nothing with a refund, so that the sum of
 * all rows is kept.
 */
function applyRefund(drafts: OrderDraft[], customerId: number, ms: number, amount: bigint): void {
  const earlier = drafts.filter((draft) => draft.ms <= ms);
  const nearest = earlier.at(-1);
  if (!nearest) {
    drafts.unshift({ customerId, ms, total: 0n, refunded: amount, updatedMs: ms });
    return;
  }
  let left = amount;
  for (const draft of earlier.toReversed()) {
    const room = draft.total - draft.refunded;
    const part = left < room ? left : room;
    if (part <= 0n) continue;
    draft.refunded += part;
    draft.updatedMs = Math.max(draft.updatedMs, ms);
    left -= part;
  }
  nearest.refunded += left;
}

function financialStatus(draft: OrderDraft): SimulatedOrder['financialStatus'] {
  if (draft.refunded === 0n) return 'PAID';
  return draft.refunded >= draft.total ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
}

/** A shop from rows of somebody's own orders: one order a row, one customer a distinct id. */
export function shopFromOrderRows(
  rows: readonly OrderRow[],
  facts: ShopFacts,
): { readonly shop: SimulatedShop; readonly customerIdBySource: ReadonlyMap<string, number> } {
  const timed = rows
    .map((row, index) => ({ ...row, index, ms: rowMs(row.instant, facts.timeZone) }))
    .sort((a, b) => a.ms - b.ms || a.index - b.index);
  const customerIdBySource = new Map<string, number>();
  const draftsByCustomer = new Map<number, OrderDraft[]>();
  for (const row of timed) {
    let customerId = customerIdBySource.get(row.customerId);
    if (customerId === undefined) {
      customerId = customerIdBySource.size + 1;
      customerIdBySource.set(row.customerId, customerId);
    }
    const drafts = draftsByCustomer.get(customerId) ?? [];
    draftsByCustomer.set(customerId, drafts);
    if (row.minor < 0n) applyRefund(drafts, customerId, row.ms, -row.minor);
    else drafts.push({ customerId, ms: row.ms, total: row.minor, refunded: 0n, updatedMs: row.ms });
  }

  const orders = [...draftsByCustomer.values()]
    .flat()
    .sort((a, b) => a.ms - b.ms)
    .map((draft, index) => toOrder(draft, index + 1, facts.currency));
  const customers = [...customerIdBySource].map(([source, id]): SimulatedCustomer => {
    const first = draftsByCustomer.get(id)?.[0];
    const createdAt = new Date(first?.ms ?? 0).toISOString();
    return { id, firstName: 'Customer', lastName: source, email: `customer-${id}@orders.example`, createdAt };
  });
  const shop = { ...facts, countryCode: 'ES', customers, orders };
  return { shop, customerIdBySource };
}

function toOrder(draft: OrderDraft, id: number, currency: string): SimulatedOrder {
  const text = (minor: bigint): string => toDecimalString({ minor, currency });
  return {
    id,
    customerId: draft.customerId,
    createdAt: new Date(draft.ms).toISOString(),
    updatedAt: new Date(draft.updatedMs).toISOString(),
    total: text(draft.total),
    paid: text(draft.total),
    refunded: text(draft.refunded),
    presentmentCurrency: currency,
    presentmentRate: 1,
    financialStatus: financialStatus(draft),
    test: false,
    cancelledAt: null,
    origin: null,
    lines: [{ productId: 1, title: 'Order', quantity: 1, total: text(draft.total) }],
  };
}
