import { quantileOfSorted } from '../numeric/quantile';

/** Counts the gaps between purchases into `counts` and returns their median, NaN below two gaps. */
export function countGaps(day: Int32Array, count: number, counts: Map<number, number>): number {
  if (count < 2) return NaN;
  const gaps = new Int32Array(count - 1);
  for (let i = 1; i < count; i++) {
    const gap = day[i]! - day[i - 1]!;
    gaps[i - 1] = gap;
    counts.set(gap, (counts.get(gap) ?? 0) + 1);
  }
  if (count === 3) return (gaps[0]! + gaps[1]!) / 2;
  return count === 2 ? NaN : quantileOfSorted(gaps.sort(), 0.5);
}

/** Sum of the natural logarithms of the gaps; days of two purchases differ, so every gap is at least 1. */
export function sumOfLogGaps(day: Int32Array, count: number): number {
  let sum = 0;
  for (let i = 1; i < count; i++) sum += Math.log(day[i]! - day[i - 1]!);
  return sum;
}

/** Median of values that come with how often they occurred; NaN of none. */
export function medianOfCounts(counts: ReadonlyMap<number, number>): number {
  const gaps = [...counts.keys()].sort((a, b) => a - b);
  const total = gaps.reduce((sum, gap) => sum + (counts.get(gap) ?? 0), 0);
  if (total === 0) return NaN;
  const at = (rank: number): number => {
    let seen = 0;
    for (const gap of gaps) {
      seen += counts.get(gap) ?? 0;
      if (seen > rank) return gap;
    }
    return NaN;
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.ceil((total - 1) / 2))) / 2;
}
