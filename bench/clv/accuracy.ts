/** Area under the ROC curve: the probability that a random event is ranked above a random non-event, ties counted half. */
export function rankingArea(score: readonly number[], event: readonly boolean[]): number {
  const order = score
    .map((value, i) => ({ value, event: event[i] === true }))
    .sort((a, b) => a.value - b.value);
  let ranks = 0;
  let events = 0;
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && order[to]?.value === order[from]?.value) to++;
    for (let i = from; i < to; i++) {
      if (order[i]?.event !== true) continue;
      ranks += (from + to + 1) / 2;
      events++;
    }
    from = to;
  }
  return (ranks - (events * (events + 1)) / 2) / (events * (order.length - events));
}

/** Expected calibration error over ten groups of equal size. */
export function calibrationError(probability: readonly number[], event: readonly boolean[]): number {
  const order = probability
    .map((value, i) => ({ value, event: event[i] === true }))
    .sort((a, b) => a.value - b.value);
  let error = 0;
  for (let group = 0; group < 10; group++) {
    const part = order.slice(
      Math.floor((group * order.length) / 10),
      Math.floor(((group + 1) * order.length) / 10),
    );
    const forecast = part.reduce((sum, { value }) => sum + value, 0);
    const actual = part.reduce((sum, item) => sum + Number(item.event), 0);
    error += Math.abs(forecast - actual) / order.length;
  }
  return error;
}

/** Gini of the actual values in the order of the score, divided by that of the perfect order. */
export function normalisedGini(score: readonly number[], actual: readonly number[]): number {
  return gini(score, actual) / gini(actual, actual);
}

function gini(score: readonly number[], actual: readonly number[]): number {
  const order = score
    .map((value, i) => ({ value, actual: actual[i] ?? 0 }))
    .sort((a, b) => b.value - a.value);
  const total = order.reduce((sum, item) => sum + item.actual, 0);
  let running = 0;
  let area = 0;
  for (const item of order) {
    running += item.actual;
    area += running / total;
  }
  return area / order.length - (order.length + 1) / (2 * order.length);
}
