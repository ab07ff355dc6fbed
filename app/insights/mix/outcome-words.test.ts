import { describe, expect, it } from 'vitest';
import { dayNumber, isoDay } from '~/domain/iso-day';
import type { MixRefusal } from '~/engine/mmm/history-check';
import type { MissingDriver, MixStop } from '~/engine/mmm/mix-fit';
import { DIAGNOSTICS } from './fixtures/facts';
import { expectWellFormed } from './fixtures/sentences';
import { ENGLISH, SPANISH, SPEAKERS } from './fixtures/speakers';
import { outcomeWords } from './outcome-words';

/** One a code: the compiler asks for the next one that is invented. */
const REFUSALS: {
  readonly [Reason in MixRefusal['reason']]: Extract<MixRefusal, { readonly reason: Reason }>;
} = {
  'history-too-short': {
    status: 'refused',
    reason: 'history-too-short',
    days: 60,
    requiredDays: 91,
    readyOn: dayNumber(isoDay('2026-12-22')),
  },
  'no-spend': { status: 'refused', reason: 'no-spend' },
  'no-revenue': { status: 'refused', reason: 'no-revenue', rowsWithRevenue: 12 },
};
const STOPS: { readonly [Status in MixStop['status']]: Extract<MixStop, { readonly status: Status }> } = {
  'not-converged': { status: 'not-converged', diagnostics: DIAGNOSTICS },
  'negative-baseline': {
    status: 'negative-baseline',
    probability: 0.34,
    missing: ['season', 'events'],
    diagnostics: DIAGNOSTICS,
  },
};
const DRIVERS: Readonly<Record<MissingDriver, true>> = { season: true, events: true, controls: true };

describe('why there are no numbers', () => {
  it.each([...Object.values(REFUSALS), ...Object.values(STOPS)].map((each) => [each] as const))(
    'is said in both languages: %o',
    (outcome) => {
      for (const say of SPEAKERS) expectWellFormed(outcomeWords(outcome, say));
      expect(outcomeWords(outcome, SPANISH).what).not.toBe(outcomeWords(outcome, ENGLISH).what);
    },
  );

  it('says when a history will do', () => {
    expect(outcomeWords(REFUSALS['history-too-short'], ENGLISH)).toEqual({
      what: 'There are 60 days of history, and 91 are needed: with less, season and advertising cannot be told apart.',
      advice: 'If the data go on as they are, it will do from 2026-12-22.',
    });
    const oneDay = { ...REFUSALS['history-too-short'], days: 1 };
    expect(outcomeWords(oneDay, ENGLISH).what).toContain('There is 1 day of history');
    expect(outcomeWords(oneDay, SPANISH).what).toContain('Hay 1 día de historial');
  });

  it('counts rows with revenue: none, one, many', () => {
    const withRows = (rowsWithRevenue: number): string =>
      outcomeWords({ ...REFUSALS['no-revenue'], rowsWithRevenue }, ENGLISH).what;
    expect(withRows(0)).toBe('No row has any revenue.');
    expect(withRows(1)).toContain('Only 1 row has revenue');
    expect(withRows(12)).toContain('Only 12 rows have revenue');
  });

  it('names each missing driver of a negative baseline, and has advice where none is missing', () => {
    const stop = STOPS['negative-baseline'];
    const drivers = Object.keys(DRIVERS) as MissingDriver[];
    for (const say of SPEAKERS) {
      const told = drivers.map((driver) => outcomeWords({ ...stop, missing: [driver] }, say).advice);
      expect(new Set(told).size).toBe(drivers.length);
      expectWellFormed(outcomeWords({ ...stop, missing: [] }, say));
      expect(outcomeWords(stop, say).what).toMatch(/34\s?%/);
    }
  });

  it('tells the figures of a calculation that did not settle', () => {
    expect(outcomeWords(STOPS['not-converged'], ENGLISH).what).toContain(
      'R-hat 1.03, 218 independent draws, 1 divergence)',
    );
  });
});
