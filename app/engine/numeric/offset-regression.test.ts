import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minimize } from './bfgs';
import { choleskyFactor, solveWithFactor } from './cholesky';
import { logistic } from './logistic';
import { fitOffsetRegression, type OffsetRegressionRows } from './offset-regression';
import { createRng, nextFloat, nextNormal, nextPoisson, type Rng } from './rng';

type Family = 'poisson' | 'logistic';
const FAMILIES: readonly Family[] = ['poisson', 'logistic'];

/** Rows of the model itself: an intercept and normal features, offsets of about one in five. */
function simulate(rng: Rng, family: Family, truth: readonly number[], size: number): OffsetRegressionRows {
  const columns = truth.length;
  const design = new Float64Array(size * columns);
  const offset = new Float64Array(size);
  const outcomes = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let predictor = (offset[i] = nextNormal(rng) - 1.5);
    for (let j = 0; j < columns; j++) {
      const value = (design[i * columns + j] = j === 0 ? 1 : nextNormal(rng));
      predictor += truth[j]! * value;
    }
    outcomes[i] =
      family === 'poisson'
        ? nextPoisson(rng, Math.exp(predictor))
        : Number(nextFloat(rng) < logistic(predictor));
  }
  return { design, columns, offset, cases: new Float64Array(size).fill(1), outcomes };
}

/** Minus the penalised log-likelihood and its gradient, written down plainly. */
function penalised(family: Family, rows: OffsetRegressionRows, ridge: Float64Array) {
  const { design, columns, offset, cases, outcomes } = rows;
  return (point: Float64Array, gradient: Float64Array): number => {
    let value = 0;
    for (let j = 0; j < columns; j++) {
      value += 0.5 * ridge[j]! * point[j]! ** 2;
      gradient[j] = ridge[j]! * point[j]!;
    }
    for (let i = 0; i < offset.length; i++) {
      let predictor = offset[i]!;
      for (let j = 0; j < columns; j++) predictor += point[j]! * design[i * columns + j]!;
      const mean = family === 'poisson' ? Math.exp(predictor) : logistic(predictor);
      const total = family === 'poisson' ? mean : Math.log1p(Math.exp(predictor));
      value += cases[i]! * total - outcomes[i]! * predictor;
      for (let j = 0; j < columns; j++) {
        gradient[j]! += (cases[i]! * mean - outcomes[i]!) * design[i * columns + j]!;
      }
    }
    return value;
  };
}

/** Standard errors of the maximum likelihood estimate, from the information at the truth. */
function standardErrors(family: Family, rows: OffsetRegressionRows, truth: readonly number[]): number[] {
  const { design, columns, offset } = rows;
  const information = new Float64Array(columns * columns);
  for (let i = 0; i < offset.length; i++) {
    let predictor = offset[i]!;
    for (let j = 0; j < columns; j++) predictor += truth[j]! * design[i * columns + j]!;
    const mean = family === 'poisson' ? Math.exp(predictor) : logistic(predictor);
    const weight = family === 'poisson' ? mean : mean * (1 - mean);
    for (let j = 0; j < columns; j++) {
      for (let k = 0; k < columns; k++) {
        information[j * columns + k]! += weight * design[i * columns + j]! * design[i * columns + k]!;
      }
    }
  }
  const factor = choleskyFactor(information, columns)!;
  return truth.map((_, j) => {
    const unit = new Float64Array(columns);
    unit[j] = 1;
    return Math.sqrt(solveWithFactor(factor, unit)[j]!);
  });
}

const tiny = (columns: number): Float64Array => new Float64Array(columns).fill(1e-6);

describe.each(FAMILIES)('offset regression, %s', (family) => {
  test('finds the coefficients that made 8,000 rows, within four standard errors', () => {
    const truth = [0.4, -0.7, 0.25];
    const rows = simulate(createRng(1, family), family, truth, 8000);
    const found = fitOffsetRegression(family, rows, tiny(3));
    const errors = standardErrors(family, rows, truth);
    truth.forEach((value, j) => expect(Math.abs(found[j]! - value)).toBeLessThan(4 * errors[j]!));
    // Or the tolerance would prove nothing.
    expect(Math.max(...errors)).toBeLessThan(0.05);
  });

  test('finds nothing to correct where the offset is right, within four standard errors of zero', () => {
    const rows = simulate(createRng(2, family), family, [0, 0, 0], 8000);
    const found = fitOffsetRegression(family, rows, tiny(3));
    const errors = standardErrors(family, rows, [0, 0, 0]);
    errors.forEach((error, j) => expect(Math.abs(found[j]!)).toBeLessThan(4 * error));
  });

  test('is the optimum of the penalised likelihood that BFGS finds, to eight decimals', () => {
    const shapes = fc.record({
      seed: fc.integer({ min: 1, max: 1e6 }),
      truth: fc.array(fc.double({ min: -1.5, max: 1.5, noNaN: true }), { minLength: 1, maxLength: 5 }),
      size: fc.integer({ min: 3, max: 200 }),
      ridge: fc.double({ min: 0.1, max: 20, noNaN: true }),
    });
    fc.assert(
      fc.property(shapes, ({ seed, truth, size, ridge }) => {
        const rows = simulate(createRng(seed), family, truth, size);
        const penalty = new Float64Array(truth.length).fill(ridge);
        const found = fitOffsetRegression(family, rows, penalty);
        const start = new Float64Array(truth.length);
        const { point } = minimize(penalised(family, rows, penalty), start, { gradientTolerance: 1e-10 });
        truth.forEach((_, j) => expect(found[j]).toBeCloseTo(point[j]!, 8));
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  test('a row that stands for many says the same as the many', () => {
    const single = simulate(createRng(4), family, [0.3, 0.5], 50);
    const five = (values: Float64Array, width = 1): Float64Array =>
      Float64Array.from({ length: values.length * 5 }, (_, i) => {
        const row = Math.floor(i / width) % 50;
        return values[row * width + (i % width)]!;
      });
    const many: OffsetRegressionRows = {
      design: five(single.design, 2),
      columns: 2,
      offset: five(single.offset),
      cases: five(single.cases),
      outcomes: five(single.outcomes),
    };
    const together = {
      ...single,
      cases: single.cases.map((n) => 5 * n),
      outcomes: single.outcomes.map((y) => 5 * y),
    };
    const ridge = Float64Array.of(1, 10);
    const fromMany = fitOffsetRegression(family, many, ridge);
    fitOffsetRegression(family, together, ridge).forEach((value, j) =>
      expect(value).toBeCloseTo(fromMany[j]!, 10),
    );
  });

  test('where nobody ever bought the answer is finite and lowers every forecast', () => {
    const rows = simulate(createRng(5), family, [0.3, 0.5], 300);
    const none = { ...rows, outcomes: new Float64Array(300) };
    const [intercept, slope] = fitOffsetRegression(family, none, Float64Array.of(1, 10));
    expect(intercept).toBeLessThan(-1);
    expect(Number.isFinite(slope)).toBe(true);
  });

  test('outcomes that the offset called impossible, or certain, leave the answer finite', () => {
    for (const offset of [-20.7, 20.7, -1e3, 1e3]) {
      for (const outcome of [0, 1]) {
        const rows: OffsetRegressionRows = {
          design: Float64Array.of(1, 1, 1, -1),
          columns: 2,
          offset: Float64Array.of(offset, offset),
          cases: Float64Array.of(1000, 1000),
          outcomes: Float64Array.of(1000 * outcome, 1000 * outcome),
        };
        const found = fitOffsetRegression(family, rows, Float64Array.of(1, 10));
        expect([...found].every(Number.isFinite)).toBe(true);
      }
    }
  });
});

test('one coefficient by hand: a ridge of 1 and 3 of 4 cases at even odds solve 3 - 4 / (1 + exp(-c)) = c', () => {
  const rows: OffsetRegressionRows = {
    design: Float64Array.of(1),
    columns: 1,
    offset: Float64Array.of(0),
    cases: Float64Array.of(4),
    outcomes: Float64Array.of(3),
  };
  const c = fitOffsetRegression('logistic', rows, Float64Array.of(1))[0]!;
  expect(3 - 4 / (1 + Math.exp(-c))).toBeCloseTo(c, 12);
  expect(c).toBeGreaterThan(0.4);
});

test('a factor solves L L’ x = v as the matrix does, by hand and for random matrices', () => {
  expect([...solveWithFactor(Float64Array.of(2, 0, 1, Math.SQRT2), Float64Array.of(8, 7))]).toEqual(
    [1.25, 1.5].map((exact) => expect.closeTo(exact, 14) as number),
  );
  const rng = createRng(6);
  for (let size = 1; size <= 7; size++) {
    const root = Float64Array.from({ length: size * size }, () => nextNormal(rng));
    const matrix = new Float64Array(size * size);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        for (let k = 0; k < size; k++) matrix[i * size + j]! += root[i * size + k]! * root[j * size + k]!;
      }
      // Well conditioned, so that ten digits are left.
      matrix[i * size + i]! += 1;
    }
    const answer = Float64Array.from({ length: size }, () => nextNormal(rng));
    const vector = answer.map((_, i) =>
      answer.reduce((sum, value, j) => sum + matrix[i * size + j]! * value, 0),
    );
    const solved = solveWithFactor(choleskyFactor(matrix, size)!, vector);
    answer.forEach((value, i) => expect(solved[i]).toBeCloseTo(value, 10));
  }
});
