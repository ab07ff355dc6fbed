import { z } from 'zod';
import type { Clock } from '~/domain/clock';

const queryCostSchema = z.object({
  requestedQueryCost: z.number(),
  actualQueryCost: z.number().nullish(),
  throttleStatus: z.object({
    maximumAvailable: z.number().positive(),
    currentlyAvailable: z.number(),
    restoreRate: z.number().positive(),
  }),
});

/** `extensions.cost` of an answer, in Shopify's cost points; the bucket refills by `restoreRate` points a second. */
export type QueryCost = z.infer<typeof queryCostSchema>;

export function queryCostOf(extensions: unknown): QueryCost | null {
  const parsed = z.looseObject({ cost: queryCostSchema }).safeParse(extensions);
  return parsed.success ? parsed.data.cost : null;
}

export interface CostGauge {
  /** Reserves the points that the operation asked for last time; returns how long to wait first, in milliseconds. */
  reserve(operation: string): number;
  /** Corrects our picture of the bucket by what the source says. */
  record(operation: string, cost: QueryCost): void;
}

/**
 * Our picture of the shop's bucket, so that we wait before a query would be refused instead of after. Other processes
 * draw from the same bucket: a THROTTLED answer is still possible and handled apart.
 */
export function createCostGauge(clock: Clock): CostGauge {
  const requested = new Map<string, number>();
  let bucket: { available: number; at: number; restoreRate: number; maximum: number } | null = null;

  return {
    reserve(operation) {
      const points = requested.get(operation);
      if (bucket === null || points === undefined) return 0;
      const now = clock.now().getTime();
      const restored = ((now - bucket.at) / 1000) * bucket.restoreRate;
      // May go below zero: the next caller then waits for both.
      const left = Math.min(bucket.maximum, bucket.available + Math.max(0, restored)) - points;
      bucket = { ...bucket, available: left, at: now };
      return left >= 0 ? 0 : Math.ceil((-left / bucket.restoreRate) * 1000);
    },
    record(operation, cost) {
      const { maximumAvailable, currentlyAvailable, restoreRate } = cost.throttleStatus;
      requested.set(operation, Math.min(cost.requestedQueryCost, maximumAvailable));
      bucket = {
        available: currentlyAvailable,
        at: clock.now().getTime(),
        restoreRate,
        maximum: maximumAvailable,
      };
    },
  };
}
