/**
 * Order values without the Gamma-Gamma law, for shops where it does not hold: the logarithm of an order is
 * `intercept + slope ln(n) + customer + noise`; the customer's part is shrunk by how much their own orders say, and
 * `ln(n)` lets frequent buyers have smaller (or larger) baskets.
 */
export interface LogMeanParams {
  readonly intercept: number;
  readonly slope: number;
  /** Variance between customers around the line, and between orders of one customer. */
  readonly between: number;
  readonly within: number;
  /** Brings the mean of exponentials back to the revenue that was really made (Duan's smearing, 1983). */
  readonly smearing: number;
}

/** Columns of the customers that shape the fit: orders n >= 1, their total, mean log and squared deviations of logs. */
export interface LoggedValues {
  readonly orders: Int32Array;
  readonly total: Float64Array;
  readonly logMean: Float64Array;
  readonly logSquares: Float64Array;
}

/** Method of moments. */
export function fitLogMean(values: LoggedValues): LogMeanParams {
  const { orders, total, logMean, logSquares } = values;
  const size = orders.length;
  if (size === 0) return { intercept: 0, slope: 0, between: 0, within: 0, smearing: 0 };
  let freedom = 0;
  let squares = 0;
  let sumX = 0;
  let sumY = 0;
  let inverse = 0;
  for (let i = 0; i < size; i++) {
    freedom += orders[i]! - 1;
    squares += logSquares[i]!;
    sumX += Math.log(orders[i]!);
    sumY += logMean[i]!;
    inverse += 1 / orders[i]!;
  }
  const within = freedom > 0 ? squares / freedom : 0;
  const meanX = sumX / size;
  const meanY = sumY / size;
  let xx = 0;
  let xy = 0;
  for (let i = 0; i < size; i++) {
    const x = Math.log(orders[i]!) - meanX;
    xx += x * x;
    xy += x * (logMean[i]! - meanY);
  }
  const slope = xx > 0 ? xy / xx : 0;
  const intercept = meanY - slope * meanX;
  let residual = 0;
  for (let i = 0; i < size; i++) residual += (logMean[i]! - intercept - slope * Math.log(orders[i]!)) ** 2;
  const between = Math.max(0, residual / size - (within * inverse) / size);
  const plain = { intercept, slope, between, within, smearing: 1 };
  let predicted = 0;
  let actual = 0;
  for (let i = 0; i < size; i++) {
    predicted += orders[i]! * expectedLogMeanValue(plain, orders[i]!, logMean[i]!);
    actual += total[i]!;
  }
  return { ...plain, smearing: predicted > 0 && Number.isFinite(predicted) ? actual / predicted : 1 };
}

/**
 * Mean value of a customer's future orders, currency units.
 * @param orders n, may be 0; then the value of a customer with one order of the typical size
 */
export function expectedLogMeanValue(params: LogMeanParams, orders: number, logMean: number): number {
  const { intercept, slope, between, within, smearing } = params;
  const prior = intercept + slope * Math.log(Math.max(1, orders));
  const noise = orders > 0 ? within / orders : Infinity;
  const trust = between + noise > 0 ? between / (between + noise) : 1;
  const own = orders > 0 ? logMean : prior;
  return smearing * Math.exp(prior + trust * (own - prior) + (between * (1 - trust) + within) / 2);
}
