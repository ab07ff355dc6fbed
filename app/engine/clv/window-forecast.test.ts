import { describe, expect, test } from 'vitest';
import { plainHorizons } from './fixtures/horizons';
import { fitAt, groupsOf } from './fixtures/simulated-buyers';
import { predictGroups } from './predict-groups';
import { forecastWindow } from './window-forecast';

const WINDOW_DAYS = 91;
/** Groups that share frequency and age, and differ in recency: what one computes must not leak into the next. */
const CUSTOMERS = [0, 1, 4, 30].flatMap((frequency) =>
  [40, 400].flatMap((age) =>
    (frequency === 0 ? [0] : [0.3, 0.8, 1]).map((share) => ({
      frequency,
      recency: frequency === 0 ? 0 : Math.round(share * age),
      age,
    })),
  ),
);

describe.each(['mbg-nbd', 'bg-nbd', 'mbg-cnbd-2', 'mbg-cnbd-3'] as const)('a window of %s', (name) => {
  test('says what the full predictions say over the same days, to 1e-7 relative', () => {
    const fit = fitAt({ name, params: { r: 0.8, alpha: 30, a: 0.7, b: 2 } });
    const groups = groupsOf(CUSTOMERS);
    const { chance, expected } = forecastWindow(fit, groups, WINDOW_DAYS);
    const full = predictGroups(fit, groups, plainHorizons(WINDOW_DAYS), 0.9);
    for (let g = 0; g < groups.size; g++) {
      expect(chance[g]! / full.pBuy[g]!).toBeCloseTo(1, 7);
      expect(expected[g]! / full.expected[g]!).toBeCloseTo(1, 7);
    }
  });
});
