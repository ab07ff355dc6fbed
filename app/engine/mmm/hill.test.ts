import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hill } from './hill';

const shapes = fc.record({
  halfSaturation: fc.double({ min: 0.01, max: 1000, noNaN: true }),
  slope: fc.double({ min: 0.3, max: 4, noNaN: true }),
});

test('at K the response is half of what is possible, whatever the slope', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      expect(hill(shape.halfSaturation, shape)).toBe(0.5);
    }),
  );
});

test('it is x^s / (x^s + K^s), to 12 digits', () => {
  fc.assert(
    fc.property(shapes, fc.double({ min: 0.05, max: 20, noNaN: true }), (shape, multiple) => {
      const x = multiple * shape.halfSaturation;
      const [top, half] = [x ** shape.slope, shape.halfSaturation ** shape.slope];
      expect(hill(x, shape) / (top / (top + half))).toBeCloseTo(1, 11);
    }),
  );
});

test('without spend there is no response', () => {
  expect(hill(0, { halfSaturation: 5, slope: 0.7 })).toBe(0);
});
