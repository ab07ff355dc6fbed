import type { CustomerAtRiskView, ShopView, AsOfView } from './dashboard-view';

export const CUSTOMER_SORTS = ['money-at-risk', 'clv', 'last-order', 'p-buy'] as const;
export type CustomerSort = (typeof CUSTOMER_SORTS)[number];

/** The engine's segments, and before them the customers who are on the way out, whatever their segment. */
export const SEGMENTS = ['leaving', 'vip-at-risk', 'lost', 'loyal', 'potential-whale', 'standard'] as const;
type Segment = (typeof SEGMENTS)[number];

export interface CustomersQuery {
  readonly sort: CustomerSort;
  readonly segment: Segment | null;
  readonly page: number;
}

export type CustomersView =
  | { readonly state: 'empty'; readonly shop: ShopView }
  | {
      readonly state: 'ready';
      readonly shop: ShopView;
      readonly asOf: AsOfView;
      readonly query: CustomersQuery;
      readonly total: number;
      readonly pageSize: number;
      readonly rows: readonly CustomerAtRiskView[];
    };
