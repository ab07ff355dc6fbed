import { describe, expect, it } from 'vitest';
import { estimate } from './fixtures/facts';
import { ENGLISH, SPANISH } from './fixtures/speakers';
import { counted, listed, scaled, withRange } from './speaker';

describe('an estimate in words', () => {
  it('carries its interval and how often it holds, with the digits that the width allows', () => {
    const money = estimate(113_150, 73_000, 164_250);
    expect(withRange(money, SPANISH.money, SPANISH)).toBe(
      '113.000 € (entre 73.000 € y 164.000 €, 9 de cada 10 veces)',
    );
    expect(withRange(money, ENGLISH.money, ENGLISH)).toBe(
      '€113,000 (between €73,000 and €164,000, 9 times in 10)',
    );
    expect(withRange(estimate(3.1234, 2.0123, 4.4567), ENGLISH.number, ENGLISH)).toBe(
      '3.1 (between 2 and 4.5, 9 times in 10)',
    );
  });

  it('says a level that is no round number of tenths in hundredths', () => {
    expect(withRange({ ...estimate(10, 5, 15), level: 0.95 }, ENGLISH.number, ENGLISH)).toContain(
      '95 times in 100',
    );
  });

  it('has no interval to tell where there is none', () => {
    expect(withRange(estimate(0, 0, 0), ENGLISH.money, ENGLISH)).toBe('€0');
  });

  it('keeps low below high when it is turned around', () => {
    expect(scaled(estimate(2, 1, 4), -1)).toEqual(estimate(-2, -4, -1));
  });

  it('does not round a small end of a long interval to nothing', () => {
    expect(withRange(estimate(254, 48.3, 1_290), ENGLISH.money, ENGLISH)).toBe(
      '€250 (between €48 and €1,300, 9 times in 10)',
    );
  });

  it('never writes a negative nothing', () => {
    expect(withRange(estimate(-0.3, -1_000, 900), ENGLISH.money, ENGLISH)).toBe(
      '€0 (between -€1,000 and €900, 9 times in 10)',
    );
  });
});

describe('words that bend', () => {
  it('one and many', () => {
    expect(counted(1, 'día', 'días', SPANISH)).toBe('1 día');
    expect(counted(0, 'day', 'days', ENGLISH)).toBe('0 days');
    expect(counted(1200, 'day', 'days', ENGLISH)).toBe('1,200 days');
  });

  it('lists as they are spoken, and "y" gives way before the sound of i (RAE, Ortografía 2010)', () => {
    expect(listed(['Google', 'Meta', 'TikTok'], 'en')).toBe('Google, Meta and TikTok');
    expect(listed(['Google', 'Meta', 'TikTok'], 'es')).toBe('Google, Meta y TikTok');
    expect(listed(['Meta', 'Instagram'], 'es')).toBe('Meta e Instagram');
    expect(listed(['Meta', 'Hierbas'], 'es')).toBe('Meta y Hierbas');
    expect(listed(['Meta'], 'es')).toBe('Meta');
    expect(listed([], 'en')).toBe('');
  });
});
