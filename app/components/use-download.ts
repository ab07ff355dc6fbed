import { useCallback, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocale } from '~/i18n/use-locale';
import type { LeftOut } from '~/services/views/export-view';
import { exportErrorText, leftOutTexts } from './export-words';
import { fetchExport } from './fetch-export';
import { saveFile } from './save-file';

export type DownloadState =
  | 'idle'
  | 'busy'
  /** A sentence for the merchant. */
  | { readonly error: string }
  | { readonly done: { readonly rows: number; readonly leftOut: LeftOut } };

export interface Download {
  /** Asks for a file and saves it; a second call while one is under way does nothing. */
  readonly download: (url: string, form: FormData) => void;
  readonly state: DownloadState;
}

/** Files that the server makes on request, written as the page is. */
export function useDownload(): Download {
  const t = useTranslations();
  const { tag } = useLocale();
  const [state, setState] = useState<DownloadState>('idle');
  const busy = useRef(false);

  const download = useCallback(
    (url: string, form: FormData): void => {
      if (busy.current) return;
      busy.current = true;
      setState('busy');
      form.set('locale', tag);
      void fetchExport(url, form).then((fetched) => {
        busy.current = false;
        const { leftOut } = fetched;
        if (fetched.state === 'refused') {
          const sentences = [exportErrorText(t, fetched.error), ...leftOutTexts(t, leftOut)];
          setState({ error: sentences.join(' ') });
          return;
        }
        saveFile(fetched.file, fetched.fileName);
        setState({ done: { rows: fetched.rows, leftOut } });
      });
    },
    [t, tag],
  );
  return { download, state };
}
