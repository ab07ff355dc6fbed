import { describe, expect, it } from 'vitest';
import { grossMargin, MARGIN_CATEGORIES, usualMargin } from './gross-margin';

describe('grossMargin', () => {
  it('is the merchant’s own figure once it is told, whatever is sold', () => {
    expect(grossMargin({ marginShare: 0.42, category: 'electronics' })).toEqual({
      share: 0.42,
      source: 'confirmed',
    });
  });

  it('is estimated from the kind of goods until then', () => {
    expect(grossMargin({ marginShare: null, category: 'beauty' })).toEqual({
      share: 0.55,
      source: 'estimated',
    });
    expect(grossMargin({ marginShare: null, category: null }).share).toBe(usualMargin('other'));
  });

  it.each(MARGIN_CATEGORIES)('is never guessed above what published tables call usual: %s', (category) => {
    const upper = {
      fashion: 0.65,
      beauty: 0.6,
      food: 0.45,
      home: 0.5,
      electronics: 0.25,
      sports: 0.5,
      other: 0.45,
    };
    expect(usualMargin(category)).toBeGreaterThan(0);
    expect(usualMargin(category)).toBeLessThan(upper[category]);
  });
});
