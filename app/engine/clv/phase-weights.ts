/**
 * Where a living customer stands between two purchases. A gap of k phases is Erlang-k; after a silence of `T - t_x`
 * the customer is in phase j with a weight proportional to
 *
 *   (T-t_x)^j / j! * G(s+j) / (alpha+T)^(s+j),    s = r + k x
 *
 * or, in the share u = (T-t_x) / (alpha+T) of the time that was silent, to `u^j / j! * (s)_j`: no powers of times.
 */

/** Sum of the weights relative to phase 0: 1 where purchases are single events (`phases` 1). */
export function phaseSum(phases: number, shape: number, silent: number): number {
  if (phases === 1) return 1;
  const second = shape * silent;
  return phases === 2 ? 1 + second : 1 + second * (1 + 0.5 * (shape + 1) * silent);
}

/** Derivative of {@link phaseSum} by the shape. */
export function phaseSumByShape(phases: number, shape: number, silent: number): number {
  if (phases === 1) return 0;
  return phases === 2 ? silent : silent * (1 + (shape + 0.5) * silent);
}

/** Derivative of {@link phaseSum} by the silent share. */
export function phaseSumBySilence(phases: number, shape: number, silent: number): number {
  if (phases === 1) return 0;
  return phases === 2 ? shape : shape * (1 + (shape + 1) * silent);
}

/** Probability of phase j given that the customer is alive. */
export function phaseWeight(phases: number, phase: number, shape: number, silent: number): number {
  const sum = phaseSum(phases, shape, silent);
  if (phase === 0) return 1 / sum;
  return phase === 1 ? (shape * silent) / sum : (0.5 * shape * (shape + 1) * silent * silent) / sum;
}
