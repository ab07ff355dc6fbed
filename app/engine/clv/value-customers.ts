import { addMonths, dayFromNumber, dayNumber, type IsoDay } from '~/domain/iso-day';
import { backtest, type Backtest } from './backtest';
import type { BacktestReport } from './backtest-report';
import { chanceErrorOf } from './chance-error';
import { CANDIDATES, choosePurchaseModel } from './choose-purchase-model';
import { correctPredictions, onCalendar } from './correct-predictions';
import type {
  CustomerPrediction,
  CustomerValuation,
  EmptyValuation,
  FittedValuation,
  HistoryTotals,
  RulesValuation,
  ValuationInput,
  Verdict,
} from './customer-valuation';
import { dataVerdicts, fewRepeatCustomersVerdict, waitingVerdicts } from './data-verdicts';
import type { PurchaseFit } from './fit-purchases';
import { correctionTerms } from './forecast-correction';
import type { GroupPredictions, Horizons } from './group-predictions';
import { DEFAULT_MODEL_ERROR, ENOUGH_ORIGINS, modelErrorOver } from './model-error';
import {
  type CustomerColumns,
  customerAt,
  historyAt,
  INTERVAL_LEVEL,
  predictCustomers,
} from './predict-customers';
import { predictGroups } from './predict-groups';
import { groupPurchases, type PurchaseGroups } from './purchase-groups';
import { summarizeRows, type RfmSummary } from './rfm-summary';
import { typicalCustomer } from './reasons';
import { rankByRules } from './rules';
import { sampleCustomers } from './sample-customers';
import { seasonClock, type SeasonClock } from './season-clock';
import { seasonalGroups } from './seasonal-history';
import { seasonalIndex, type SeasonalIndex } from './seasonal-index';
import { DEFAULT_SEGMENT_THRESHOLDS } from './segments';
import { setAsideCustomers, type SetAside } from './set-aside';
import { rowsOfCustomers, sortRowsByCustomer, type CustomerRows } from './sort-rows';
import { chooseSpendModel } from './spend-model';
import { estimateTotals } from './totals';
import { forecastWindow } from './window-forecast';

/** Goes up when the same orders may give other numbers. */
const ENGINE_VERSION = 'clv-2';

const DEFAULT_DISCOUNT_RATE = 0.1;
const SHORTEST_CHURN_WINDOW_DAYS = 90;
const LONGEST_CHURN_WINDOW_DAYS = 365;

export type { CustomerValuation, ValuationInput } from './customer-valuation';

interface FittedColumns extends Omit<FittedValuation, 'customers'> {
  readonly columns: CustomerColumns;
}

export type ColumnValuation = EmptyValuation | RulesValuation | FittedColumns;

/** Plain objects, sorted by customer id; otherwise as {@link valueCustomerColumns}. */
export function valueCustomers(input: ValuationInput): CustomerValuation {
  const valuation = valueCustomerColumns(input);
  if (valuation.status !== 'fitted') return valuation;
  const { columns, ...rest } = valuation;
  const customers = new Array<CustomerPrediction>(columns.size);
  for (let i = 0; i < columns.size; i++) customers[i] = customerAt(columns, i);
  return { ...rest, customers };
}

/**
 * Who is about to leave and what every customer is worth. Pure: the same orders, date and seed give the same answer,
 * bit for bit, whatever the order of the rows; never throws on data, and every number in the answer is finite.
 * @throws RangeError when `horizonDays` is below 1 or not finite
 */
export function valueCustomerColumns(input: ValuationInput): ColumnValuation {
  const { orders, now, horizonDays } = input;
  if (!(horizonDays >= 1) || !Number.isFinite(horizonDays)) {
    throw new RangeError(`horizonDays must be 1 or more: ${horizonDays}`);
  }
  const nowDay = dayNumber(now);
  const rows = sortRowsByCustomer(orders, nowDay);
  const summary = summarizeRows(rows, nowDay, input.countFreeOrders ?? false);
  const base = { engineVersion: ENGINE_VERSION, now, horizonDays };
  const verdicts = dataVerdicts(summary);
  if (summary.customerIds.length === 0) {
    return { ...base, status: 'empty', verdicts: [{ code: 'no-purchases', values: {} }, ...verdicts] };
  }
  const setAside = setAsideCustomers(summary);
  const waiting = waitingVerdicts(summary);
  if (waiting.length > 0) return byRules(summary, setAside.mask, base, nowDay, [...waiting, ...verdicts]);

  const { frequency, recency, age, logGaps } = summary;
  const plainGroups = groupPurchases(frequency, recency, age, { setAside: setAside.mask, logGaps });
  const looked = (input.backtest ?? true) ? lookAtPast(input, rows, summary, plainGroups) : null;
  const { firstDay } = summary.shop;
  const season = looked?.season === true ? seasonalIndex(summary.repeatsByDay, firstDay) : null;
  const groups = season ? seasonalGroups(plainGroups, season, firstDay, nowDay, setAside.mask) : plainGroups;
  const purchases = choosePurchaseModel(groups, looked);
  if (purchases === null) {
    const failed: Verdict = { code: 'model-did-not-fit', values: {} };
    return byRules(summary, setAside.mask, base, nowDay, [failed, ...verdicts]);
  }
  const { fit } = purchases;
  const spend = chooseSpendModel(summary, setAside.mask, orders.revenue !== null);
  const churnWindowDays = input.churnWindowDays ?? churnWindow(summary.shop.medianGap);
  const clock = season && seasonClock(season, nowDay);
  const horizons = horizonsOf(input, churnWindowDays, clock);
  const used = looked?.chosen === fit.name ? looked : null;
  const predictions = forecastGroups(fit, groups, horizons, used, clock);
  const columns = predictCustomers(
    {
      summary,
      setAside: setAside.mask,
      nowDay,
      predictions,
      spend: spend.model,
      churnDetectable: fit.name !== 'nbd',
      chanceError: chanceErrorOf(looked?.report.calibration ?? []),
      thresholds: input.segmentThresholds ?? DEFAULT_SEGMENT_THRESHOLDS,
      typical: typicalCustomer(summary, churnWindowDays, spend.report.frequencyCorrelation),
      marginShare: input.marginShare ?? null,
    },
    groups,
  );
  const { moneyAtRisk, leavingAtRisk, ...totals } = estimateTotals({
    fit,
    spend: spend.model,
    summary,
    groups,
    predictions,
    orderValue: columns.orderValue,
    horizonDays,
    horizons,
    modelErrorOver: modelErrorOver(looked?.report ?? null),
    seed: input.seed,
  });
  return {
    ...base,
    status: 'fitted',
    intervalLevel: INTERVAL_LEVEL,
    model: {
      chosen: fit.name,
      choice: purchases.choice,
      params: fit.params,
      logLikelihood: fit.logLikelihood,
      candidates: purchases.candidates,
      chancesCorrected: used?.corrects.chances ?? false,
      countsCorrected: used?.corrects.counts ?? false,
      customers: fit.customers,
      setAside: summary.customerIds.filter((_, i) => setAside.mask[i] === 1),
      churnWindowDays,
    },
    value: spend.report,
    totals: { ...historyTotals(summary), ...totals },
    backtest: looked?.report ?? null,
    season: season && { weeks: [...season.weeks], years: season.years },
    moneyAtRisk,
    leavingAtRisk,
    columns,
    verdicts: [
      ...fewRepeatCustomersVerdict(summary.shop.repeatCustomers),
      ...fitVerdicts(fit.name === 'nbd', summary, setAside),
      ...spend.verdicts,
      ...verdicts,
      ...pastVerdicts(looked?.report ?? null, season),
    ],
  };
}

/** Customers that a look back compares: enough that chance is small beside what it is after. */
const BACKTEST_CUSTOMERS = 10_000;

function lookAtPast(
  { now, countFreeOrders = false }: ValuationInput,
  rows: CustomerRows,
  summary: RfmSummary,
  groups: PurchaseGroups,
): Backtest | null {
  const { firstDay } = summary.shop;
  return backtest({
    rows: rowsOfCustomers(rows, sampleCustomers(summary, groups, BACKTEST_CUSTOMERS)),
    firstDay,
    nowDay: dayNumber(now),
    countFreeOrders,
    candidates: CANDIDATES,
    season: (day) => seasonalIndex(summary.repeatsByDay.subarray(0, day - firstDay + 1), firstDay),
  });
}

function horizonsOf(input: ValuationInput, churnWindowDays: number, clock: SeasonClock | null): Horizons {
  const { now, horizonDays, discountRateAnnual } = input;
  const effective = (days: number): number => clock?.effectiveDays(days) ?? days;
  const monthEnd = (m: number): number => dayNumber(addMonths(now, m + 1)) - dayNumber(now);
  return {
    horizonDays: effective(horizonDays),
    churnWindowDays: effective(churnWindowDays),
    days30: effective(30),
    days90: effective(90),
    days365: effective(365),
    monthEnds: Array.from({ length: 12 }, (_, m) => effective(monthEnd(m))),
    discountRateAnnual: discountRateAnnual ?? DEFAULT_DISCOUNT_RATE,
  };
}

/** The model's predictions, with what its own past errors taught and on the calendar that customers live by. */
function forecastGroups(
  fit: PurchaseFit,
  groups: PurchaseGroups,
  horizons: Horizons,
  looked: Backtest | null,
  clock: SeasonClock | null,
): GroupPredictions {
  let predictions = predictGroups(fit, groups, horizons, INTERVAL_LEVEL);
  if (looked?.correction) {
    const { horizonDays } = looked.correction;
    const window = forecastWindow(fit, groups, clock?.effectiveDays(horizonDays) ?? horizonDays);
    predictions = correctPredictions(
      predictions,
      correctionTerms(looked.correction, groups, window),
      looked.corrects,
      groups.weight,
      INTERVAL_LEVEL,
    );
  }
  return clock === null ? predictions : onCalendar(predictions, clock);
}

function byRules(
  summary: RfmSummary,
  setAside: Uint8Array,
  base: { readonly engineVersion: string; readonly now: IsoDay; readonly horizonDays: number },
  nowDay: number,
  verdicts: readonly Verdict[],
): RulesValuation {
  const customers = rankByRules(summary).map((rank, i) => ({
    ...historyAt(summary, setAside, nowDay, i),
    ...rank,
  }));
  return { ...base, status: 'rules', totals: historyTotals(summary), customers, verdicts };
}

/** Twice the shop's usual gap, within a quarter and a year. */
function churnWindow(medianGap: number): number {
  const twice = Number.isNaN(medianGap) ? 0 : Math.round(2 * medianGap);
  return Math.min(LONGEST_CHURN_WINDOW_DAYS, Math.max(SHORTEST_CHURN_WINDOW_DAYS, twice));
}

function historyTotals({ customerIds, revenue, shop }: RfmSummary): HistoryTotals {
  return {
    customers: customerIds.length,
    repeatCustomers: shop.repeatCustomers,
    purchases: shop.purchases,
    revenue: revenue.reduce((sum, value) => sum + value, 0),
    firstDay: dayFromNumber(shop.firstDay),
    historyDays: shop.historyDays,
    medianGapDays: Number.isNaN(shop.medianGap) ? null : shop.medianGap,
  };
}

function fitVerdicts(
  churnHidden: boolean,
  { shop, age }: RfmSummary,
  setAside: SetAside,
): readonly Verdict[] {
  const { wholesale, older } = setAside;
  const verdicts: Verdict[] = [];
  if (churnHidden) verdicts.push({ code: 'no-churn-detectable', values: { historyDays: shop.historyDays } });
  if (wholesale > 0) verdicts.push({ code: 'wholesale-set-aside', values: { customers: wholesale } });
  if (older > 0) {
    const values = { customers: older, share: older / age.length };
    verdicts.push({ code: 'customers-older-than-data', values });
  }
  return verdicts;
}

function pastVerdicts(report: BacktestReport | null, season: SeasonalIndex | null): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  const origins = report?.origins.length ?? 0;
  if (origins < ENOUGH_ORIGINS) {
    verdicts.push({ code: 'totals-interval-default', values: { modelError: DEFAULT_MODEL_ERROR, origins } });
  }
  if (season !== null) {
    const peakFactor = Math.max(...season.weeks);
    const peakWeek = season.weeks.indexOf(peakFactor) + 1;
    verdicts.push({ code: 'season-used', values: { peakWeek, peakFactor, years: season.years } });
  }
  return verdicts;
}
