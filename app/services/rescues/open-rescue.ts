import { createHash, randomBytes } from 'node:crypto';
import { openCampaign } from '~/data/rescue/open-campaign';
import type { CustomerFilter, SmartFilter } from '~/domain/customer-filter';
import { isoDay } from '~/domain/iso-day';
import type { ServiceContext } from '../context';
import { readInsights, requireShop } from '../read-dashboard';
import { selectedCustomerIds } from '../selected-customers';
import { enqueueStep } from './enqueue-step';
import type { StoredSelection } from './stored-rescue';

/** Whom the merchant wants to win back. */
export type RescueSelection =
  | { readonly kind: 'recommended' }
  | ({ readonly kind: 'filter' } & CustomerFilter)
  | { readonly kind: 'customers'; readonly customerIds: readonly string[] };

export type OpenedRescue =
  | { readonly status: 'opened'; readonly campaignId: string }
  /** There are no forecasts to plan with yet. */
  | { readonly status: 'no-forecast' }
  | { readonly status: 'nobody-selected' };

const SALT_BYTES = 24;

/**
 * Begins a rescue of a group; the same group again, while it is being prepared, is the same rescue.
 * @throws ConnectorError when a name was searched for and Shopify does not answer
 */
export async function openRescue(
  context: ServiceContext,
  shopId: string,
  selection: RescueSelection,
  by: { readonly actor: string; readonly language: 'es' | 'en' },
): Promise<OpenedRescue> {
  const { db, clock } = context;
  const insights = await readInsights(context, shopId);
  if (insights?.customerForecasts == null) return { status: 'no-forecast' };
  const wanted = await withoutSearch(context, shopId, selection, insights.runId);
  const pickedIds = wanted.kind === 'customers' ? [...new Set(wanted.customerIds)].sort() : [];
  if (wanted.kind === 'customers' && pickedIds.length === 0) return { status: 'nobody-selected' };
  const { campaign } = await openCampaign(db, shopId, {
    selection: storedSelection(wanted, pickedIds),
    pickedIds,
    pipelineRunId: insights.runId,
    analysisDay: isoDay(insights.analysisDay),
    language: by.language,
    salt: randomBytes(SALT_BYTES).toString('base64url'),
    createdBy: by.actor,
    at: clock.now(),
  });
  // Also for one that was found: its first job may have been lost with a queue that was away.
  if (campaign.status === 'checking') {
    await enqueueStep(context, shopId, campaign.id, campaign.status);
  }
  return { status: 'opened', campaignId: campaign.id };
}

/** What was searched for may be a name: those who were found are kept, not the words. */
async function withoutSearch(
  context: ServiceContext,
  shopId: string,
  selection: RescueSelection,
  runId: string,
): Promise<
  | Exclude<RescueSelection, { kind: 'filter' }>
  | { readonly kind: 'filter'; readonly smart: SmartFilter | null }
> {
  if (selection.kind !== 'filter') return selection;
  const { smart, search } = selection;
  if (search === null) return { kind: 'filter', smart };
  const shop = await requireShop(context, shopId);
  const customerIds = await selectedCustomerIds(context, shop, runId, { smart, search });
  return { kind: 'customers', customerIds };
}

function storedSelection(
  selection: Awaited<ReturnType<typeof withoutSearch>>,
  pickedIds: readonly string[],
): StoredSelection {
  if (selection.kind === 'recommended') return { kind: 'recommended' };
  if (selection.kind === 'filter') return { kind: 'filter', smart: selection.smart };
  const digest = createHash('sha256').update(JSON.stringify(pickedIds)).digest('hex');
  return { kind: 'customers', count: pickedIds.length, digest };
}
