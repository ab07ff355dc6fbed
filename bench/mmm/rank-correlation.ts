import { sumOf } from './attribution';

/** Spearman's correlation; ties share their ranks, and who gives everybody the same rank says nothing: 0. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  return correlation(ranksOf(a), ranksOf(b));
}

export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const meanA = sumOf(a) / a.length;
  const meanB = sumOf(b) / b.length;
  let together = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let i = 0; i < a.length; i++) {
    const x = (a[i] ?? 0) - meanA;
    const y = (b[i] ?? 0) - meanB;
    together += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  const scale = Math.sqrt(squaresA * squaresB);
  return scale > 0 ? together / scale : 0;
}

/** Equal to within rounding is equal: the same ROAS computed from two spends is the same ROAS. */
function ranksOf(values: readonly number[]): number[] {
  const near = 1e-9 * Math.max(...values.map(Math.abs));
  return values.map(
    (value) =>
      values.filter((other) => other < value - near).length +
      (values.filter((other) => Math.abs(other - value) <= near).length + 1) / 2,
  );
}
