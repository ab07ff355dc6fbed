import { useTranslations } from 'use-intl';
import type { Translate } from '~/i18n/translator';
import { leftOutTexts } from './export-words';
import type { DownloadState } from './use-download';

/** What became of a download, read out when it changes: there from the start, so that screen readers notice. */
export function DownloadStatus({ state }: { readonly state: DownloadState }) {
  const t = useTranslations();
  return (
    <p className="tm-muted" role="status" aria-live="polite">
      {statusText(t, state)}
    </p>
  );
}

function statusText(t: Translate, state: DownloadState): string {
  if (state === 'idle') return '';
  if (state === 'busy') return t('exports.busy');
  if ('error' in state) return state.error;
  const { rows, leftOut } = state.done;
  return [t('exports.done', { rows }), ...leftOutTexts(t, leftOut)].join(' ');
}
