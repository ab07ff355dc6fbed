import type { Clock } from '~/domain/clock';

/** A clock that stands at `start` when the real one stands at `realStart`, and runs on with it. */
export function shiftedClock(start: Date, realStart: Date): Clock {
  const shift = start.getTime() - realStart.getTime();
  return { now: () => new Date(Date.now() + shift) };
}
