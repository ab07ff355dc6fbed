import type { FileCustomer } from '~/services/value-orders-file';

/** Fields of a customer in the order in which every output writes them. */
export const CUSTOMER_FIELDS = [
  'customerId',
  'frequency',
  'recency',
  'T',
  'monetaryValue',
  'pAlive',
  'pBuy',
  'pBuy90',
  'expectedPurchases',
  'expectedPurchasesLow',
  'expectedPurchasesHigh',
  'expectedPurchases90',
  'expectedOrderValue',
  'clv',
  'clvLow',
  'clvHigh',
  'clv12m',
  'nextOrder',
  'churn',
  'moneyAtRisk',
  'leaving',
  'segment',
  'firstOrderDay',
  'lastOrderDay',
  'daysSinceLastOrder',
  'ordersCounted',
  'medianGapDays',
  'overdue',
  'setAside',
] as const;

/** `null` for a field that the customer's kind of answer does not have. */
export function customerField(customer: FileCustomer, field: (typeof CUSTOMER_FIELDS)[number]): unknown {
  return (customer as unknown as Readonly<Record<string, unknown>>)[field] ?? null;
}
