import { Prisma } from '../generated/prisma/client';

/** Share of customers, from the top by value so far, who are VIPs. */
export const VIP_SHARE = 0.1;
/** Days without an order after which a VIP is silent. */
const SILENT_DAYS = 60;

/**
 * Rows of the VIPs of a run who have been away for long.
 *
 * Taken in the order of value so far, and only then asked how long: row-level security lets the server use an index for an
 * order, but not for a comparison of what it has to work out.
 * @param run condition of the shop and the run
 * @param vips how many VIPs it has
 */
export function silentVips(run: Prisma.Sql, vips: number): Prisma.Sql {
  return Prisma.sql`
    SELECT * FROM (
      SELECT * FROM customer_prediction
      WHERE ${run} ORDER BY orders_counted * monetary_value DESC, customer_id DESC LIMIT ${vips}::int
    ) AS vip
    WHERE age_days - recency_days > ${SILENT_DAYS}::int AND monetary_value > 0`;
}
