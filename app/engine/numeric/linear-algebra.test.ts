import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hessianOf, minimize, type Objective } from './bfgs';
import { choleskyFactor, invertPositiveDefinite } from './cholesky';
import { CompensatedSum } from './compensated-sum';
import { quantileInPlace, quantileOfSorted } from './quantile';

const rosenbrock: Objective = (point, gradient) => {
  const [x, y] = point as unknown as [number, number];
  gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x);
  gradient[1] = 200 * (y - x * x);
  return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
};

test('BFGS finds the bottom (1, 1) of the Rosenbrock valley from its classic start', () => {
  const found = minimize(rosenbrock, Float64Array.of(-1.2, 1));
  expect(found.converged).toBe(true);
  expect(found.point[0]).toBeCloseTo(1, 7);
  expect(found.point[1]).toBeCloseTo(1, 7);
});

test('BFGS reports that it did not converge where the function has no finite value', () => {
  const found = minimize(() => NaN, Float64Array.of(1));
  expect(found.converged).toBe(false);
});

test('the Hessian by differences at the Rosenbrock minimum is [[802, -400], [-400, 200]]', () => {
  const hessian = hessianOf(rosenbrock, Float64Array.of(1, 1));
  [802, -400, -400, 200].forEach((exact, i) => expect(hessian[i]).toBeCloseTo(exact, 3));
});

test('Cholesky factors and inverts a matrix done by hand, and refuses an indefinite one', () => {
  const matrix = Float64Array.of(4, 2, 2, 3);
  expect([...choleskyFactor(matrix, 2)!]).toEqual([2, 0, 1, Math.SQRT2]);
  [0.375, -0.25, -0.25, 0.5].forEach((exact, i) =>
    expect(invertPositiveDefinite(matrix, 2)![i]).toBeCloseTo(exact, 14),
  );
  expect(invertPositiveDefinite(Float64Array.of(1, 2, 2, 1), 2)).toBeNull();
});

test('quantiles of any values are those of the sorted values, whatever their order', () => {
  const values = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, probability) => {
      const sorted = Float64Array.from(list).sort();
      expect(quantileInPlace(Float64Array.from(list), probability)).toBe(
        quantileOfSorted(sorted, probability),
      );
    }),
  );
});

test('the quartiles of 1, 2, 3, 4 are those of R type 7: 1.75, 2.5, 3.25', () => {
  const sorted = [1, 2, 3, 4];
  expect([0.25, 0.5, 0.75].map((p) => quantileOfSorted(sorted, p))).toEqual([1.75, 2.5, 3.25]);
});

test('a compensated sum keeps what a plain sum loses: 1 + 1e100 + 1 - 1e100 is 2', () => {
  const sum = new CompensatedSum();
  for (const value of [1, 1e100, 1, -1e100]) sum.add(value);
  expect(sum.value).toBe(2);
});
