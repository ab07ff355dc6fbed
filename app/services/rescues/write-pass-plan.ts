import { readCandidates } from '~/data/model-runs/read-candidates';
import { recentRescues } from '~/data/rescue/recent-rescues';
import { saveRescuePlan } from '~/data/rescue/rescue-plan';
import { readSettings } from '~/data/settings/shop-settings';
import type { Shop } from '~/data/shops/shop';
import { rankCandidates } from '~/rescue/rank-candidates';
import { rescueCandidate } from '~/rescue/rescue-candidate';
import type { ServiceContext } from '../context';
import { storedPurchaseModel } from '../stored-purchase-model';
import type { ClvResult } from '../stored-results';
import { assumeReach, checkReach, isUnanswered, type Reach } from './check-reach';
import { planGroup } from './plan-group';
import { readLearning } from './read-learning';
import { rescueTermsOf } from './rescue-terms-of';
import { decisionTerms, RESCUE_PLAN_SCHEMA_VERSION, type StoredPassPlan } from './stored-rescue';

const DAY_MS = 86_400_000;
const DAYS_BETWEEN_RESCUES = 90;

/** Rescues since then keep a customer out of another one. */
export function recentSince(now: Date): Date {
  return new Date(now.getTime() - DAYS_BETWEEN_RESCUES * DAY_MS);
}

/**
 * Works out what a pass recommends to win back and what each candidate can bring, and stores both. Who may be written to
 * is asked of the shop; where it does not answer, the recommendation is made without it and says so.
 * @returns null where rules answer: without a baseline there is no decision
 */
export async function writePassPlan(
  context: ServiceContext,
  shop: Shop,
  runId: string,
  clv: ClvResult,
  signal: AbortSignal,
): Promise<StoredPassPlan | null> {
  const { db, clock } = context;
  const model = storedPurchaseModel(clv);
  if (model === null) return null;
  const now = clock.now();
  const [settings, { rows, shopMedianGapDays }, recent] = await Promise.all([
    readSettings(db, shop.id),
    readCandidates(db, shop.id, runId),
    recentRescues(db, shop.id, recentSince(now)),
  ]);
  const learning = await readLearning(context, shop.id, settings);
  const terms = rescueTermsOf(settings, clv);
  const candidates = rows.map((row) => rescueCandidate(row, model, shopMedianGapDays));
  const ranked = rankCandidates(candidates, decisionTerms(terms), learning.responses);
  const worthAsking = ranked.filter(({ bestGain }) => bestGain > 0).map(({ candidate }) => candidate);
  const input = { candidates: worthAsking, most: terms.largestRescue, recent, now, signal };
  const { reach, consentChecked } = await askReach(context, shop, input);
  const { plan } = planGroup(
    {
      candidates: reach.eligible,
      channels: reach.channels,
      found: {
        considered: worthAsking.length,
        notAsked: reach.notAsked,
        excluded: reach.excluded,
        consentChecked,
      },
    },
    terms,
    learning,
  );
  const result: StoredPassPlan = {
    terms,
    // Those whom no offer wins were never asked about.
    plan: { ...plan, leftAlone: plan.leftAlone + candidates.length - worthAsking.length },
  };
  await saveRescuePlan(db, shop.id, {
    pipelineRunId: runId,
    schemaVersion: RESCUE_PLAN_SCHEMA_VERSION,
    result,
    gains: ranked
      .filter(({ candidate }) => !reach.excludedIds.has(candidate.customerId))
      .map(({ candidate, bestGain }) => ({
        customerId: candidate.customerId,
        gain: Math.max(0, bestGain),
      })),
    at: now,
  });
  return result;
}

async function askReach(
  context: ServiceContext,
  shop: Shop,
  input: Parameters<typeof checkReach>[1],
): Promise<{ readonly reach: Reach; readonly consentChecked: boolean }> {
  try {
    return { reach: await checkReach(context.connectShopify(shop.domain), input), consentChecked: true };
  } catch (error) {
    if (!isUnanswered(error) || input.signal.aborted) throw error;
    context.log.warn({ shopId: shop.id, err: error }, 'the shop does not say who may be written to');
    return { reach: assumeReach(input), consentChecked: false };
  }
}
