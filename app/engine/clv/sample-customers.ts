import type { PurchaseGroups } from './purchase-groups';
import type { RfmSummary } from './rfm-summary';

/**
 * A stratified sample: every k-th customer in the order of their history (frequency, age, recency, revenue, then the
 * purchases in between), so that it looks like the shop and does not depend on names, money units or the order of rows.
 * @returns places in the summarised rows, ascending; all of them where the shop is no larger than `size`
 */
export function sampleCustomers(summary: RfmSummary, groups: PurchaseGroups, size: number): Int32Array {
  const customers = summary.rowCustomer.length;
  if (customers <= size) return summary.rowCustomer.slice();
  const ofGroup = membersByGroup(groups);
  const step = customers / size;
  const chosen: number[] = [];
  let next = step / 2;
  let before = 0;
  for (let g = 0; g < groups.size; g++) {
    const members = ofGroup.members.subarray(ofGroup.start[g], ofGroup.start[g + 1]);
    const after = before + members.length;
    if (next < after) {
      if (members.length > 1) members.sort((a, b) => differenceOf(summary, a, b));
      for (; next < after; next += step)
        chosen.push(summary.rowCustomer[members[Math.floor(next) - before]!]!);
    }
    before = after;
  }
  return Int32Array.from(chosen).sort();
}

/** Where all orders are worth the same, or nothing is known of it, their days alone tell customers of a group apart. */
function differenceOf({ revenue, lastGap, logGaps }: RfmSummary, a: number, b: number): number {
  return revenue[a]! - revenue[b]! || lastGap[a]! - lastGap[b]! || logGaps[a]! - logGaps[b]!;
}

function membersByGroup({ size, ofCustomer }: PurchaseGroups): {
  readonly start: Int32Array;
  readonly members: Int32Array;
} {
  const start = new Int32Array(size + 1);
  for (const group of ofCustomer) start[group + 1]!++;
  for (let g = 0; g < size; g++) start[g + 1]! += start[g]!;
  const next = start.slice();
  const members = new Int32Array(ofCustomer.length);
  ofCustomer.forEach((group, customer) => (members[next[group]!++] = customer));
  return { start, members };
}
