import type { RunView } from '~/services/views/run-view';

/**
 * Which of two readings of "the shop's run" a page shows: the one it was loaded with, or the one polled since.
 * A polled run that is done while the page was loaded without a run is old news: its numbers are the page's.
 */
export function newestRun(loaded: RunView | null, polled: RunView | null): RunView | null {
  if (!polled) return loaded;
  if (!loaded) return polled.status === 'running' ? polled : null;
  if (loaded.runId === polled.runId) return loaded.status === 'running' ? polled : loaded;
  return polled.startedAt > loaded.startedAt ? polled : loaded;
}
