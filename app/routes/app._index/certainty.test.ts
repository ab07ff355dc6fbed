import { describe, expect, it } from 'vitest';
import { certaintyOf } from './certainty';

describe('certaintyOf', () => {
  it.each([
    [90, 110, 'high'],
    [85, 115, 'high'],
    [70, 130, 'medium'],
    [40, 190, 'low'],
  ])('an interval of %d to %d around 100 has %s certainty', (low, high, word) => {
    expect(certaintyOf({ mean: 100, low, high, level: 0.8 })).toBe(word);
  });

  it('an interval around zero is of low certainty, not a division by zero', () => {
    expect(certaintyOf({ mean: 0, low: 0, high: 5, level: 0.8 })).toBe('low');
    expect(certaintyOf({ mean: 0, low: 0, high: 0, level: 0.8 })).toBe('low');
  });
});
