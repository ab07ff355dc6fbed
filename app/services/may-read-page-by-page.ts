import { ConnectorError } from '~/connectors/contract';

const CODES: ReadonlySet<string> = new Set(['bulk-refused', 'bulk-failed', 'truncated', 'expired-url']);

/** True for failures of an export after which the slower way is still open. */
export function mayReadPageByPage(error: unknown): boolean {
  return error instanceof ConnectorError && CODES.has(error.code);
}
