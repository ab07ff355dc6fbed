import type { Logger } from '~/observability/logger.server';

interface ShutdownOptions {
  readonly log: Logger;
  /** Stops the process's work in order: listeners, workers, pools, connections. */
  readonly close: () => Promise<void>;
  /** After this the process ends whatever `close` does. */
  readonly limitMs: number;
  /** The process, in tests something less final. */
  readonly process?: Pick<NodeJS.Process, 'on' | 'off' | 'exit'>;
}

/**
 * On the first SIGTERM or SIGINT closes and exits (0 when it went well, 1 when not or not in time); a second signal exits
 * at once.
 *
 * @returns takes the signal handlers off again
 */
export function onShutdown(options: ShutdownOptions): () => void {
  const { log, close, limitMs, process: target = process } = options;
  let begun = false;

  const stop = (signal: NodeJS.Signals): void => {
    if (begun) {
      log.warn({ signal }, 'second signal: leaving at once');
      target.exit(1);
      return;
    }
    begun = true;
    log.info({ signal }, 'shutting down');
    const limit = setTimeout(() => {
      log.error({ limitMs }, 'shutdown took too long');
      target.exit(1);
    }, limitMs);
    close()
      .then(
        () => 0,
        (err: unknown) => {
          log.error({ err }, 'shutdown failed');
          return 1;
        },
      )
      .then((code) => {
        clearTimeout(limit);
        target.exit(code);
      })
      .catch(() => undefined);
  };

  target.on('SIGTERM', stop);
  target.on('SIGINT', stop);
  return () => {
    target.off('SIGTERM', stop);
    target.off('SIGINT', stop);
  };
}
