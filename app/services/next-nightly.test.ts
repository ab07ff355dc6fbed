import { expect, test } from 'vitest';
import { nextNightly } from './next-nightly';

test('the night after an afternoon in Madrid begins at two on the wall there, in winter and in summer', () => {
  expect(nextNightly(new Date('2026-01-15T15:00:00Z'), 'Europe/Madrid').toISOString()).toBe(
    '2026-01-16T01:00:00.000Z',
  );
  expect(nextNightly(new Date('2026-07-15T15:00:00Z'), 'Europe/Madrid').toISOString()).toBe(
    '2026-07-16T00:00:00.000Z',
  );
});

test('shortly after midnight the next pass is this same night', () => {
  expect(nextNightly(new Date('2026-01-15T23:30:00Z'), 'Europe/Madrid').toISOString()).toBe(
    '2026-01-16T01:00:00.000Z',
  );
});

test('a shop in Mexico City is not on the clock of Madrid', () => {
  expect(nextNightly(new Date('2026-01-15T15:00:00Z'), 'America/Mexico_City').toISOString()).toBe(
    '2026-01-16T08:00:00.000Z',
  );
});
