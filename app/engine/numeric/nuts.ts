import { nextExponential, nextFloat, nextNormal, type Rng } from './rng';

/** ln density at `point`; writes its gradient. -Infinity where the density is 0. */
export type LogDensity = (point: Float64Array, gradient: Float64Array) => number;

interface Phase {
  readonly point: Float64Array;
  readonly momentum: Float64Array;
  readonly gradient: Float64Array;
  readonly value: number;
}

interface Tree {
  readonly left: Phase;
  readonly right: Phase;
  readonly proposal: Phase;
  /** ln of the sum of the tree's densities relative to the start. */
  readonly logWeight: number;
  /** Sum of all momenta: points from one end to the other. */
  readonly momentum: Float64Array;
  readonly turned: boolean;
}

export interface NutsStep {
  readonly point: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  readonly divergent: boolean;
  /** Mean acceptance probability over the trajectory: what the step size is tuned by. */
  readonly acceptance: number;
  readonly evaluations: number;
}

/** An energy error this large means that the integrator has left the density. */
const DIVERGENCE = 1000;

/**
 * One transition of the no-U-turn sampler (Hoffman & Gelman 2014) with multinomial weights and the generalised turning
 * criterion (Betancourt 2017, appendix A). The metric is the identity: whiten the density before.
 * @param maxDepth at most `2^maxDepth - 1` evaluations
 */
export function nutsStep(
  density: LogDensity,
  start: Pick<NutsStep, 'point' | 'value' | 'gradient'>,
  stepSize: number,
  maxDepth: number,
  rng: Rng,
): NutsStep {
  const momentum = start.point.map(() => nextNormal(rng));
  const origin: Phase = { ...start, momentum };
  const energy = energyOf(origin);
  let divergent = false;
  let acceptanceSum = 0;
  let evaluations = 0;

  function leaf(from: Phase, direction: 1 | -1): Tree {
    const next = leapfrog(density, from, direction * stepSize);
    evaluations++;
    let change = energyOf(next) - energy;
    if (Number.isNaN(change)) change = Infinity;
    acceptanceSum += Math.min(1, Math.exp(-change));
    const lost = change > DIVERGENCE;
    divergent ||= lost;
    return {
      left: next,
      right: next,
      proposal: next,
      logWeight: -change,
      momentum: next.momentum,
      turned: lost,
    };
  }

  function grow(from: Phase, direction: 1 | -1, depth: number): Tree {
    if (depth === 0) return leaf(from, direction);
    const inner = grow(from, direction, depth - 1);
    if (inner.turned) return inner;
    const outer = grow(direction === 1 ? inner.right : inner.left, direction, depth - 1);
    const joined = join(
      inner,
      outer,
      direction,
      (logInner, logOuter) => logOuter - logAdd(logInner, logOuter),
    );
    return outer.turned ? { ...joined, turned: true } : joined;
  }

  /** Two trees side by side; the proposal of the second is taken with the given ln probability. */
  function join(
    first: Tree,
    second: Tree,
    direction: 1 | -1,
    logTaken: (logFirst: number, logSecond: number) => number,
  ): Tree {
    const [left, right] = direction === 1 ? [first, second] : [second, first];
    const sum = add(left.momentum, right.momentum);
    const taken = -nextExponential(rng) < logTaken(first.logWeight, second.logWeight);
    return {
      left: left.left,
      right: right.right,
      proposal: taken ? second.proposal : first.proposal,
      logWeight: logAdd(first.logWeight, second.logWeight),
      momentum: sum,
      turned:
        turns(sum, left.left.momentum, right.right.momentum) ||
        // A turn between the halves is seen by neither of them.
        turns(add(left.momentum, right.left.momentum), left.left.momentum, right.left.momentum) ||
        turns(add(right.momentum, left.right.momentum), left.right.momentum, right.right.momentum),
    };
  }

  let tree: Tree = {
    left: origin,
    right: origin,
    proposal: origin,
    logWeight: 0,
    momentum,
    turned: false,
  };
  for (let depth = 0; depth < maxDepth && !tree.turned; depth++) {
    const direction = nextFloat(rng) < 0.5 ? 1 : -1;
    const added = grow(direction === 1 ? tree.right : tree.left, direction, depth);
    if (added.turned) break;
    tree = join(tree, added, direction, (logOld, logNew) => logNew - logOld);
  }
  const { point, value, gradient } = tree.proposal;
  return { point, value, gradient, divergent, acceptance: acceptanceSum / evaluations, evaluations };
}

function leapfrog(density: LogDensity, from: Phase, step: number): Phase {
  const size = from.point.length;
  const momentum = new Float64Array(size);
  const point = new Float64Array(size);
  const gradient = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    momentum[i] = from.momentum[i]! + 0.5 * step * from.gradient[i]!;
    point[i] = from.point[i]! + step * momentum[i]!;
  }
  const value = density(point, gradient);
  for (let i = 0; i < size; i++) momentum[i]! += 0.5 * step * gradient[i]!;
  return { point, momentum, gradient, value };
}

function energyOf({ value, momentum }: Phase): number {
  let kinetic = 0;
  for (const p of momentum) kinetic += p * p;
  return kinetic / 2 - value;
}

function turns(sum: Float64Array, first: Float64Array, last: Float64Array): boolean {
  let atFirst = 0;
  let atLast = 0;
  for (let i = 0; i < sum.length; i++) {
    atFirst += sum[i]! * first[i]!;
    atLast += sum[i]! * last[i]!;
  }
  return !(atFirst > 0 && atLast > 0);
}

function add(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value + b[i]!);
}

function logAdd(a: number, b: number): number {
  const most = Math.max(a, b);
  return most === -Infinity ? most : most + Math.log(Math.exp(a - most) + Math.exp(b - most));
}
