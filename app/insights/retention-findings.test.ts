import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDay } from '~/domain/iso-day';
import { retentionFindings, type MeasuredCampaign, type RetentionFacts } from './retention-findings';

const today = isoDay('2026-11-20');
const estimate = (low: number, high: number) => ({ mean: (low + high) / 2, low, high, level: 0.8 });

const quiet: RetentionFacts = {
  moneyAtRisk: estimate(41_000, 56_000),
  expected12m: estimate(740_000, 900_000),
  atRiskHistory: [],
  segments: [],
  rescue: null,
  campaigns: [],
};
const rescue = {
  gain: estimate(1_900, 3_100),
  chanceGain: 0.9,
  limit: 'none',
  margin: { share: 0.35, source: 'confirmed' },
} as const;
const vips = { segment: 'vip-at-risk', customers: 84, value12m: 9_000, moneyAtRisk: 30_000 };
const campaign: MeasuredCampaign = {
  id: 'campaign-3',
  number: 3,
  verdict: 'probably-paid',
  chancePaid: 0.83,
  rescued: estimate(-200, 4_400),
};
const codes = (facts: Partial<RetentionFacts>): string[] =>
  retentionFindings({ ...quiet, ...facts }).map(({ code }) => code);

describe('retentionFindings', () => {
  it('has nothing to say of a quiet day', () => {
    expect(retentionFindings(quiet)).toEqual([]);
  });

  it('alerts when money at risk has left its range, with both ranges', () => {
    const atRiskHistory = [
      { day: addDays(today, -28), moneyAtRisk: estimate(20_000, 30_000) },
      { day: today, moneyAtRisk: estimate(41_000, 56_000) },
    ];
    expect(retentionFindings({ ...quiet, atRiskHistory })).toEqual([
      {
        kind: 'alert',
        code: 'at-risk-rose',
        values: {
          ...{ days: 28, beforeLow: 20_000, beforeHigh: 30_000 },
          ...{ mean: 48_500, low: 41_000, high: 56_000, level: 0.8 },
        },
        url: '/app/customers?filter=leaving',
      },
    ]);
    expect(codes({ atRiskHistory: [...atRiskHistory].reverse() })).toEqual([]);
  });

  it('gives the VIPs’ part of the money the range of the whole', () => {
    const [finding] = retentionFindings({ ...quiet, segments: [vips], rescue });
    expect(finding).toMatchObject({ kind: 'opportunity', code: 'vips-at-risk' });
    expect(finding?.values['low']).toBeCloseTo((30_000 * 41_000) / 48_500, 6);
  });

  it('offers no rescue of VIPs while rescues are stopped, or win nobody back', () => {
    expect(codes({ segments: [vips], rescue: { ...rescue, gain: estimate(0, 0) } })).toEqual([]);
    expect(codes({ segments: [vips], rescue: { ...rescue, limit: 'leave-alone' } })).toEqual([]);
  });

  it('lets only the newest measured rescue speak, and not where its result is unclear', () => {
    expect(codes({ campaigns: [campaign, { ...campaign, number: 2, verdict: 'did-not-pay' }] })).toEqual([
      'rescue-paid',
    ]);
    expect(codes({ campaigns: [campaign, { ...campaign, number: 4, verdict: 'unclear' }] })).toEqual([]);
    expect(codes({ campaigns: [{ ...campaign, verdict: 'did-not-pay', chancePaid: 0.1 }] })).toEqual([
      'rescue-did-not-pay',
    ]);
  });

  it('asks for the margin last: it is the smallest of what is at stake', () => {
    const estimated = { ...rescue, margin: { share: 0.35, source: 'estimated' } } as const;
    expect(codes({ segments: [vips], rescue: estimated, campaigns: [campaign] })).toEqual([
      'vips-at-risk',
      'rescue-paid',
      'margin-estimated',
    ]);
  });

  const money = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  const anyEstimate = fc
    .tuple(money, money, money)
    .map((values) => [...values].sort((a, b) => a - b) as [number, number, number])
    .map(([low, mean, high]) => ({ mean, low, high, level: 0.8 }));
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const facts: fc.Arbitrary<RetentionFacts> = fc.record({
    moneyAtRisk: fc.option(anyEstimate),
    expected12m: fc.option(anyEstimate),
    atRiskHistory: fc.array(
      fc.record({ day: fc.nat(80).map((days) => addDays(today, days - 80)), moneyAtRisk: anyEstimate }),
    ),
    segments: fc.array(
      fc.record({
        segment: fc.constantFrom('vip-at-risk', 'potential-whale', 'lost'),
        customers: fc.nat(5_000),
        value12m: fc.option(money),
        moneyAtRisk: fc.option(money),
      }),
    ),
    rescue: fc.option(
      fc.record({
        gain: anyEstimate,
        chanceGain: share,
        limit: fc.constantFrom('none', 'no-discount', 'leave-alone'),
        margin: fc.record({ share, source: fc.constantFrom('confirmed', 'estimated') }),
      }),
    ),
    campaigns: fc.array(
      fc.record({
        id: fc.uuid(),
        number: fc.nat(50),
        verdict: fc.constantFrom('probably-paid', 'did-not-pay', 'unclear', 'too-early'),
        chancePaid: share,
        rescued: anyEstimate,
      }),
    ),
  });

  it('says at most three things, each once and in finite numbers, and the same of the same facts', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const findings = retentionFindings(given);
        expect(findings.length).toBeLessThanOrEqual(3);
        expect(new Set(findings.map(({ code }) => code)).size).toBe(findings.length);
        for (const { values } of findings) {
          expect(Object.values(values).every(Number.isFinite)).toBe(true);
        }
        expect(retentionFindings(structuredClone(given))).toEqual(findings);
      }),
    );
  });

  it('names no uncertain money without both ends of its range', () => {
    fc.assert(
      fc.property(facts, (given) => {
        for (const { values } of retentionFindings(given)) {
          if ('mean' in values)
            expect(Object.keys(values)).toEqual(expect.arrayContaining(['low', 'high', 'level']));
        }
      }),
    );
  });
});
