import { ConnectorError, type SourceProgress } from '../contract';
import { awaitExport, startExport } from './bulk-operation';
import type { ShopifyClient } from './client';
import { type ExportFile, downloadExport } from './export-file';

export interface ExportOptions {
  /** An export started before a crash, whose id was stored by `onStarted`: waited for instead of starting another. */
  readonly resumeOperationId?: string;
  /** Called before the wait begins; awaited, so that the id is safe before anything can be lost. */
  readonly onStarted?: (operationId: string) => void | Promise<void>;
  /**
   * Called with the ISO instant at which the export that is about to be read was asked for. A resumed one may be days
   * old: reading changes has to go on from this instant, not from now.
   */
  readonly onAsOf?: (instant: string) => void;
  readonly onProgress?: (progress: SourceProgress) => void;
  readonly signal?: AbortSignal;
}

/** Exports we start before giving up: the stored one may be gone, and its successor's result may be broken. */
const MAX_EXPORTS = 3;
const MAX_DOWNLOADS = 3;

/**
 * Runs an export to its end and downloads its result.
 * @returns `null` when nothing matched
 * @throws ConnectorError; with `bulk-refused`, `bulk-failed` and `truncated` the paginated way is still open
 */
export async function runExport(
  client: ShopifyClient,
  query: string,
  options: ExportOptions,
): Promise<ExportFile | null> {
  let id = options.resumeOperationId;
  let lastFailure = new ConnectorError('bulk-failed', 'the export was cancelled');
  for (let exports = 0; exports < MAX_EXPORTS; exports += 1) {
    if (id === undefined) {
      id = await startExport(client, query, options.signal);
      await options.onStarted?.(id);
    }
    try {
      const outcome = await collect(client, id, options);
      if (outcome !== 'gone') return outcome;
    } catch (error) {
      const resumed = id === options.resumeOperationId;
      if (!(error instanceof ConnectorError) || !worthAnother(error, resumed)) throw error;
      lastFailure = error;
    }
    id = undefined;
  }
  throw lastFailure;
}

/** A result that stays out of reach is made anew; an old export's failure says nothing about a new one. */
function worthAnother(error: ConnectorError, resumed: boolean): boolean {
  return error.code === 'expired-url' || (resumed && error.code === 'bulk-failed');
}

async function collect(
  client: ShopifyClient,
  id: string,
  options: ExportOptions,
): Promise<ExportFile | null | 'gone'> {
  for (let downloads = 1; ; downloads += 1) {
    // Asked again before each download: that is how a fresh address is had.
    const result = await awaitExport(client, id, options);
    if (result === null) return 'gone';
    options.onAsOf?.(result.asOf);
    if (result.url === null) return null;
    try {
      return await downloadExport(client, { url: result.url, objectCount: result.objectCount }, options);
    } catch (error) {
      const again =
        error instanceof ConnectorError && ['truncated', 'expired-url', 'unavailable'].includes(error.code);
      if (!again || downloads >= MAX_DOWNLOADS) throw error;
    }
  }
}
