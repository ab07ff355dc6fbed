import { readConnection } from '~/data/connections/connections';
import { readCurrentModelRun } from '~/data/model-runs/read-current-model-run';
import type { CustomerPrediction } from '~/data/model-runs/customer-prediction';
import { readAtRiskHistory } from '~/data/model-runs/read-at-risk-history';
import { readTopAtRisk } from '~/data/model-runs/read-predictions';
import { listCampaigns } from '~/data/rescue/read-campaigns';
import { readShop } from '~/data/shops/find-shop';
import type { Shop } from '~/data/shops/shop';
import { dayNumber, isoDay, type IsoDay } from '~/domain/iso-day';
import { decideToday } from '~/insights/decision';
import { retentionFindings } from '~/insights/retention-findings';
import type { ServiceContext } from './context';
import { customerAlias } from './customer-alias';
import { nextNightly } from './next-nightly';
import { readRun } from './read-run';
import { readSetup } from './read-setup';
import { readOutlook } from './rescues/read-outlook';
import { measuredCampaigns, toRescuedView } from './rescues/rescue-views';
import { unsentRescue } from './rescues/unsent-rescue';
import {
  INSIGHTS_SCHEMA_VERSION,
  insightsResultSchema,
  reconciliationSchema,
  type InsightsResult,
} from './stored-results';
import { estimateSchema } from './stored-trust';
import type {
  AsOfView,
  AtRiskPointView,
  CustomerAtRiskView,
  DashboardView,
  ReconciliationView,
  SegmentView,
  ShopView,
} from './views/dashboard-view';

const TOP_CUSTOMERS = 100;
/** About a year of nights. */
const HISTORY_POINTS = 365;
const MEASURED_CAMPAIGNS = 200;
const STALE_AFTER_MS = 36 * 3_600_000;

/** Reads what the last finished pass said; computes nothing. */
export async function readDashboard(context: ServiceContext, shopId: string): Promise<DashboardView> {
  const { db } = context;
  const [shop, run, insights] = await Promise.all([
    requireShop(context, shopId),
    readRun(context, shopId),
    readInsights(context, shopId),
  ]);
  if (insights === null) return { state: 'empty', shop: toShopView(shop), run };
  const [connection, top, rescue, campaigns, atRiskHistory, setup] = await Promise.all([
    readConnection(db, shopId, 'shopify'),
    // A pass that becomes current in this moment must not mix its customers into these results.
    readTopAtRisk(db, shopId, TOP_CUSTOMERS, insights.runId),
    readOutlook(context, shopId, insights.runId),
    listCampaigns(db, shopId, { statuses: ['active'], limit: MEASURED_CAMPAIGNS }),
    readAtRiskHistory(db, shopId, { limit: HISTORY_POINTS }),
    readSetup(context, shopId),
  ]);
  const asOf = await asOfView(context, shop, insights);
  const segments = segmentViews(insights);
  const history = atRiskHistory.flatMap(({ day, moneyAtRisk }): AtRiskPointView[] => {
    const parsed = estimateSchema.safeParse(moneyAtRisk);
    return parsed.success ? [{ day, moneyAtRisk: parsed.data }] : [];
  });
  return {
    state: 'ready',
    shop: toShopView(shop),
    run: run?.status === 'running' || run?.status === 'failed' ? run : null,
    asOf,
    decision: decideToday(
      insights.decision,
      rescue,
      unsentRescue(campaigns, context.clock.now(), shop.timeZone),
    ),
    rescue,
    rescued: toRescuedView(campaigns, context.clock.now(), shop.timeZone),
    segments,
    atRiskHistory: history,
    findings: retentionFindings({
      ...{ moneyAtRisk: insights.moneyAtRisk, expected12m: insights.expected12m, segments, rescue },
      atRiskHistory: history,
      campaigns: measuredCampaigns(campaigns),
    }),
    setup,
    moneyAtRisk: insights.moneyAtRisk,
    expected12m: insights.expected12m,
    trust: insights.trust,
    atRisk: top.map((prediction) => toCustomerView(shopId, prediction, asOf.analysisDay)),
    basis: {
      ...insights.basis,
      firstDay: toDay(insights.basis.firstDay),
      lastDay: toDay(insights.basis.lastDay),
      reconciliation: parseReconciliation(connection?.reconciliation),
    },
    notices: insights.notices,
  };
}

function segmentViews({ segments }: InsightsResult): readonly SegmentView[] {
  const customers = segments.reduce((sum, segment) => sum + segment.customers, 0);
  return segments.map((segment) => ({
    ...segment,
    share: customers === 0 ? 0 : segment.customers / customers,
  }));
}

/** @throws Error when the shop is not there: routes authenticate first, which installs it */
export async function requireShop({ db }: ServiceContext, shopId: string): Promise<Shop> {
  const shop = await readShop(db, shopId);
  if (!shop) throw new Error(`no shop ${shopId}`);
  return shop;
}

/** Null before the first pass, and when the stored shape is of another release: the next pass writes it anew. */
export async function readInsights(
  { db }: ServiceContext,
  shopId: string,
): Promise<(InsightsResult & { readonly runId: string }) | null> {
  const stored = await readCurrentModelRun(db, shopId, 'insights');
  if (stored?.schemaVersion !== INSIGHTS_SCHEMA_VERSION) return null;
  return { ...insightsResultSchema.parse(stored.result), runId: stored.pipelineRunId };
}

export async function asOfView(
  { db, clock }: ServiceContext,
  shop: Shop,
  insights: InsightsResult,
): Promise<AsOfView> {
  const connection = await readConnection(db, shop.id, 'shopify');
  const now = clock.now();
  const lastRead = Date.parse(connection?.lastSuccessAt ?? insights.computedAt);
  return {
    analysisDay: isoDay(insights.analysisDay),
    dataCutoff: insights.dataCutoff,
    computedAt: insights.computedAt,
    nextRunAt: nextNightly(now, shop.timeZone).toISOString(),
    stale: now.getTime() - lastRead > STALE_AFTER_MS,
  };
}

export function toShopView({ name, currency, timeZone }: Shop): ShopView {
  return { name, currency, timeZone };
}

export function parseReconciliation(stored: unknown): ReconciliationView | null {
  const parsed = reconciliationSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

export function toCustomerView(
  shopId: string,
  prediction: CustomerPrediction,
  analysisDay: IsoDay,
): CustomerAtRiskView {
  const { customerId, segment, lastOrderDay, ordersCounted, medianGapDays, forecast } = prediction;
  return {
    customerId,
    alias: customerAlias(shopId, customerId),
    segment,
    pBuy90: forecast?.pBuy90 ?? null,
    daysSinceLastOrder: dayNumber(analysisDay) - dayNumber(lastOrderDay),
    lastOrderDay,
    ordersCounted,
    medianGapDays,
    clv12m: forecast?.clv12m ?? null,
    moneyAtRisk: forecast?.moneyAtRisk ?? null,
    rescueGain: prediction.rescueGain,
  };
}

function toDay(text: string | null): IsoDay | null {
  return text === null ? null : isoDay(text);
}
