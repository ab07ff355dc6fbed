/** Below this, the customer has left already; above the other, nothing is wrong yet. */
const ALIVE_AT_LEAST = 0.1;
const ALIVE_AT_MOST = 0.7;

/**
 * On the way out: came more than once, is overdue, and may still be there. One-time buyers never came back in the first
 * place, and whoever almost certainly left long ago is lost, not leaving.
 * @param frequency repeat purchases
 * @param pAlive probability that the customer has not left; `null` where no churn is detectable
 */
export function isLeaving(frequency: number, pAlive: number | null): boolean {
  return frequency >= 1 && pAlive !== null && pAlive >= ALIVE_AT_LEAST && pAlive <= ALIVE_AT_MOST;
}
