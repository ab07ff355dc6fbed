import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeDayLabels } from './day-labels';

describe('placeDayLabels', () => {
  it.each([
    [1, false, 'first start, today end'],
    [0.93, true, 'first start, today end'],
    [0.75, true, 'first start, today middle'],
    [0.5, true, 'first start, today middle, last end'],
    [0.3, true, 'today middle, last end'],
    [0, true, 'today start, last end'],
    [0, false, 'today start'],
  ])('writes what has room, with the analysis day at %d', (today, ahead, words) => {
    const text = placeDayLabels({ today, ahead }).map(({ of, anchor }) => `${of} ${anchor}`);
    expect(text.join(', ')).toBe(words);
  });

  it('always names the analysis day, within the drawing', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (today, ahead) => {
        const label = placeDayLabels({ today, ahead }).find(({ of }) => of === 'today');
        const half = { start: 0, middle: 0.225, end: 0.45 }[label?.anchor ?? 'middle'];
        expect(today - half).toBeGreaterThanOrEqual(0);
        expect(today - half + 0.45).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});
