/** Saturation as Hill's curve: `x^s / (x^s + K^s)`, half of what is possible at `x = K`. */
interface HillShape {
  /** K, in the unit of the adstock. */
  readonly halfSaturation: number;
  /** s: above 1 the curve starts flat (S-shaped). */
  readonly slope: number;
}

/** Share of full saturation, [0, 1). */
export function hill(stock: number, { halfSaturation, slope }: HillShape): number {
  if (!(stock > 0)) return 0;
  return 1 / (1 + Math.exp(-slope * Math.log(stock / halfSaturation)));
}
