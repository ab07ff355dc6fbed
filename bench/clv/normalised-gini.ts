/**
 * Gini of the actual values in the order of the score, divided by that of the perfect order: 1 ranks as well as knowing
 * the future, 0 as well as chance. Among equal scores the order is left to chance: they share their value evenly.
 */
export function normalisedGini(score: Float64Array, actual: Float64Array): number {
  return gini(score, actual) / gini(actual, actual);
}

function gini(score: Float64Array, actual: Float64Array): number {
  const size = score.length;
  const order = new Uint32Array(size).map((_, i) => i);
  order.sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0));
  let running = 0;
  let area = 0;
  for (let from = 0; from < size;) {
    let to = from;
    let tied = 0;
    for (; to < size && score[order[to] ?? 0] === score[order[from] ?? 0]; to++)
      tied += actual[order[to] ?? 0] ?? 0;
    const places = to - from;
    area += places * running + (tied * (places + 1)) / 2;
    running += tied;
    from = to;
  }
  return area / running / size - (size + 1) / (2 * size);
}
