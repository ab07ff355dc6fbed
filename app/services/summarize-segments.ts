import type { Segment } from '~/engine/clv/segments';
import type { FileCustomer, ValuedOrdersFile } from './value-orders-file';

/** What the customers of a segment have in common. Amounts in currency units; `null` where rules answered. */
export interface SegmentSummary {
  readonly segment: Segment;
  readonly customers: number;
  /** Of all customers; 0 where there are none. */
  readonly share: number;
  /** Net of refunds, up to the analysis date. */
  readonly revenue: number;
  /** Sum of the customers' discounted means; how far their sum is off depends on errors that they share. */
  readonly clv12m: number | null;
  readonly marginClv12m: number | null;
  readonly moneyAtRisk: number | null;
  /** `null` for an empty segment too. */
  readonly meanChurn: number | null;
}

/** In the order in which a merchant acts on them. */
const SEGMENTS: readonly Segment[] = ['vip-at-risk', 'loyal', 'potential-whale', 'standard', 'lost'];

interface Sums {
  customers: number;
  revenue: number;
  clv12m: number;
  margin: number;
  moneyAtRisk: number;
  churn: number;
}

/** Every segment, the empty ones too. Reads the customers once, without keeping them. */
export function summarizeSegments({ report, customers }: ValuedOrdersFile): readonly SegmentSummary[] {
  const sums = new Map<Segment, Sums>(SEGMENTS.map((segment) => [segment, noSums()]));
  let size = 0;
  let knowsMargin = false;
  for (const customer of customers()) {
    size++;
    const of = sums.get(customer.segment);
    if (of === undefined) throw new Error(`a segment that nobody summarises: ${customer.segment}`);
    addCustomer(of, customer);
    if ('churn' in customer && customer.marginClv12m !== null) knowsMargin = true;
  }
  const fitted = report.status === 'fitted';
  return SEGMENTS.map((segment) => {
    const of = sums.get(segment) ?? noSums();
    return {
      segment,
      customers: of.customers,
      share: size === 0 ? 0 : of.customers / size,
      revenue: of.revenue,
      clv12m: fitted ? of.clv12m : null,
      marginClv12m: fitted && knowsMargin ? of.margin : null,
      moneyAtRisk: fitted ? of.moneyAtRisk : null,
      meanChurn: fitted && of.customers > 0 ? of.churn / of.customers : null,
    };
  });
}

function addCustomer(of: Sums, customer: FileCustomer): void {
  of.customers++;
  of.revenue += customer.monetaryValue * customer.ordersCounted;
  if (!('churn' in customer)) return;
  of.clv12m += customer.clv12m;
  of.margin += customer.marginClv12m ?? 0;
  of.moneyAtRisk += customer.moneyAtRisk;
  of.churn += customer.churn;
}

function noSums(): Sums {
  return { customers: 0, revenue: 0, clv12m: 0, margin: 0, moneyAtRisk: 0, churn: 0 };
}
