import type { Clock } from '~/domain/clock';

/** A clock that stands at `start` when the real one stands at `realStart`, runs on with it, and can be moved ahead. */
export interface DemoClock extends Clock {
  /** How far it is ahead of where it would be by itself. Settable: the same twice is the same time. */
  aheadMs: number;
}

export function demoClock(start: Date, realStart: Date): DemoClock {
  const shift = start.getTime() - realStart.getTime();
  const clock: DemoClock = { aheadMs: 0, now: () => new Date(Date.now() + shift + clock.aheadMs) };
  return clock;
}
