import { describe, expect, it } from 'vitest';
import { greetingName } from './greeting-name';

describe('greetingName', () => {
  it.each([
    ['Núria', 'Núria'],
    ['  María   José ', 'María José'],
    ['Jean-Luc', 'Jean-Luc'],
    ['O’Neill', 'O’Neill'],
    ['J. M.', 'J. M.'],
    ['Lucía 🌸', 'Lucía'],
    ['\u202EAna', 'Ana'],
    ['李', '李'],
    ['محمد', 'محمد'],
  ])('says %j as %j', (firstName, name) => {
    expect(greetingName(firstName)).toBe(name);
  });

  it.each([
    null,
    '',
    ' ',
    '-',
    '.',
    '12345',
    'ana@example.com',
    'WIN 1000 € https://evil.example',
    'evil.example',
    'A'.repeat(41),
    '=1+1',
    'Ana\u0000',
    '\uD800',
  ])('greets without a name instead of saying %j', (firstName) => {
    expect(greetingName(firstName)).toBeNull();
  });

  it('takes line ends for spaces', () => {
    expect(greetingName('Ana\nMaría')).toBe('Ana María');
  });
});
