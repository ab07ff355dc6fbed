import { describe, expect, it } from 'vitest';
import { parseSettingsForm } from './parse-settings-form';

function parse(fields: Readonly<Record<string, string>>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return parseSettingsForm(form);
}

const limits = {
  section: 'rescue-limits',
  maxDiscount: '15',
  contactCost: '0,05',
  largestRescue: '1.000',
  codeDays: '30',
};

describe('parseSettingsForm: margin', () => {
  it.each([
    ['35,5', 0.355],
    ['35.5', 0.355],
    [' 42 % ', 0.42],
    ['100', 1],
    ['1', 0.01],
    ['', null],
  ])('reads "%s" as the share %s', (margin, marginShare) => {
    expect(parse({ section: 'margin', category: 'beauty', margin })).toEqual({
      status: 'valid',
      change: { section: 'margin', category: 'beauty', marginShare },
    });
  });

  it.each([
    ['a third', 'not-a-number'],
    ['-5', 'not-a-number'],
    ['1e2', 'not-a-number'],
    ['0,35', 'out-of-bounds'],
    ['101', 'out-of-bounds'],
  ])('refuses "%s" beside its field', (margin, code) => {
    expect(parse({ section: 'margin', category: '', margin })).toEqual({
      status: 'invalid',
      section: 'margin',
      faults: { margin: { code, least: 1, most: 100 } },
    });
  });

  it('takes no kind of goods that it does not know', () => {
    expect(parse({ section: 'margin', category: 'weapons', margin: '' })).toMatchObject({
      faults: { category: { code: 'not-a-choice' } },
    });
  });
});

describe('parseSettingsForm: rescue limits', () => {
  it('reads numbers as they are typed in Spanish', () => {
    expect(parse(limits)).toEqual({
      status: 'valid',
      change: {
        section: 'rescue-limits',
        maxDiscount: 0.15,
        contactCost: 0.05,
        largestRescue: 1_000,
        codeDays: 30,
      },
    });
  });

  it('reads them as typed in English, and no cost as the house’s estimate', () => {
    expect(parse({ ...limits, contactCost: '', largestRescue: '1,000' })).toMatchObject({
      change: { contactCost: null, largestRescue: 1_000 },
    });
  });

  it('tells every fault at once, with the bounds', () => {
    expect(
      parse({ ...limits, maxDiscount: '25', contactCost: 'free', largestRescue: '2,5', codeDays: '365' }),
    ).toEqual({
      status: 'invalid',
      section: 'rescue-limits',
      faults: {
        maxDiscount: { code: 'not-a-choice' },
        contactCost: { code: 'not-a-number', least: 0, most: 100 },
        largestRescue: { code: 'not-whole', least: 1, most: 10_000 },
        codeDays: { code: 'out-of-bounds', least: 7, most: 90 },
      },
    });
  });

  it('misses no field that was not sent', () => {
    expect(parse({ section: 'rescue-limits' })).toMatchObject({
      faults: { maxDiscount: {}, largestRescue: {}, codeDays: {} },
    });
  });
});

it('knows its own sections only', () => {
  expect(parse({})).toBeNull();
  expect(parse({ section: 'currency' })).toEqual({ status: 'valid', change: { section: 'currency' } });
});
