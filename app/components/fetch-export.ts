import { LEFT_OUT_HEADER, LEFT_OUT_REASONS, ROWS_HEADER, type LeftOut } from '~/services/views/export-view';

export type FetchedExport =
  | {
      readonly state: 'file';
      readonly file: Blob;
      readonly fileName: string;
      readonly rows: number;
      readonly leftOut: LeftOut;
    }
  | { readonly state: 'refused'; readonly error: string; readonly leftOut: LeftOut };

/** App Bridge adds the session token to requests of the page's own origin. */
export async function fetchExport(url: string, form: FormData): Promise<FetchedExport> {
  try {
    const response = await fetch(url, { method: 'POST', body: form });
    if (!response.ok) return await readRefusal(response);
    // A file that was cut off on its way makes this fail, so that no half of it is saved.
    const file = await response.blob();
    return {
      ...{ state: 'file', file },
      fileName: fileNameOf(response.headers.get('Content-Disposition')),
      rows: Number(response.headers.get(ROWS_HEADER) ?? 0),
      leftOut: readLeftOut(parsed(response.headers.get(LEFT_OUT_HEADER))),
    };
  } catch {
    return { state: 'refused', error: 'connection', leftOut: {} };
  }
}

async function readRefusal(response: Response): Promise<FetchedExport> {
  const body: unknown = parsed(await response.text());
  const known = typeof body === 'object' && body !== null && 'error' in body ? body : null;
  const error = typeof known?.error === 'string' ? known.error : String(response.status);
  return {
    ...{ state: 'refused', error },
    leftOut: readLeftOut(known && 'leftOut' in known ? known.leftOut : null),
  };
}

function fileNameOf(disposition: string | null): string {
  return /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? 'timon.csv';
}

function readLeftOut(value: unknown): LeftOut {
  if (typeof value !== 'object' || value === null) return {};
  const counts = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    LEFT_OUT_REASONS.flatMap((reason) => {
      const count = counts[reason];
      return typeof count === 'number' && count > 0 ? [[reason, count]] : [];
    }),
  );
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json);
  } catch {
    return null;
  }
}
