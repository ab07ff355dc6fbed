import type { SourceCustomer, SourceOrder } from '../../app/domain/order';

/** A paid order of one line, as a connector would hand it over. */
export function sourceOrder(changes: Partial<SourceOrder> = {}): SourceOrder {
  return {
    sourceId: '1001',
    name: '#1001',
    customerId: '501',
    processedAt: '2026-03-01T12:00:00.000Z',
    updatedAt: '2026-03-01T12:00:00.000Z',
    currency: 'EUR',
    totalMinor: 2_500n,
    refundedMinor: 0n,
    netMinor: 2_500n,
    discountMinor: 0n,
    discountCodes: [],
    presentmentCurrency: 'EUR',
    presentmentNetMinor: 2_500n,
    financialStatus: 'PAID',
    test: false,
    cancelledAt: null,
    origin: null,
    originReady: true,
    lines: [{ sourceId: '1', productId: '9', title: 'Café molido', quantity: 1, totalMinor: 2_500n }],
    ...changes,
  };
}

export function sourceCustomer(changes: Partial<SourceCustomer> = {}): SourceCustomer {
  return { sourceId: '501', createdAt: '2025-01-01T00:00:00.000Z', lifetimeOrders: 3, ...changes };
}
