import { daysPerRow } from '../../budget/spend-levels';
import type { MarketingWorld } from './marketing-world';

/** An experiment in a simulated shop. Days since 1970-01-01, both included. */
export interface LiftPlan {
  readonly channels: readonly string[];
  readonly firstDay: number;
  readonly lastDay: number;
  /** Last day on which revenue is compared; default `lastDay`. */
  readonly measuredUntil?: number;
  /** Part of the spend that is taken away. Default 1. */
  readonly removedShare?: number;
}

/**
 * The true answer of an experiment: revenue of the measured rows that the spend of these rows brought, carry-over
 * included. Weekly rows belong to it by their first day.
 */
export function trueLift({ series, truth }: MarketingWorld, plan: LiftPlan): number {
  const { channels, firstDay, lastDay, measuredUntil = lastDay, removedShare = 1 } = plan;
  const rowDays = daysPerRow(series.granularity);
  let lift = 0;
  truth.channels.forEach((channel, i) => {
    if (!channels.includes(channel.name)) return;
    const { beta, theta, halfSaturation, slope, effectiveness } = channel;
    const response = (stock: number) => (stock > 0 ? beta / (1 + (halfSaturation / stock) ** slope) : 0);
    let run = 0;
    let without = 0;
    series.channels[i]!.spend.forEach((spend, row) => {
      const day = series.firstDay + row * rowDays;
      const kept = day >= firstDay && day <= lastDay ? 1 - removedShare : 1;
      run = (1 - theta) * spend + theta * run;
      without = (1 - theta) * kept * spend + theta * without;
      if (day <= measuredUntil) lift += effectiveness[row]! * (response(run) - response(without));
    });
  });
  return lift;
}
