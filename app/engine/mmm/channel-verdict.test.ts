import { describe, expect, it } from 'vitest';
import { channelVerdicts, supportsCurve, type ChannelFindings } from './channel-verdict';
import { spendPattern } from './spend-pattern';

const SOUND: ChannelFindings = {
  learning: 0.6,
  evidence: 10,
  pattern: { activeDays: 300, variation: 0.5, changes: 8, ageDays: 365 },
  partner: null,
  fading: null,
  saturation: 0.4,
};

function codes(findings: Partial<ChannelFindings>): string[] {
  return channelVerdicts({ ...SOUND, ...findings }).map(({ code }) => code);
}

describe('the verdict on a channel', () => {
  it('says how well it learns where nothing is wrong', () => {
    expect(codes({})).toEqual(['learns-well']);
    expect(codes({ learning: 0.3 })).toEqual(['learns-some']);
  });

  it('is "no evidence" where the prior hardly moved, or nothing remains as likely as before', () => {
    expect(codes({ learning: 0.19 })).toEqual(['no-evidence']);
    expect(codes({ evidence: 2 })).toEqual(['no-evidence']);
  });

  it('knows a small effect from none: a ROI that is nailed down is evidence however low it is', () => {
    expect(codes({ learning: 0.8, evidence: 0.02 })).toEqual(['learns-well']);
  });

  it('names what the spend cannot show, gravest first', () => {
    const pattern = { activeDays: 20, variation: 0.1, changes: 1, ageDays: 25 };
    expect(codes({ pattern, evidence: 0 })).toEqual([
      'no-evidence',
      'new-channel',
      'few-active-days',
      'constant-spend',
    ]);
    expect(supportsCurve(pattern)).toBe(false);
    expect(supportsCurve(SOUND.pattern)).toBe(true);
  });

  it('lets a channel that was never paused have a curve if its spend moves while it runs', () => {
    expect(supportsCurve({ ...SOUND.pattern, changes: 0 })).toBe(true);
    expect(supportsCurve({ ...SOUND.pattern, changes: 1, variation: 0.2 })).toBe(false);
  });

  it('tells a partner, fading and saturation', () => {
    expect(codes({ partner: { name: 'bing', correlation: -0.7 }, fading: -0.4, saturation: 0.9 })).toEqual([
      'collinear',
      'fading',
      'saturated',
      'learns-well',
    ]);
  });
});

describe('the pattern of spend', () => {
  it('counts active days, switches and age; a week is seven days', () => {
    const spend = Float64Array.of(0, 0, 10, 30, 0, 10, 10);
    expect(spendPattern(spend, 'daily')).toMatchObject({ activeDays: 4, changes: 3, ageDays: 5 });
    expect(spendPattern(spend, 'weekly')).toMatchObject({ activeDays: 28, changes: 3, ageDays: 35 });
    expect(spendPattern(spend, 'daily').variation).toBeCloseTo(Math.sqrt(75) / 15, 12);
  });
});
