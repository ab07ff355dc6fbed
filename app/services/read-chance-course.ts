import { readModelRun } from '~/data/model-runs/read-current-model-run';
import type { Estimate } from '~/domain/estimate';
import { dayFromNumber, dayNumber, type IsoDay } from '~/domain/iso-day';
import { CHANCE_WINDOW_DAYS, chanceOverTime, type ChancePoint } from '~/engine/clv/chance-over-time';
import type { SeasonalIndex } from '~/engine/clv/seasonal-index';
import type { ServiceContext } from './context';
import { storedPurchaseModel } from './stored-purchase-model';
import { CLV_SCHEMA_VERSION, clvResultSchema, type ClvResult } from './stored-results';
import type { ChanceCourseView, ChancePointView } from './views/customer-record-view';

interface ChanceCourseInput {
  readonly shopId: string;
  readonly runId: string;
  /** Days since 1970-01-01, ascending, none after the analysis day. */
  readonly purchaseDays: ArrayLike<number>;
  readonly analysisDay: IsoDay;
  /** The chance over 90 days that the pass gave the customer. */
  readonly chanceNow: Estimate;
}

/**
 * How a customer's chance of an order within 90 days came to what it is, by the model of a pass.
 * @returns null without a purchase, and where the fit is not there or was stored by another release
 */
export async function readChanceCourse(
  { db }: ServiceContext,
  { shopId, runId, purchaseDays, analysisDay, chanceNow }: ChanceCourseInput,
): Promise<ChanceCourseView | null> {
  if (purchaseDays.length === 0) return null;
  const stored = await readModelRun(db, shopId, runId, 'clv');
  if (stored?.schemaVersion !== CLV_SCHEMA_VERSION) return null;
  const clv = clvResultSchema.parse(stored.result);
  const model = storedPurchaseModel(clv);
  if (model === null) return null;
  const nowDay = dayNumber(analysisDay);
  const season = seasonOf(clv);
  const { past, ahead } = chanceOverTime({ model, season, purchaseDays, nowDay, chanceNow });
  return {
    ...{ windowDays: CHANCE_WINDOW_DAYS, level: chanceNow.level },
    past: past.map(toView),
    ahead: ahead.map(toView),
  };
}

function seasonOf({ season }: ClvResult): SeasonalIndex | null {
  return season && { weeks: Float64Array.from(season.weeks), years: season.years };
}

/** More digits than a drawing can show would only make the page heavier. */
const DIGITS = 10_000;

function toView({ day, chance: { mean, low, high } }: ChancePoint): ChancePointView {
  const rounded = (chance: number): number => Math.round(chance * DIGITS) / DIGITS;
  return { day: dayFromNumber(day), mean: rounded(mean), low: rounded(low), high: rounded(high) };
}
