import type { Logger } from '~/observability/logger.server';

const REPEAT_AFTER_MS = 30_000;

/** Reports errors of a connection: the first at once, then one in thirty seconds, with how many were left out. */
export function createOutageLog(log: Logger): (err: unknown) => void {
  let mutedUntil = -Infinity;
  let muted = 0;
  return (err) => {
    if (performance.now() < mutedUntil) {
      muted += 1;
      return;
    }
    log.warn({ err, muted }, 'the job queue has trouble; it keeps trying');
    mutedUntil = performance.now() + REPEAT_AFTER_MS;
    muted = 0;
  };
}
