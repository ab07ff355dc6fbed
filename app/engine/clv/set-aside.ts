import type { RfmSummary } from './rfm-summary';
import { wholesaleMask } from './wholesale';

export interface SetAside {
  /** 1 for customers who are predicted but do not shape the fit. */
  readonly mask: Uint8Array;
  readonly wholesale: number;
  /** Customers who bought before the data begin, whether they are set aside or not. */
  readonly older: number;
}

/** Fewer customers than this share teach too little about the rest. */
const LEAST_SHARE_LEFT = 0.3;
const FEWEST_REPEAT_CUSTOMERS = 100;

/**
 * Wholesale buyers, and customers whose first orders the data do not hold: what looks like their first purchase is
 * not, so they would teach the model that new customers buy as old ones do. They stay in where too few would be left.
 */
export function setAsideCustomers(summary: RfmSummary): SetAside {
  const mask = wholesaleMask(summary);
  const wholesale = count(mask);
  const older = count(summary.olderThanData);
  let left = 0;
  let repeatLeft = 0;
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 1 || summary.olderThanData[i] === 1) continue;
    left++;
    if (summary.frequency[i]! > 0) repeatLeft++;
  }
  if (left >= LEAST_SHARE_LEFT * mask.length && repeatLeft >= FEWEST_REPEAT_CUSTOMERS) {
    for (let i = 0; i < mask.length; i++) mask[i]! |= summary.olderThanData[i]!;
  }
  return { mask, wholesale, older };
}

function count(mask: Uint8Array): number {
  return mask.reduce((sum, marked) => sum + marked, 0);
}
