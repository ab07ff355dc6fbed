import type { Shop } from '~/data/shops/shop';
import type { CustomerFilter } from '~/domain/customer-filter';
import type { ServiceContext } from '../context';
import { selectedCustomers } from '../selected-customers';
import { LARGEST_EXPORT } from '../views/export-view';

/** Customers picked by hand, or all that a list's filter shows. */
export type CustomersSelection =
  | { readonly kind: 'customers'; readonly customerIds: readonly string[] }
  | { readonly kind: 'filter'; readonly filter: CustomerFilter };

export interface SelectedForExport {
  /** Each once, the most valuable first where a filter chose them; at most {@link LARGEST_EXPORT}. */
  readonly customerIds: readonly string[];
  /** How many more there would be. */
  readonly beyondLimit: number;
}

/**
 * @param pipelineRunId the pass that the figures come from
 * @throws ConnectorError when a name was searched for and Shopify does not answer
 */
export async function selectCustomers(
  context: ServiceContext,
  shop: Shop,
  pipelineRunId: string,
  selection: CustomersSelection,
  signal: AbortSignal,
): Promise<SelectedForExport> {
  const { customerIds, total } =
    selection.kind === 'customers'
      ? firstOf([...new Set(selection.customerIds)])
      : await selectedCustomers(context, shop, pipelineRunId, selection.filter, LARGEST_EXPORT, signal);
  return { customerIds, beyondLimit: total - customerIds.length };
}

function firstOf(customerIds: readonly string[]): { customerIds: readonly string[]; total: number } {
  return { customerIds: customerIds.slice(0, LARGEST_EXPORT), total: customerIds.length };
}
