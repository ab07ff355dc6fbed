import type { ResponseCell } from './fit-response';
import { logOdds } from './log-odds';
import type { CustomerOutcome } from './measure-outcome';
import type { Offer } from './offer';

/** Within half a unit of log-odds customers are alike enough for one mean. */
const WIDTH = 0.5;

/** What a campaign taught, for {@link fitResponse}: its customers counted by offer and baseline, their windows over. */
export function responseCells(customers: readonly CustomerOutcome[]): readonly ResponseCell[] {
  const cells = new Map<string, { offer: Offer; customers: number; bought: number; chances: number }>();
  for (const { candidate, arm, discount, bought } of customers) {
    const offer: Offer = arm === 'contacted' ? discount : 'leave-alone';
    const key = `${offer} ${Math.round(logOdds(candidate.baseline) / WIDTH)}`;
    const cell = cells.get(key) ?? { offer, customers: 0, bought: 0, chances: 0 };
    cell.customers++;
    if (bought) cell.bought++;
    cell.chances += candidate.baseline;
    cells.set(key, cell);
  }
  return [...cells.values()].map(({ offer, customers: count, bought, chances }) => ({
    offer,
    customers: count,
    bought,
    baseline: chances / count,
  }));
}
