const USUAL_HORIZON_DAYS = 91;
const SHORTEST_HORIZON_DAYS = 14;
const MOST_ORIGINS = 4;
/** A window is at most this share of the history... */
const WINDOWS_IN_HISTORY = 4;
/** ...and a look back has at least so many windows before it to learn from. */
const WINDOWS_BEFORE = 2;

export interface OriginPlan {
  readonly horizonDays: number;
  /** Days since 1970-01-01, the most recent first. */
  readonly days: readonly number[];
}

/**
 * From which days a shop can be looked back at: up to four, a quarter of a year apart (less in a short history), each
 * with twice its window behind it. Windows do not overlap, so that no purchase is counted twice.
 * @returns no days where the history is too short
 */
export function planOrigins(firstDay: number, nowDay: number): OriginPlan {
  const history = nowDay - firstDay;
  const horizonDays = Math.min(USUAL_HORIZON_DAYS, Math.floor(history / WINDOWS_IN_HISTORY));
  const days: number[] = [];
  if (horizonDays < SHORTEST_HORIZON_DAYS) return { horizonDays, days };
  for (let i = 1; i <= MOST_ORIGINS; i++) {
    const day = nowDay - i * horizonDays;
    if (day - firstDay >= WINDOWS_BEFORE * horizonDays) days.push(day);
  }
  return { horizonDays, days };
}
