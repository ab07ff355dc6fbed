import { ConnectorError } from '~/connectors/contract';
import type { ServiceContext } from '../context';
import type { ExportOutcome } from '../views/export-view';

/** Turns a source that could not be read into the sentence that says so; anything else is a fault and is thrown. */
export async function refuseOnFailure(
  { log }: ServiceContext,
  shopId: string,
  work: () => Promise<ExportOutcome>,
): Promise<ExportOutcome> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    log.warn({ shopId, code: error.code }, 'contacts for an export not read');
    return { state: 'refused', error: error.code, leftOut: {} };
  }
}
