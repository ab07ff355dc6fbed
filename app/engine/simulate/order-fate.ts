import type { FinancialStatus } from '~/domain/order';
import { nextExponential, nextFloat, nextInt, type Rng } from '../numeric/rng';
import type { BasketLine } from './basket';
import { pickWeighted } from './pick-weighted';

const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 24 * MS_PER_HOUR;
/** How long a shop waits for a transfer or captures an authorised card. */
const PATIENCE_MS = 7 * MS_PER_DAY;

/** What became of an order after it was placed. Amounts in minor units of the shop's currency, times in ms. */
export interface OrderFate {
  readonly financialStatus: FinancialStatus;
  readonly paidMinor: number;
  readonly refundedMinor: number;
  readonly cancelledAt: number | null;
  readonly updatedAt: number;
  readonly test: boolean;
}

/** In thousandths of all orders; the rest is paid and kept. */
const FATES = [
  { kind: 'kept', weight: 893.2 },
  { kind: 'partial-refund', weight: 42 },
  { kind: 'full-refund', weight: 22 },
  { kind: 'cancelled-paid', weight: 14 },
  { kind: 'cancelled-unpaid', weight: 8 },
  { kind: 'transfer-never-came', weight: 10 },
  { kind: 'transfer-came', weight: 6 },
  { kind: 'card-authorized', weight: 2 },
  { kind: 'deposit-only', weight: 2 },
  { kind: 'test', weight: 0.8 },
] as const;

/**
 * @param createdAt ms
 * @param end ms: nothing is known that happens at or after it
 */
export function orderFate(rng: Rng, lines: readonly BasketLine[], createdAt: number, end: number): OrderFate {
  const total = lines.reduce((sum, line) => sum + line.totalMinor, 0);
  const { kind } = pickWeighted(rng, FATES);
  // Drawn whatever the kind, in whole seconds as the source prints them.
  const hoursLater = later(createdAt, (0.2 + 14 * nextExponential(rng)) * MS_PER_HOUR);
  const weeksLater = later(createdAt, (2 + 9 * nextExponential(rng)) * MS_PER_DAY);
  const kept: OrderFate = {
    financialStatus: 'PAID',
    paidMinor: total,
    refundedMinor: 0,
    cancelledAt: null,
    updatedAt: createdAt,
    test: false,
  };
  const unpaid: OrderFate = { ...kept, financialStatus: 'PENDING', paidMinor: 0 };
  const patienceEnds = createdAt + PATIENCE_MS;

  switch (kind) {
    case 'kept':
      return kept;
    case 'test':
      return { ...kept, test: true };
    case 'partial-refund': {
      const refundedMinor = partOf(rng, lines, total);
      if (weeksLater >= end) return kept;
      return { ...kept, financialStatus: 'PARTIALLY_REFUNDED', refundedMinor, updatedAt: weeksLater };
    }
    case 'full-refund':
      if (weeksLater >= end) return kept;
      return { ...kept, financialStatus: 'REFUNDED', refundedMinor: total, updatedAt: weeksLater };
    case 'cancelled-paid':
      if (hoursLater >= end) return kept;
      return {
        ...kept,
        financialStatus: 'REFUNDED',
        refundedMinor: total,
        cancelledAt: hoursLater,
        updatedAt: hoursLater,
      };
    case 'cancelled-unpaid':
      if (hoursLater >= end) return { ...unpaid, financialStatus: 'AUTHORIZED' };
      return { ...unpaid, financialStatus: 'VOIDED', cancelledAt: hoursLater, updatedAt: hoursLater };
    case 'transfer-never-came':
      // Some shops never tidy up: the order stays pending for years.
      if (patienceEnds >= end || nextFloat(rng) < 0.4) return unpaid;
      return { ...unpaid, financialStatus: 'EXPIRED', updatedAt: patienceEnds };
    case 'transfer-came':
      if (hoursLater >= end) return unpaid;
      return { ...kept, updatedAt: hoursLater };
    case 'card-authorized':
      if (patienceEnds >= end) return { ...unpaid, financialStatus: 'AUTHORIZED' };
      return { ...unpaid, financialStatus: 'VOIDED', updatedAt: patienceEnds };
    case 'deposit-only':
      return { ...kept, financialStatus: 'PARTIALLY_PAID', paidMinor: Math.round(total * 0.5) };
  }
}

/** Money back for one line of several, or for one piece, or as a gesture: more than nothing, less than all. */
function partOf(rng: Rng, lines: readonly BasketLine[], total: number): number {
  const line = lines[nextInt(rng, lines.length)]!;
  const part = lines.length > 1 ? line.totalMinor : Math.floor(line.totalMinor / line.quantity);
  return part < total ? part : Math.max(1, Math.round(total * 0.3));
}

function later(from: number, ms: number): number {
  return from + Math.round(ms / 1000) * 1000;
}
