import type { CustomerFilter, SmartFilter } from '~/domain/customer-filter';
import type { AsOfView, CustomerAtRiskView, ShopView } from './dashboard-view';

export const CUSTOMER_SORTS = [
  'clv',
  'money-at-risk',
  'rescue-gain',
  'p-buy',
  'last-order',
  'orders',
  'alias',
] as const;
export type CustomerSort = (typeof CUSTOMER_SORTS)[number];

/** What only a model can sort by, and the lists that only a model can make. */
export const FORECAST_SORTS: ReadonlySet<CustomerSort> = new Set([
  'clv',
  'money-at-risk',
  'rescue-gain',
  'p-buy',
]);
export const FORECAST_FILTERS: ReadonlySet<SmartFilter> = new Set(['likely-gone', 'new-whale']);

export interface CustomerOrder {
  readonly sort: CustomerSort;
  readonly direction: 'asc' | 'desc';
}

export interface CustomersQuery extends CustomerFilter, CustomerOrder {
  /** From 1. */
  readonly page: number;
}

/** A list that the merchant has named. What was searched for is not kept: it may be a person's name. */
export interface SavedFilter extends CustomerOrder {
  readonly id: string;
  readonly name: string;
  readonly smart: SmartFilter | null;
}

/** Who is leaving is shown by what a rescue can win, everybody else by future value. */
export function usualOrder(smart: SmartFilter | null): CustomerOrder {
  return { sort: smart === 'leaving' ? 'rescue-gain' : 'clv', direction: 'desc' };
}

export const MOST_SAVED_FILTERS = 30;
export const LONGEST_FILTER_NAME = 60;

/** What a merchant does with saved lists. */
export type FilterChange =
  | ({ readonly kind: 'save'; readonly name: string; readonly smart: SmartFilter | null } & CustomerOrder)
  | { readonly kind: 'delete'; readonly id: string };

/** How saving a list, or deleting one, went; the words are the page's. */
export type FilterOutcome =
  | { readonly status: 'saved' | 'deleted' }
  | { readonly status: 'refused'; readonly fault: 'name-missing' | 'name-long' | 'name-taken' | 'too-many' };

export type CustomersView =
  | { readonly state: 'empty'; readonly shop: ShopView }
  | {
      readonly state: 'ready';
      readonly shop: ShopView;
      readonly asOf: AsOfView;
      /** As answered: without forecasts there is no order by them, and behind the last page is the last page. */
      readonly query: CustomersQuery;
      /** False while rules answer: chances and money are then not known. */
      readonly forecast: boolean;
      /** True when Shopify could not be asked whom a name belongs to: only codes were searched. */
      readonly codesOnly: boolean;
      readonly total: number;
      readonly pageSize: number;
      readonly rows: readonly CustomerAtRiskView[];
      readonly savedFilters: readonly SavedFilter[];
    };
