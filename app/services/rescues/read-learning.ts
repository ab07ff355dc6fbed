import { listCampaigns } from '~/data/rescue/read-campaigns';
import type { ShopSettings } from '~/data/settings/shop-settings';
import { createRng } from '~/engine/numeric/rng';
import { fitResponse } from '~/rescue/fit-response';
import { rescueLimit, type RescueLimit } from '~/rescue/rescue-limit';
import { drawResponses } from '~/rescue/response-draws';
import type { Response } from '~/rescue/response-model';
import type { ServiceContext } from '../context';
import { outcomeSchema, type StoredOutcome } from './stored-rescue';

/** The same campaigns give the same recommendation. */
const SEED = 1;
const CAMPAIGNS_LEARNED_FROM = 200;

/** What a shop's finished campaigns say of its customers' answer to offers. */
export interface Learning {
  readonly responses: readonly Response[];
  /** What they leave allowed. */
  readonly limit: RescueLimit;
  readonly learnedFrom: { readonly campaigns: number; readonly customers: number };
}

/** Learns from every campaign whose windows are over; without one, the house's assumption holds. */
export async function readLearning(
  { db }: ServiceContext,
  shopId: string,
  { stopLiftedAt }: Pick<ShopSettings, 'stopLiftedAt'>,
): Promise<Learning> {
  const campaigns = await listCampaigns(db, shopId, { statuses: ['active'], limit: CAMPAIGNS_LEARNED_FROM });
  const finished = campaigns.flatMap(({ outcome, confirmedAt }) => {
    const parsed = outcomeSchema.safeParse(outcome);
    return parsed.success && parsed.data.daysLeft === 0 && confirmedAt !== null
      ? [{ ...parsed.data, confirmedAt }]
      : [];
  });
  const posterior = fitResponse(finished.map(({ cells }) => cells));
  return {
    responses: drawResponses(posterior, createRng(SEED)),
    limit: rescueLimit(
      finished
        .filter(({ confirmedAt }) => stopLiftedAt === null || confirmedAt > stopLiftedAt)
        .flatMap((outcome) => chanceOf(outcome)),
    ),
    learnedFrom: { campaigns: posterior.campaigns, customers: posterior.customers },
  };
}

function chanceOf({ measured, offeredDiscount }: StoredOutcome) {
  return measured === null ? [] : [{ offeredDiscount, chancePaid: measured.chancePaid }];
}
