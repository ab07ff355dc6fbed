import { useLocation, useNavigation, useSubmit } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { embeddedPath } from './embedded-path';

/** How a page begins a rescue: where its form goes, and whether one is on its way. */
export interface RescueStart {
  readonly action: string;
  readonly starting: boolean;
  readonly submit: (form: HTMLFormElement) => void;
}

const RESCUES = '/app/rescues';

/** Posts a rescue's form inside of the app. A second click before the page has changed is not a second rescue. */
export function useRescueStart(): RescueStart {
  const submit = useSubmit();
  const { state, formAction } = useNavigation();
  const action = embeddedPath(RESCUES, useLocation().search);
  const sent = useRef(false);
  const idle = state === 'idle';
  useEffect(() => {
    if (idle) sent.current = false;
  }, [idle]);
  return {
    action,
    starting: !idle && (formAction ?? '').startsWith(RESCUES),
    submit: (form) => {
      if (sent.current) return;
      sent.current = true;
      submit(form, { method: 'post', action });
    },
  };
}
