import { logistic } from '../numeric/logistic';

/**
 * How customers buy until they leave. All three share one law of buying, Poisson purchases at a rate that is
 * Gamma(r, alpha) over customers, and differ in when a customer can leave, with a probability that is Beta(a, b):
 *  - `bg-nbd`: after each repeat purchase (Fader, Hardie & Lee 2005): a one-time buyer is alive for ever;
 *  - `mbg-nbd`: after each purchase, the first included (Batislam, Denizel & Filiztekin 2007);
 *  - `nbd`: never.
 */
export type PurchaseModelName = 'bg-nbd' | 'mbg-nbd' | 'nbd';

/** `alpha` in time units (days, unless a test says weeks); `a` is 0 and `b` 1 for `nbd`. */
export interface PurchaseParams {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

export interface PurchaseModel {
  readonly name: PurchaseModelName;
  readonly params: PurchaseParams;
}

/** Chances to leave that a living customer with `frequency` repeat purchases has taken and survived. */
export function survivedChances(name: PurchaseModelName, frequency: number): number {
  if (name === 'nbd') return 0;
  return name === 'mbg-nbd' ? frequency + 1 : frequency;
}

/**
 * Probability that the customer has not left: `1 / (1 + a / (b + n - 1) ((alpha + T) / (alpha + t_x))^(r + x))`, n the
 * chances survived (Fader, Hardie & Lee 2008, "Computing P(alive) using the BG/NBD model"; MBG/NBD has n = x + 1).
 * @param frequency repeat purchases x
 * @param recency age at the last purchase t_x, time units of `alpha`
 * @param age age now T, same units
 */
export function probabilityAlive(
  model: PurchaseModel,
  frequency: number,
  recency: number,
  age: number,
): number {
  const { r, alpha, a, b } = model.params;
  const chances = survivedChances(model.name, frequency);
  if (chances === 0) return 1;
  const logOddsLeft =
    Math.log(a / (b + chances - 1)) + (r + frequency) * Math.log1p((age - recency) / (alpha + recency));
  return logistic(-logOddsLeft);
}

/**
 * Probability of at least one purchase in the next `horizon`, given that the customer is alive now:
 * `1 - ((alpha + T) / (alpha + T + h))^(r + x)`, exact because leaving comes only after a purchase.
 */
export function probabilityOfPurchaseIfAlive(
  model: PurchaseModel,
  frequency: number,
  age: number,
  horizon: number,
): number {
  const { r, alpha } = model.params;
  return -Math.expm1(-(r + frequency) * Math.log1p(horizon / (alpha + age)));
}

/**
 * Time until the next purchase that a living customer stays below with `probability`: the quantile of the Lomax law
 * `P(time > t) = (1 + t / (alpha + T))^-(r + x)`.
 */
export function nextPurchaseQuantile(
  model: PurchaseModel,
  frequency: number,
  age: number,
  probability: number,
): number {
  const { r, alpha } = model.params;
  return (alpha + age) * Math.expm1(-Math.log1p(-probability) / (r + frequency));
}
