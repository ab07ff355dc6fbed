/**
 * Orders in columns, one entry a row: cheap to build from a file or a database, cheap to hand to a worker thread.
 * Rows may come in any order.
 */
export interface OrderColumns {
  /** The source's ids; entry `i` is the customer that `customer[row] === i` means. */
  readonly customerIds: readonly string[];
  /** Index into `customerIds`. */
  readonly customer: Int32Array;
  /** Days since 1970-01-01 in the shop's time zone. */
  readonly day: Int32Array;
  /** Net amount in currency units; negative rows are refunds. `null` where the source knows no amounts. */
  readonly revenue: Float64Array | null;
  /** Of each of `customerIds`: 1 where the source knows earlier orders than these rows. Absent where nobody can tell. */
  readonly olderThanData?: Uint8Array;
}
