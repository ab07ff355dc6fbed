export type Granularity = 'daily' | 'weekly';

/** One row a day or week, ascending, no gaps. Money in currency units. */
export interface MarketingSeries {
  readonly granularity: Granularity;
  /** First day of the first row, days since 1970-01-01; row t is firstDay + t * (1 or 7). */
  readonly firstDay: number;
  readonly revenue: Float64Array;
  readonly channels: readonly { readonly name: string; readonly spend: Float64Array }[];
  readonly controls: readonly { readonly name: string; readonly values: Float64Array }[];
  /** ISO 3166-1 alpha-2, for holidays and sale events; null for none. */
  readonly country: string | null;
}
