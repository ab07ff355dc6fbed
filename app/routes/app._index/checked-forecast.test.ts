import { describe, expect, it } from 'vitest';
import { onlyPastTrust, trackedTrust, uncheckedTrust } from '~/components/fixtures/trust-views';
import { checkedForecasts, sideOfError } from './checked-forecast';

describe('checkedForecasts', () => {
  it('puts forecasts that were shown before trials on the past, each the newest first', () => {
    expect(checkedForecasts(trackedTrust).map(({ kind, madeOn }) => `${kind} ${madeOn}`)).toEqual([
      'shown 2026-08-22',
      'shown 2026-05-24',
      'past 2026-08-22',
      'past 2026-05-24',
    ]);
    expect(checkedForecasts(onlyPastTrust)[0]?.kind).toBe('past');
    expect(checkedForecasts(uncheckedTrust)).toEqual([]);
  });

  it('gives the error of the forecast against what came, and none where nothing came', () => {
    const [newest] = trackedTrust.track;
    if (!newest) throw new Error('the fixture has a track record');
    expect(checkedForecasts(trackedTrust)[0]?.error).toBeCloseTo(1240.3 / 1170 - 1, 12);
    const nothingCame = { ...trackedTrust, track: [{ ...newest, actualPurchases: 0 }] };
    expect(checkedForecasts(nothingCame)[0]?.error).toBeNull();
  });

  it('ends a trial on the past after its own horizon, over the end of a month', () => {
    expect(checkedForecasts(onlyPastTrust)[0]?.until).toBe('2026-11-20');
  });
});

describe('sideOfError', () => {
  it.each([
    [0.06, 'high'],
    [-0.06, 'low'],
    [0.0049, 'exact'],
    [-0.0049, 'exact'],
    [0, 'exact'],
  ])('an error of %d is %s', (error, side) => {
    expect(sideOfError(error)).toBe(side);
  });
});
