/** Parts are whole multiples of it, so that binary sums of them are exact whatever their order. */
const GRAIN = 1 / 1024;

export function onGrain(value: number): number {
  return Math.round(value / GRAIN) * GRAIN;
}

export function total(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}
