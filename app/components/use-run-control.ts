import { useFetcher, useRevalidator } from '@remix-run/react';
import { useEffect, useState } from 'react';
import type { RunView } from '~/services/views/run-view';
import { newestRun } from './newest-run';
import type { RunControl } from './run-card';

const POLL_MS = 1_500;

/**
 * Follows the shop's run while it works and reloads the page's numbers when it ends.
 * A poll that fails is simply repeated: a blink of the network must not replace a page of numbers by an error.
 */
export function useRunControl(loaded: RunView | null): RunControl {
  const [polled, setPolled] = useState<RunView | null>(null);
  const { revalidate } = useRevalidator();
  const starter = useFetcher();
  const run = newestRun(loaded, polled);
  const runningId = run?.status === 'running' ? run.runId : null;

  useEffect(() => {
    if (runningId === null) return undefined;
    let stopped = false;
    const poll = async (): Promise<void> => {
      if (document.hidden) return;
      const fresh = await readRun().catch(() => undefined);
      if (stopped || fresh === undefined) return;
      setPolled(fresh);
      if (fresh?.runId !== runningId || fresh.status !== 'running') revalidate();
    };
    const timer = setInterval(() => void poll(), POLL_MS);
    return () => {
      stopped = true;
      clearInterval(timer);
    };
  }, [runningId, revalidate]);

  return {
    run,
    start: () => starter.submit({}, { method: 'post', action: '/api/run' }),
    starting: starter.state !== 'idle',
  };
}

/** App Bridge adds the session token to requests of the page's own origin. */
async function readRun(): Promise<RunView | null> {
  const response = await fetch('/api/run', { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`run status answered ${response.status}`);
  const body = (await response.json()) as { run: RunView | null };
  return body.run;
}
