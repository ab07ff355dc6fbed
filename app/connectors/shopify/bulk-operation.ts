import { ConnectorError, type SourceProgress } from '../contract';
import type { ShopifyClient } from './client';
import { BULK_START, BULK_STATUS } from './operations';
import { type BulkOperationNode, bulkStartSchema, bulkStatusSchema } from './schemas';

const FIRST_POLL_MS = 250;
const LONGEST_POLL_MS = 5_000;

/** Starts an export of the query. @returns its id @throws ConnectorError, `bulk-refused` when Shopify will not */
export async function startExport(
  client: ShopifyClient,
  query: string,
  signal?: AbortSignal,
): Promise<string> {
  const answer = await client
    .request(BULK_START, bulkStartSchema, { query }, signal)
    .catch((error: unknown) => {
      // Since November 2026 exports are allowed app by app: the mutation itself may be denied. Should the scopes be
      // what is missing, the paginated way says so.
      if (error instanceof ConnectorError && (error.code === 'missing-scope' || error.code === 'forbidden')) {
        throw new ConnectorError('bulk-refused', 'Shopify does not let this app export', { cause: error });
      }
      throw error;
    });
  const result = answer.bulkOperationRunQuery;
  if (result && result.userErrors.length === 0 && result.bulkOperation) return result.bulkOperation.id;
  const reasons = (result?.userErrors ?? []).map(({ code, message }) => `${code ?? 'no code'}: ${message}`);
  throw new ConnectorError('bulk-refused', `the export was refused (${reasons.join('; ')})`);
}

export interface ExportResult {
  /** `null` when nothing matched. */
  readonly url: string | null;
  /** Lines that the file has. */
  readonly objectCount: number;
  /** ISO instant at which it was asked for: later changes may be missing. */
  readonly asOf: string;
}

/**
 * Waits until an export has ended.
 * @returns `null` when Shopify no longer knows it or ended it without failure (cancelled, expired): start another
 * @throws ConnectorError `bulk-failed`, or `missing-scope`/`forbidden` where that is why
 */
export async function awaitExport(
  client: ShopifyClient,
  id: string,
  options: {
    readonly onProgress?: ((progress: SourceProgress) => void) | undefined;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<ExportResult | null> {
  let pollMs = FIRST_POLL_MS;
  for (;;) {
    const { bulkOperation } = await client.request(BULK_STATUS, bulkStatusSchema, { id }, options.signal);
    if (!bulkOperation) return null;
    const objectCount = Number(bulkOperation.objectCount);
    options.onProgress?.({ phase: 'exporting', done: objectCount, total: null });
    switch (bulkOperation.status) {
      case 'COMPLETED':
        return completed(bulkOperation, objectCount);
      case 'FAILED':
        throw failed(bulkOperation);
      case 'CANCELED':
      case 'CANCELING':
      case 'EXPIRED':
        return null;
      case 'CREATED':
      case 'RUNNING':
        await client.sleep(pollMs, options.signal);
        pollMs = Math.min(LONGEST_POLL_MS, pollMs * 1.5);
    }
  }
}

function completed(operation: BulkOperationNode, objectCount: number): ExportResult {
  const url = operation.url ?? null;
  if (url === null && objectCount > 0) {
    throw new ConnectorError('expired-url', 'the export no longer has a result');
  }
  return { url, objectCount, asOf: operation.createdAt };
}

function failed(operation: BulkOperationNode): ConnectorError {
  const reason = operation.errorCode ?? 'no reason given';
  if (operation.errorCode === 'ACCESS_DENIED') {
    return new ConnectorError('missing-scope', 'the export was denied access', {
      scopes: ['read_orders', 'read_customers'],
    });
  }
  return new ConnectorError('bulk-failed', `the export failed: ${reason}`);
}
