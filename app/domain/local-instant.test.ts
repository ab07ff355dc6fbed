import { describe, expect, it } from 'vitest';
import { dayNumber, isoDay, localDay } from '~/domain/iso-day';
import { localInstantIn } from '~/domain/local-instant';

const madrid = localInstantIn('Europe/Madrid');
const at = (day: string, hour: number, minute = 0) =>
  new Date(madrid(dayNumber(isoDay(day)), hour * 3600 + minute * 60)).toISOString();

describe('localInstantIn', () => {
  it('reads a Madrid clock as UTC+1 in winter and UTC+2 in summer', () => {
    expect(at('2026-01-15', 12)).toBe('2026-01-15T11:00:00.000Z');
    expect(at('2026-07-15', 0)).toBe('2026-07-14T22:00:00.000Z');
  });

  it('is exact on both sides of the changes of 2026 (29 March 02:00, 25 October 03:00)', () => {
    expect(at('2026-03-29', 1, 59)).toBe('2026-03-29T00:59:00.000Z');
    expect(at('2026-03-29', 3)).toBe('2026-03-29T01:00:00.000Z');
    expect(at('2026-10-25', 1, 59)).toBe('2026-10-24T23:59:00.000Z');
    expect(at('2026-10-25', 3)).toBe('2026-10-25T02:00:00.000Z');
  });

  it('keeps the calendar day through every hour of a year, the skipped and the doubled ones included', () => {
    const first = dayNumber(isoDay('2026-01-01'));
    for (let day = first; day < first + 365; day++) {
      for (let hour = 0; hour < 24; hour++) {
        expect(dayNumber(localDay(new Date(madrid(day, hour * 3600 + 1800)), 'Europe/Madrid'))).toBe(day);
      }
    }
  });

  it('knows zones half an hour off', () => {
    expect(localInstantIn('Asia/Kolkata')(0, 6 * 3600)).toBe(1_800_000);
  });
});
