import Holidays from 'date-holidays';
import { describe, expect, test, vi } from 'vitest';
import { dayFromNumber, dayNumber, isoDay } from '~/domain/iso-day';
import type { CalendarEvent, EventName } from './calendar-event';
import { marketDays } from './market-calendar';

// Two hundred calendars take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const day = (text: string): number => dayNumber(isoDay(text));

function eventsOf(country: string, first: string, last: string): readonly CalendarEvent[] {
  const calendar = marketDays(country, day(first), day(last));
  if (calendar.status !== 'ok') throw new Error(calendar.advice);
  return calendar.days;
}

/** Days of an event in a year, as `MM-DD`. */
const datesOf = (country: string, year: number, name: EventName): string[] =>
  eventsOf(country, `${year}-01-01`, `${year}-12-31`)
    .filter((event) => event.name === name)
    .map((event) => dayFromNumber(event.day).slice(5));

describe('days that matter to the shops of a country', () => {
  test('Good Friday follows Easter: 31 March 2024, 20 April 2025 (Computus)', () => {
    expect(datesOf('ES', 2024, 'public-holiday')).toContain('03-29');
    expect(datesOf('ES', 2025, 'public-holiday')).toContain('04-18');
    // Easter Sunday itself has 23 hours where the clock changes on it, and is a whole holiday in Italy.
    const easter = eventsOf('IT', '2024-03-31', '2024-03-31');
    expect(easter).toContainEqual({ day: day('2024-03-31'), name: 'public-holiday', weight: 1 });
  });

  test('the ten holidays that all of Spain keeps: nine, and Christmas, which has an event of its own', () => {
    expect(datesOf('ES', 2024, 'public-holiday')).toEqual(
      '01-01 01-06 03-29 05-01 08-15 10-12 11-01 12-06 12-08'.split(' '),
    );
    expect(datesOf('ES', 2024, 'christmas')).toEqual(['12-25']);
  });

  test('Black Friday is 24 November in 2023, 29 November in 2024, 28 November in 2025; Cyber Monday the Monday after', () => {
    expect([2023, 2024, 2025].map((year) => datesOf('ES', year, 'black-friday'))).toEqual([
      ['11-24'],
      ['11-29'],
      ['11-28'],
    ]);
    expect(datesOf('US', 2024, 'cyber-monday')).toEqual(['12-02']);
    expect(datesOf('ES', 2023, 'black-friday-week')).toEqual([
      ...['11-20', '11-21', '11-22', '11-23'],
      ...['11-25', '11-26'],
    ]);
  });

  test.each([
    ['ES', 2024, '05-05'],
    ['ES', 2025, '05-04'],
    ['DE', 2024, '05-12'],
    ['GB', 2024, '03-10'],
    ['FR', 2024, '05-26'],
    // The last Sunday of May was Pentecost.
    ['FR', 2023, '06-04'],
    ['MX', 2024, '05-10'],
    ['AR', 2024, '10-20'],
  ])('Mother’s Day in %s in %i is %s: gifts are bought in the six days before', (country, year, date) => {
    const mothersDay = day(`${year}-${date}`);
    expect(datesOf(country, year, 'mothers-day-run-up')).toEqual(
      [6, 5, 4, 3, 2, 1].map((before) => dayFromNumber(mothersDay - before).slice(5)),
    );
  });

  test.each([
    ['ES', 2024, '03-18'],
    ['PT', 2024, '03-18'],
    ['US', 2024, '06-15'],
    // Ascension, which stays a public holiday.
    ['DE', 2024, '05-08'],
  ])('the run-up to Father’s Day in %s in %i ends on %s', (country, year, last) => {
    expect(datesOf(country, year, 'fathers-day-run-up').at(-1)).toBe(last);
  });

  test('Father’s Day on Ascension leaves Ascension a public holiday in Germany', () => {
    expect(datesOf('DE', 2024, 'public-holiday')).toContain('05-09');
  });

  test('Reyes and rebajas are Spanish, Valentine’s in June Brazilian', () => {
    expect(datesOf('ES', 2024, 'reyes-run-up')).toEqual(['01-02', '01-03', '01-04', '01-05']);
    expect(datesOf('ES', 2024, 'sales-start')).toEqual([
      ...['01-07', '01-08', '01-09', '01-10'],
      ...['07-01', '07-02', '07-03', '07-04', '07-05'],
    ]);
    expect(datesOf('DE', 2024, 'sales-start')).toEqual([]);
    expect(datesOf('ES', 2024, 'valentines-run-up').at(-1)).toBe('02-13');
    expect(datesOf('BR', 2024, 'valentines-run-up').at(-1)).toBe('06-11');
  });

  test('Christmas has a run-up, days too late for a parcel, and the day', () => {
    expect(datesOf('GB', 2024, 'christmas-run-up')).toHaveLength(19);
    expect(datesOf('GB', 2024, 'christmas-late')).toEqual(['12-20', '12-21', '12-22', '12-23', '12-24']);
    expect(datesOf('GB', 2024, 'public-holiday')).toContain('12-26');
    expect(datesOf('ES', 2024, 'singles-day')).toEqual(['11-11']);
  });

  test('the day before a holiday is on the other side of the year, or of the end of the series, too', () => {
    expect(eventsOf('ES', '2024-12-31', '2024-12-31').map(({ name }) => name)).toEqual(['before-holiday']);
    expect(eventsOf('ES', '2025-01-01', '2025-01-01').map(({ name }) => name)).toEqual(['public-holiday']);
    expect(eventsOf('ES', '2024-02-20', '2024-02-20')).toEqual([]);
  });

  test('a holiday of several days has one day before it, and one from noon counts half', () => {
    expect(datesOf('SA', 2024, 'public-holiday')).toEqual(
      expect.arrayContaining(['04-09', '04-10', '04-11', '04-12']),
    );
    expect(datesOf('SA', 2024, 'before-holiday')).toContain('04-08');
    expect(datesOf('SA', 2024, 'before-holiday')).not.toContain('04-09');
    expect(eventsOf('IS', '2024-12-31', '2024-12-31')).toContainEqual({
      day: day('2024-12-31'),
      name: 'public-holiday',
      weight: 0.5,
    });
  });

  test('codes are read in any case; at most 14 columns, each at most once a day, in order', () => {
    const events = eventsOf(' es', '2019-01-01', '2026-12-31');
    expect(events).toEqual(eventsOf('ES', '2019-01-01', '2026-12-31'));
    expect(new Set(events.map(({ name }) => name)).size).toBe(14);
    expect(new Set(eventsOf('DE', '2019-01-01', '2026-12-31').map(({ name }) => name)).size).toBe(12);
    const keys = events.map((event) => `${event.day} ${event.name}`);
    expect(keys).toEqual([...new Set(keys)].sort());
  });

  test('each country that the library knows has its days: once each, of a weight of a half or one', () => {
    const countries = Object.keys(new Holidays().getCountries());
    expect(countries.length).toBeGreaterThan(200);
    for (const country of countries) {
      const events = eventsOf(country, '2024-02-05', '2024-12-30');
      const keys = events.map((event) => `${event.day} ${event.name}`);
      expect(new Set(keys).size, country).toBe(keys.length);
      expect(
        events.every(({ weight }) => weight === 1 || weight === 0.5),
        country,
      ).toBe(true);
    }
  });

  test.each(['', 'XX', 'Spain', 'ES-MD', '__proto__', 'UK'])(
    '"%s" is no country, and that is an answer',
    (code) => {
      const calendar = marketDays(code, 0, 10);
      expect(calendar).toMatchObject({ status: 'unknown-country', country: code });
      expect(calendar.status === 'unknown-country' && calendar.advice).toContain('GB');
    },
  );

  test('days without a calendar have no events and stop nothing', () => {
    expect(eventsOf('ES', '0200-01-01', '0200-12-31')).toEqual([]);
    expect(eventsOf('ES', '9999-01-01', '9999-12-31')).toEqual([]);
  });
});
