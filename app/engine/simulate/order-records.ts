import { toDecimalString } from '~/domain/money';
import { createRng } from '../numeric/rng';
import { householdBasket, wholesaleBasket } from './basket';
import type { Product } from './catalog';
import { toInstantText } from './instant-text';
import { orderFate } from './order-fate';
import type { Sale } from './sales';
import type { SimulatedOrder } from './simulated-shop';

// As large as a real shop's ids, so that nobody can get away with 32 bits.
const FIRST_ORDER_ID = 5_600_000_000_001;

/** What every order of one shop has in common. */
export interface OrderContext {
  readonly currency: string;
  readonly secondCurrency: string;
  /** Units of the second currency for one of the shop's, by day since `firstDay`. */
  readonly rates: readonly number[];
  readonly firstDay: number;
  /** Nothing is known that happens at or after this moment (ms). */
  readonly end: number;
  readonly minorPerEuro: number;
  readonly products: readonly Product[];
  readonly customerIdByBuyer: readonly number[];
}

/**
 * Sales as the shop's order list: baskets, exact amounts, what became of them.
 * @param sales in order of `createdAt` (ms)
 */
export function orderRecords(
  seed: number,
  sales: readonly (Sale & { readonly createdAt: number })[],
  context: OrderContext,
): readonly SimulatedOrder[] {
  const { currency, secondCurrency, rates, firstDay, end, minorPerEuro, products } = context;
  const baskets = createRng(seed, 'baskets');
  const fates = createRng(seed, 'fates');
  const decimal = (minor: number) => toDecimalString({ minor: BigInt(minor), currency });

  return sales.map((sale, index) => {
    const fill = sale.wholesale ? wholesaleBasket : householdBasket;
    const lines = fill(baskets, products, sale.target * minorPerEuro);
    const fate = orderFate(fates, lines, sale.createdAt, end);
    return {
      id: FIRST_ORDER_ID + index,
      customerId: sale.buyer === null ? null : context.customerIdByBuyer[sale.buyer]!,
      createdAt: toInstantText(sale.createdAt),
      updatedAt: toInstantText(fate.updatedAt),
      total: decimal(lines.reduce((sum, line) => sum + line.totalMinor, 0)),
      paid: decimal(fate.paidMinor),
      refunded: decimal(fate.refundedMinor),
      presentmentCurrency: sale.abroad ? secondCurrency : currency,
      presentmentRate: sale.abroad ? rates[sale.day - firstDay]! : 1,
      financialStatus: fate.financialStatus,
      test: fate.test,
      cancelledAt: fate.cancelledAt === null ? null : toInstantText(fate.cancelledAt),
      origin: sale.origin,
      lines: lines.map(({ product, quantity, totalMinor }) => ({
        productId: product.id,
        title: product.title,
        quantity,
        total: decimal(totalMinor),
      })),
    };
  });
}
