import { addMonths, dayFromNumber, dayNumber, type IsoDay } from '~/domain/iso-day';
import { choosePurchaseModel, type PurchaseChoice } from './choose-purchase-model';
import type {
  CustomerPrediction,
  CustomerValuation,
  EmptyValuation,
  FittedValuation,
  HistoryTotals,
  ModelReport,
  RulesValuation,
  ValuationInput,
  Verdict,
} from './customer-valuation';
import { dataVerdicts, fewRepeatCustomersVerdict, waitingVerdicts } from './data-verdicts';
import {
  type CustomerColumns,
  customerAt,
  historyAt,
  INTERVAL_LEVEL,
  predictCustomers,
} from './predict-customers';
import { predictGroups, type Horizons } from './predict-groups';
import { groupPurchases } from './purchase-groups';
import { summarizeRfm, type RfmSummary } from './rfm-summary';
import { rankByRules } from './rules';
import { chooseSpendModel } from './spend-model';
import { DEFAULT_MODEL_ERROR, estimateTotals } from './totals';
import { wholesaleMask } from './wholesale';

/** Goes up when the same orders may give other numbers. */
const ENGINE_VERSION = 'clv-1';

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
  const summary = summarizeRfm(orders, nowDay, input.countFreeOrders ?? false);
  const base = { engineVersion: ENGINE_VERSION, now, horizonDays };
  const verdicts = dataVerdicts(summary);
  if (summary.customerIds.length === 0) {
    return { ...base, status: 'empty', verdicts: [{ code: 'no-purchases', values: {} }, ...verdicts] };
  }
  const setAside = wholesaleMask(summary);
  const waiting = waitingVerdicts(summary);
  if (waiting.length > 0) return byRules(summary, setAside, base, nowDay, [...waiting, ...verdicts]);

  const { frequency, recency, age } = summary;
  const groups = groupPurchases(frequency, recency, age, { setAside });
  const choice = choosePurchaseModel(groups);
  if (choice === null) {
    return byRules(summary, setAside, base, nowDay, [{ code: 'model-did-not-fit', values: {} }, ...verdicts]);
  }
  const { fit } = choice;
  const spend = chooseSpendModel(summary, setAside, orders.revenue !== null);
  const horizons: Horizons = {
    horizonDays,
    churnWindowDays: input.churnWindowDays ?? churnWindow(summary.shop.medianGap),
    monthEnds: Array.from({ length: 12 }, (_, m) => dayNumber(addMonths(now, m + 1)) - nowDay),
    discountRateAnnual: input.discountRateAnnual ?? DEFAULT_DISCOUNT_RATE,
  };
  const predictions = predictGroups(fit, groups, horizons, INTERVAL_LEVEL);
  const columns = predictCustomers({
    summary,
    setAside,
    nowDay,
    groups,
    predictions,
    spend: spend.model,
    churnDetectable: fit.name !== 'nbd',
  });
  const { moneyAtRisk, leavingAtRisk, ...totals } = estimateTotals({
    fit,
    spend: spend.model,
    summary,
    groups,
    predictions,
    orderValue: columns.orderValue,
    horizonDays,
    seed: input.seed,
  });
  return {
    ...base,
    status: 'fitted',
    intervalLevel: INTERVAL_LEVEL,
    model: modelReport(choice, summary, setAside, horizons.churnWindowDays),
    value: spend.report,
    totals: { ...historyTotals(summary), ...totals },
    moneyAtRisk,
    leavingAtRisk,
    columns,
    verdicts: [
      ...fewRepeatCustomersVerdict(summary.shop.repeatCustomers),
      ...fitVerdicts(fit.name === 'nbd', summary.shop.historyDays, count(setAside)),
      ...spend.verdicts,
      ...verdicts,
      { code: 'totals-interval-default', values: { modelError: DEFAULT_MODEL_ERROR } },
    ],
  };
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

function modelReport(
  { fit, candidates }: PurchaseChoice,
  summary: RfmSummary,
  setAside: Uint8Array,
  churnWindowDays: number,
): ModelReport {
  return {
    chosen: fit.name,
    params: fit.params,
    logLikelihood: fit.logLikelihood,
    candidates,
    customers: fit.customers,
    setAside: summary.customerIds.filter((_, i) => setAside[i] === 1),
    churnWindowDays,
  };
}

function fitVerdicts(churnHidden: boolean, historyDays: number, setAside: number): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  if (churnHidden) verdicts.push({ code: 'no-churn-detectable', values: { historyDays } });
  if (setAside > 0) verdicts.push({ code: 'wholesale-set-aside', values: { customers: setAside } });
  return verdicts;
}

function count(mask: Uint8Array): number {
  return mask.reduce((sum, marked) => sum + marked, 0);
}
