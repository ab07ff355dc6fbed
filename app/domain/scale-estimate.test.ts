import { describe, expect, it } from 'vitest';
import { partOf, scaleEstimate } from './scale-estimate';

const total = { mean: 200, low: 150, high: 260, level: 0.8 };

describe('scaleEstimate', () => {
  it('turns revenue into margin with the same relative interval', () => {
    expect(scaleEstimate(total, 0.5)).toEqual({ mean: 100, low: 75, high: 130, level: 0.8 });
  });
});

describe('partOf', () => {
  it('gives a part the relative interval of the total', () => {
    expect(partOf(total, 20)).toEqual({ mean: 20, low: 15, high: 26, level: 0.8 });
  });

  it('knows no part of nothing, nor of so little that it cannot be divided by', () => {
    expect(partOf({ mean: 1e-320, low: 0, high: 1, level: 0.8 }, 5)).toBeNull();
    expect(partOf({ mean: 0, low: 0, high: 0, level: 0.8 }, 5)).toBeNull();
  });
});
