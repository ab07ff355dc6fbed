import { pruneWebhookEvents } from '~/data/changes/claim-webhook';
import { pruneActivity } from '~/data/logs/activity-log';
import { pruneOldPredictions } from '~/data/model-runs/read-predictions';
import { clearOldReports } from '~/data/privacy/compliance-receipts';
import { discardOldDrafts } from '~/data/rescue/discard-old-drafts';
import type { ServiceContext } from './context';

const DAY_MS = 86_400_000;
/**
 * Predictions of this many earlier passes stay: a page that began to read before the switch finds its customers. What is
 * held against the future has a table of its own (forecast), which nothing here touches.
 */
const KEPT_RUNS = 1;
/** Shopify redelivers for four hours; a fortnight also covers a long outage. */
const KEPT_WEBHOOK_DAYS = 14;
const KEPT_ACTIVITY_DAYS = 365;
/** After a week the chances that a rescue was planned with are of another time. */
const KEPT_DRAFT_DAYS = 7;
/** A data report is for handing over, not for keeping. */
const KEPT_REPORT_DAYS = 30;

/** Throws away what is no longer needed of a shop. */
export async function tidyUp({ db, clock }: ServiceContext, shopId: string): Promise<void> {
  const daysAgo = (days: number): Date => new Date(clock.now().getTime() - days * DAY_MS);
  await pruneOldPredictions(db, shopId, KEPT_RUNS);
  await pruneWebhookEvents(db, shopId, daysAgo(KEPT_WEBHOOK_DAYS));
  await pruneActivity(db, shopId, daysAgo(KEPT_ACTIVITY_DAYS));
  await discardOldDrafts(db, shopId, daysAgo(KEPT_DRAFT_DAYS));
  await clearOldReports(db, shopId, daysAgo(KEPT_REPORT_DAYS));
}
