import { summariseDraws } from '../budget/summarise-draws';
import type { ChannelPosterior } from './chain-columns';
import type { ChannelPair } from './mix-fit';

/** Below it the data know the sum of two contributions and guess the split. */
const ENTANGLED = -0.5;

/** Pairs of channels whose contributions trade places from draw to draw, the most entangled first. */
export function entangledPairs(
  names: readonly string[],
  posteriors: readonly Pick<ChannelPosterior, 'roas'>[],
  spends: readonly number[],
): ChannelPair[] {
  const pairs: ChannelPair[] = [];
  for (let a = 0; a < names.length; a++) {
    for (let b = a + 1; b < names.length; b++) {
      const first = posteriors[a]!.roas;
      const second = posteriors[b]!.roas;
      const correlation = correlationOf(first, second);
      if (!(correlation < ENTANGLED)) continue;
      const together = first.map((value, d) => value * spends[a]! + second[d]! * spends[b]!);
      pairs.push({
        names: [names[a]!, names[b]!],
        correlation,
        contribution: summariseDraws(together),
        roas: summariseDraws(together.map((value) => value / (spends[a]! + spends[b]!))),
      });
    }
  }
  return pairs.sort((a, b) => a.correlation - b.correlation);
}

function correlationOf(a: Float64Array, b: Float64Array): number {
  const meanA = a.reduce((sum, value) => sum + value, 0) / a.length;
  const meanB = b.reduce((sum, value) => sum + value, 0) / b.length;
  let together = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let d = 0; d < a.length; d++) {
    together += (a[d]! - meanA) * (b[d]! - meanB);
    squaresA += (a[d]! - meanA) ** 2;
    squaresB += (b[d]! - meanB) ** 2;
  }
  return together / Math.sqrt(squaresA * squaresB);
}
