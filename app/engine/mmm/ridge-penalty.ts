import { CholeskyDecomposition, Matrix } from 'ml-matrix';

const BLOCKS = 5;
/** Penalties as a share of the number of rows, a factor of about three apart. */
const SHARES = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1];

/**
 * The ridge penalty that forecasts left-out stretches of time best. Whole stretches, because a day is too easily guessed
 * from the days beside it.
 * @param columns standardised
 * @param target centred
 */
export function chooseRidge(columns: readonly Float64Array[], target: Float64Array): number {
  const rows = target.length;
  const bounds = Array.from({ length: BLOCKS + 1 }, (_, b) => Math.floor((b * rows) / BLOCKS));
  const blocks = Array.from({ length: BLOCKS }, (_, b) =>
    momentsOf(columns, target, bounds[b]!, bounds[b + 1]!),
  );
  const gram = blocks.map(({ gram: part }) => part).reduce((sum, part) => Matrix.add(sum, part));
  const cross = blocks.map(({ cross: part }) => part).reduce((sum, part) => Matrix.add(sum, part));
  const size = columns.length;
  let best = SHARES[0]!;
  let least = Infinity;
  for (const share of SHARES) {
    let error = 0;
    for (const block of blocks) {
      const rest = Matrix.sub(gram, block.gram).add(Matrix.eye(size).mul(share * rows));
      const coefficients = new CholeskyDecomposition(rest).solve(Matrix.sub(cross, block.cross));
      error += block.squares - 2 * coefficients.dot(block.cross);
      error += coefficients.dot(block.gram.mmul(coefficients));
    }
    if (error < least) {
      least = error;
      best = share;
    }
  }
  return best * rows;
}

interface Moments {
  readonly gram: Matrix;
  readonly cross: Matrix;
  readonly squares: number;
}

function momentsOf(
  columns: readonly Float64Array[],
  target: Float64Array,
  from: number,
  to: number,
): Moments {
  const part = columns.map((values) => values.subarray(from, to));
  const outcome = target.subarray(from, to);
  const gram = Matrix.zeros(part.length, part.length);
  part.forEach((first, i) => {
    for (let j = 0; j <= i; j++) {
      const product = dot(first, part[j]!);
      gram.set(i, j, product);
      gram.set(j, i, product);
    }
  });
  return {
    gram,
    cross: Matrix.columnVector(part.map((values) => dot(values, outcome))),
    squares: dot(outcome, outcome),
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < a.length; t++) sum += a[t]! * b[t]!;
  return sum;
}
