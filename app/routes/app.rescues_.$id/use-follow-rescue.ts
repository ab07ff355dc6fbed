import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import type { RescueStatus, RescueView } from '~/services/views/rescue-view';

const POLL_MS = 1_000;
/** A job is at it: what the page shows will change by itself. */
const AT_WORK: ReadonlySet<RescueStatus> = new Set(['checking', 'creating', 'undoing']);

/** Looks again while a job works on the rescue. */
export function useFollowRescue(view: RescueView): void {
  const { revalidate, state } = useRevalidator();
  const working = view.state === 'known' && AT_WORK.has(view.status);
  useEffect(() => {
    if (!working || state !== 'idle') return undefined;
    const timer = setTimeout(() => {
      if (!document.hidden) revalidate();
    }, POLL_MS);
    return () => clearTimeout(timer);
  }, [working, state, revalidate, view]);
}
