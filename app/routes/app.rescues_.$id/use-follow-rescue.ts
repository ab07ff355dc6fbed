import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { isAtWork } from '~/domain/rescue-status';
import type { RescueView } from '~/services/views/rescue-view';

const POLL_MS = 1_000;

/** Looks again while a job works on the rescue. */
export function useFollowRescue(view: RescueView): void {
  const { revalidate, state } = useRevalidator();
  const working = view.state === 'known' && isAtWork(view.status);
  useEffect(() => {
    if (!working || state !== 'idle') return undefined;
    const timer = setTimeout(() => {
      if (!document.hidden) revalidate();
    }, POLL_MS);
    return () => clearTimeout(timer);
  }, [working, state, revalidate, view]);
}
