import { trigamma } from '../numeric/digamma';
import type { Verdict, ValueReport } from './customer-valuation';
import { expectedOrderValue, fitGammaGamma, gammaGammaAt, type GammaGammaFit } from './gamma-gamma';
import { expectedLogMeanValue, fitLogMean, type LoggedValues, type LogMeanParams } from './log-mean-value';
import type { RfmSummary } from './rfm-summary';

/** What a customer's next orders are worth. All values in currency units. */
export type SpendModel =
  | { readonly kind: 'gamma-gamma'; readonly fit: GammaGammaFit }
  | { readonly kind: 'log-mean'; readonly params: LogMeanParams }
  | { readonly kind: 'order-count' };

/** Gamma-Gamma takes value and frequency to be independent; above this correlation they are not. */
const CORRELATION_LIMIT = 0.2;
/** Nearer to 1 the shop's mean order value p v / (q - 1) hangs on a handful of customers. */
const LEAST_Q = 1.1;
/** Orders that are all this alike (a spread under 10 %) leave the three parameters undetermined. */
const LEAST_VARIANCE = 0.01;

/**
 * Gamma-Gamma on all orders, the first included; log-mean where value moves with frequency or the law does not hold.
 * @param setAside 1 for customers that do not shape the fit
 */
export function chooseSpendModel(
  summary: RfmSummary,
  setAside: Uint8Array,
  hasRevenue: boolean,
): { readonly model: SpendModel; readonly report: ValueReport; readonly verdicts: readonly Verdict[] } {
  if (!hasRevenue) {
    return {
      model: { kind: 'order-count' },
      report: { model: 'order-count', params: {}, frequencyCorrelation: 0 },
      verdicts: [{ code: 'no-revenue', values: {} }],
    };
  }
  const values = valuesThatShapeTheFit(summary, setAside);
  const { orders, total } = values;
  const frequencyCorrelation = correlationOfRepeatBuyers(orders, total);
  const moments = fitLogMean(values);
  const verdicts: Verdict[] = [];
  if (Math.abs(frequencyCorrelation) > CORRELATION_LIMIT) {
    const values = { correlation: frequencyCorrelation, limit: CORRELATION_LIMIT };
    verdicts.push({ code: 'value-depends-on-frequency', values });
  } else {
    const fit = fitGammaGamma(
      orders,
      total.map((sum, i) => sum / orders[i]!),
    );
    if (fit.converged && fit.params.q >= LEAST_Q && moments.between + moments.within >= LEAST_VARIANCE) {
      const report: ValueReport = { model: 'gamma-gamma', params: { ...fit.params }, frequencyCorrelation };
      return { model: { kind: 'gamma-gamma', fit }, report, verdicts };
    }
    verdicts.push({ code: 'value-fallback', values: { q: fit.params.q } });
  }
  const report: ValueReport = { model: 'log-mean', params: { ...moments }, frequencyCorrelation };
  return { model: { kind: 'log-mean', params: moments }, report, verdicts };
}

/** Mean value of future orders of a customer with `orders` valued orders of `total` and mean log `logMean`. */
export function expectedSpend(model: SpendModel, orders: number, total: number, logMean: number): number {
  switch (model.kind) {
    case 'gamma-gamma':
      return expectedOrderValue(model.fit.params, orders, total);
    case 'log-mean':
      return expectedLogMeanValue(model.params, orders, logMean);
    case 'order-count':
      return 1;
  }
}

/** The same under drawn Gamma-Gamma coordinates, relative to the fitted ones; 1 for the other models. */
export function spendUnderDraw(
  model: SpendModel,
  coordinates: ArrayLike<number> | null,
  orders: number,
  total: number,
): number {
  if (model.kind !== 'gamma-gamma' || coordinates === null) return 1;
  return (
    expectedOrderValue(gammaGammaAt(coordinates), orders, total) /
    expectedOrderValue(model.fit.params, orders, total)
  );
}

/**
 * Standard deviation, on the log scale, of the mean of `future` orders around its expectation, given `orders` known
 * ones. Under Gamma-Gamma that mean is a ratio of two gamma variables: trigamma(p future) + trigamma(p n + q).
 */
export function logSpread(model: SpendModel, orders: number, future: number): number {
  switch (model.kind) {
    case 'gamma-gamma': {
      const { p, q } = model.fit.params;
      return Math.sqrt(trigamma(p * Math.max(1, future)) + trigamma(p * orders + q));
    }
    case 'log-mean': {
      const { between, within } = model.params;
      const known = orders > 0 && between > 0 ? (between * within) / (between * orders + within) : between;
      return Math.sqrt(known + within / Math.max(1, future));
    }
    case 'order-count':
      return 0;
  }
}

/**
 * Standard deviation, on the log scale, of the customer's own mean order value around its expectation, given `orders`
 * known ones: what is left of {@link logSpread} over endless future orders.
 */
export function ownMeanSpread(model: SpendModel, orders: number): number {
  return logSpread(model, orders, Infinity);
}

/** Squared coefficient of variation of one order around the customer's own mean. */
export function orderVariation(model: SpendModel): number {
  switch (model.kind) {
    case 'gamma-gamma':
      return 1 / model.fit.params.p;
    case 'log-mean':
      return Math.expm1(Math.min(20, model.params.within));
    case 'order-count':
      return 0;
  }
}

function valuesThatShapeTheFit(summary: RfmSummary, setAside: Uint8Array): LoggedValues {
  const size = setAside.length;
  const orders = new Int32Array(size);
  const total = new Float64Array(size);
  const logMean = new Float64Array(size);
  const logSquares = new Float64Array(size);
  let used = 0;
  for (let i = 0; i < size; i++) {
    if (setAside[i] === 1 || summary.valuedOrders[i] === 0) continue;
    orders[used] = summary.valuedOrders[i]!;
    total[used] = summary.revenue[i]!;
    logMean[used] = summary.logMean[i]!;
    logSquares[used] = summary.logSquares[i]!;
    used++;
  }
  return {
    orders: orders.subarray(0, used),
    total: total.subarray(0, used),
    logMean: logMean.subarray(0, used),
    logSquares: logSquares.subarray(0, used),
  };
}

/** Pearson correlation of orders and mean value among customers with at least two orders; 0 below ten of them. */
function correlationOfRepeatBuyers(orders: Int32Array, total: Float64Array): number {
  let count = 0;
  let meanX = 0;
  let meanY = 0;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < orders.length; i++) {
    if (orders[i]! < 2) continue;
    count++;
    const dx = orders[i]! - meanX;
    const y = total[i]! / orders[i]!;
    const dy = y - meanY;
    meanX += dx / count;
    meanY += dy / count;
    xx += dx * (orders[i]! - meanX);
    yy += dy * (y - meanY);
    xy += dx * (y - meanY);
  }
  return count < 10 || xx <= 0 || yy <= 0 ? 0 : xy / Math.sqrt(xx * yy);
}
