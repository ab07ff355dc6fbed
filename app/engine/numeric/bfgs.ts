/** Value of a smooth function at `point`; writes its gradient into `gradient`. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

export interface Minimum {
  readonly point: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  readonly converged: boolean;
  readonly evaluations: number;
}

export interface MinimizeOptions {
  /** Stop when no component of the gradient is larger. */
  readonly gradientTolerance?: number;
  readonly maxIterations?: number;
  /** Longest step in any coordinate: keeps a bad first curvature from leaving the sensible region. */
  readonly maxStep?: number;
  /** Row-major first guess of the inverse Hessian, for example from a fit to a sample. */
  readonly inverseHessian?: Float64Array;
}

/**
 * BFGS with a backtracking line search (Nocedal & Wright 2006, algorithms 6.1 and 3.1), for a handful of parameters:
 * the inverse Hessian is dense. Deterministic.
 */
export function minimize(objective: Objective, start: Float64Array, options: MinimizeOptions = {}): Minimum {
  const { gradientTolerance = 1e-9, maxIterations = 200, maxStep = 1.5 } = options;
  const size = start.length;
  let point = Float64Array.from(start);
  let gradient = new Float64Array(size);
  let value = objective(point, gradient);
  let evaluations = 1;
  const inverse = options.inverseHessian ? Float64Array.from(options.inverseHessian) : identity(size);
  let scaled = options.inverseHessian !== undefined;

  for (let iteration = 0; iteration < maxIterations && Number.isFinite(value); iteration++) {
    if (largest(gradient) <= gradientTolerance) break;
    const direction = descentDirection(inverse, gradient, maxStep);
    const slope = dot(direction, gradient);
    const trial = new Float64Array(size);
    const trialGradient = new Float64Array(size);
    let step = 1;
    let trialValue = Infinity;
    for (; step > 1e-10; step *= 0.4) {
      for (let i = 0; i < size; i++) trial[i] = point[i]! + step * direction[i]!;
      trialValue = objective(trial, trialGradient);
      evaluations++;
      // Near the optimum rounding hides the decrease: a smaller gradient is progress too.
      if (trialValue <= value + 1e-4 * step * slope) break;
      if (
        Math.abs(trialValue - value) <= 1e-13 * Math.abs(value) &&
        largest(trialGradient) < largest(gradient)
      )
        break;
      trialValue = Infinity;
    }
    if (trialValue === Infinity) break;
    const move = trial.map((to, i) => to - point[i]!);
    const turn = trialGradient.map((to, i) => to - gradient[i]!);
    const curvature = dot(move, turn);
    if (curvature > 1e-14 * Math.sqrt(dot(move, move) * dot(turn, turn))) {
      if (!scaled) {
        inverse.fill(0);
        for (let i = 0; i < size; i++) inverse[i * size + i] = curvature / dot(turn, turn);
        scaled = true;
      }
      updateInverse(inverse, move, turn, curvature);
    }
    point = trial;
    gradient = trialGradient;
    value = trialValue;
  }
  const converged = Number.isFinite(value) && largest(gradient) <= Math.max(gradientTolerance, 1e-6);
  return { point, value, gradient, converged, evaluations };
}

/** Hessian by central differences of the analytic gradient, symmetrised; row-major. */
export function hessianOf(objective: Objective, point: Float64Array, step = 1e-4): Float64Array {
  const size = point.length;
  const hessian = new Float64Array(size * size);
  const moved = Float64Array.from(point);
  const above = new Float64Array(size);
  const below = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    moved[i] = point[i]! + step;
    objective(moved, above);
    moved[i] = point[i]! - step;
    objective(moved, below);
    moved[i] = point[i]!;
    for (let j = 0; j < size; j++) {
      const second = (above[j]! - below[j]!) / (2 * step);
      hessian[i * size + j]! += second / 2;
      hessian[j * size + i]! += second / 2;
    }
  }
  return hessian;
}

function identity(size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1;
  return matrix;
}

function descentDirection(inverse: Float64Array, gradient: Float64Array, maxStep: number): Float64Array {
  const size = gradient.length;
  let direction = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) direction[i]! -= inverse[i * size + j]! * gradient[j]!;
  }
  if (!(dot(direction, gradient) < 0)) direction = gradient.map((g) => -g);
  const longest = largest(direction);
  return longest > maxStep ? direction.map((d) => (d * maxStep) / longest) : direction;
}

/** H <- (I - s y'/s'y) H (I - y s'/s'y) + s s'/s'y */
function updateInverse(inverse: Float64Array, s: Float64Array, y: Float64Array, curvature: number): void {
  const size = s.length;
  const hy = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) hy[i]! += inverse[i * size + j]! * y[j]!;
  }
  const scale = (1 + dot(y, hy) / curvature) / curvature;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      inverse[i * size + j]! += scale * s[i]! * s[j]! - (hy[i]! * s[j]! + s[i]! * hy[j]!) / curvature;
    }
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}
