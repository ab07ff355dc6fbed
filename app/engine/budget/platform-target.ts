import type { Estimate } from '~/domain/estimate';
import { responseDraws, type ResponseTable } from './response-table';
import { summariseDraws } from './summarise-draws';

/** What to type into the ad platform so that it bids for the planned spend. */
export interface PlatformTarget {
  readonly name: string;
  /** Revenue for each unit of spend, on average over the planned spend: the platform's tROAS is an average too. */
  readonly targetRoas: Estimate;
  /** Currency units for each order; null where the value of an order is not known. */
  readonly targetCpa: Estimate | null;
}

/**
 * Targets of the channels that spend anything. Platforms count what they claim, not what they cause: where the two
 * differ, the target wants the channel's own ratio of claimed to caused revenue on top.
 * @param dailyMinor spend a day of each channel of the table
 * @param revenuePerOrder currency units; null when not known
 */
export function platformTargets(
  table: ResponseTable,
  dailyMinor: readonly number[],
  revenuePerOrder: number | null,
  minorPerUnit = 100,
): readonly PlatformTarget[] {
  return table.channels.flatMap((response, i) => {
    const daily = dailyMinor[i]! / minorPerUnit;
    if (!(daily > 0)) return [];
    const spent = daily * table.horizonDays;
    const targetRoas = summariseDraws(
      responseDraws(response, table.drawCount, daily).map((revenue) => revenue / spent),
    );
    return [{ name: response.name, targetRoas, targetCpa: cpaOf(targetRoas, revenuePerOrder) }];
  });
}

/** Cost over expected orders; the mean of the ratio itself has no bound where a channel may bring nothing. */
function cpaOf({ mean, low, high, level }: Estimate, revenuePerOrder: number | null): Estimate | null {
  if (revenuePerOrder === null || !(low > 0)) return null;
  return { mean: revenuePerOrder / mean, low: revenuePerOrder / high, high: revenuePerOrder / low, level };
}
