import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { sumOf } from './attribution';

export interface LinearColumn {
  readonly values: Float64Array;
  /** Precision of a normal prior around 0, in units of the target's variance; 0 for none. */
  readonly penalty: number;
}

export interface LinearFit {
  readonly coefficients: readonly number[];
  /** Of the coefficients, for a target whose noise has variance 1. */
  readonly variances: readonly number[];
  /** Sum of squared residuals over the degrees of freedom that no column took. */
  readonly residualVariance: number;
}

/** Keeps columns that say the same from dividing by nothing; far below what any column says. */
const LEAST = 1e-10;

/** Least squares with normal priors. */
export function fitLinear(columns: readonly LinearColumn[], target: Float64Array): LinearFit {
  // Spends and shares differ by powers of ten: in unit lengths the equations keep their digits.
  const lengths = columns.map(({ values }) => Math.sqrt(dot(values, values)) || 1);
  const units = columns.map(({ values }, j) => values.map((value) => value / (lengths[j] ?? 1)));
  const size = columns.length;
  const gram = Matrix.zeros(size, size);
  units.forEach((a, i) => {
    units.forEach((b, j) => {
      if (j > i) return;
      const own = i === j ? LEAST + (columns[i]?.penalty ?? 0) / (lengths[i] ?? 1) ** 2 : 0;
      const product = dot(a, b) + own;
      gram.set(i, j, product);
      gram.set(j, i, product);
    });
  });
  const solver = new CholeskyDecomposition(gram);
  const solved = solver.solve(Matrix.columnVector(units.map((values) => dot(values, target))));
  const inverse = solver.solve(Matrix.eye(size));
  const coefficients = lengths.map((length, j) => solved.get(j, 0) / length);
  const residuals = target.slice();
  columns.forEach(({ values }, j) => {
    for (let t = 0; t < residuals.length; t++) {
      residuals[t] = (residuals[t] ?? 0) - (coefficients[j] ?? 0) * (values[t] ?? 0);
    }
  });
  return {
    coefficients,
    variances: lengths.map((length, j) => inverse.get(j, j) / length ** 2),
    residualVariance: dot(residuals, residuals) / Math.max(1, target.length - size),
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  return sumOf(a.map((value, t) => value * (b[t] ?? 0)));
}
