import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 100;

/** Waits until something is so. @throws Error with `explain()` when it is not in time, and what `isSo` throws at once */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  withinMs: number,
  explain: () => string,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms: ${explain()}`);
    await pause(POLL_MS);
  }
}
