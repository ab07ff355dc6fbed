import { describe, expect, it } from 'vitest';
import { isoDay } from '~/domain/iso-day';
import { createFormat, type Format } from './format';

const formatOf = (tag: string, currency = 'EUR', timeZone = 'Europe/Madrid'): Format =>
  createFormat({
    locale: { language: tag.startsWith('es') ? 'es' : 'en', tag },
    currency,
    timeZone,
    now: '2026-11-21T09:30:00Z',
  });
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('createFormat', () => {
  it.each([
    ['es-ES', 'EUR', '1.900 €', '1.234,50 €'],
    ['es-MX', 'MXN', '$1,900', '$1,234.50'],
    ['en-US', 'USD', '$1,900', '$1,234.50'],
    ['en-GB', 'GBP', '£1,900', '£1,234.50'],
    ['es-ES', 'JPY', '1.900 JPY', '1.235 JPY'],
    ['en-US', 'KWD', 'KWD 1,900', 'KWD 1,234.500'],
  ])('%s writes %s as %s in text and %s to the cent', (tag, currency, short, exact) => {
    const format = formatOf(tag, currency);
    expect(plain(format.money(1900))).toBe(short);
    expect(plain(format.moneyExact(1234.5))).toBe(exact);
  });

  it('keeps the cents of amounts below ten, where they matter, and of no others', () => {
    const format = formatOf('es-ES');
    expect([3.27, 9.99, 9.996, 0, 612.4, -4.5].map((units) => plain(format.money(units)))).toEqual([
      '3,27 €',
      '9,99 €',
      '10 €',
      '0 €',
      '612 €',
      '-4,50 €',
    ]);
  });

  it('writes only no-break spaces, because Node and browsers disagree on which of four kinds to use', () => {
    for (const tag of ['es-ES', 'es-MX', 'en-US', 'en-GB', 'es-AR']) {
      const format = formatOf(tag);
      const { date, time } = format.moment('2026-01-05T18:00:00Z');
      const texts = [
        format.money(48_000),
        format.percent(0.183),
        date,
        time,
        format.day(isoDay('2026-09-03')),
      ];
      expect(texts.join('')).not.toMatch(/[ \u2009\u202f]/);
    }
  });

  it('rounds an estimate to a tenth of its interval’s order of magnitude (41,230 to 56,400 is 41,000 to 56,000)', () => {
    const wide = formatOf('en-US', 'USD').estimate({ mean: 48_123, low: 41_230, high: 56_400, level: 0.8 });
    expect(wide).toEqual({ mean: '$48,000', low: '$41,000', high: '$56,000', times: '8', of: '10' });
    const narrow = formatOf('en-US', 'USD').estimate({
      mean: 48_123,
      low: 48_100,
      high: 48_150,
      level: 0.95,
    });
    expect(narrow).toEqual({ mean: '$48,123', low: '$48,100', high: '$48,150', times: '95', of: '100' });
    const point = formatOf('en-US', 'USD').estimate({ mean: 0, low: 0, high: 0, level: 0.8 });
    expect(point.mean).toBe('$0');
  });

  it('says today and yesterday by the shop’s midnight, not by that of Greenwich', () => {
    const madrid = formatOf('es-ES');
    expect(madrid.moment('2026-11-20T23:30:00Z')).toMatchObject({ relation: 'today', time: '0:30' });
    expect(madrid.moment('2026-11-20T20:40:00Z')).toMatchObject({ relation: 'yesterday', time: '21:40' });
    expect(madrid.moment('2026-11-22T01:00:00Z')).toMatchObject({ relation: 'tomorrow', time: '2:00' });
    expect(plain(madrid.moment('2026-09-03T10:00:00Z').date)).toBe('3 sep 2026');
    const mexico = formatOf('es-MX', 'MXN', 'America/Mexico_City');
    expect(plain(mexico.moment('2026-11-21T03:40:00Z').time)).toBe('9:40 p. m.');
    expect(mexico.moment('2026-11-21T03:40:00Z').relation).toBe('yesterday');
  });

  it.each([
    ['en-US', 'Sep 3, 2026', '0.2%'],
    ['en-GB', '3 Sep 2026', '0.2%'],
    ['es-ES', '3 sep 2026', '0,2 %'],
  ])('%s writes the day %s and the share %s', (tag, day, share) => {
    const format = formatOf(tag);
    expect(plain(format.day(isoDay('2026-09-03')))).toBe(day);
    expect(plain(format.percent(0.002, 2))).toBe(share);
  });
});
