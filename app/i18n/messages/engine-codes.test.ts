import { describe, expect, it } from 'vitest';
import { codedMessage, noticeText } from '../coded-message';
import { createTranslator } from '../translator';

const LANGUAGES = [
  ['Spanish', createTranslator({ language: 'es', tag: 'es-ES' })],
  ['English', createTranslator({ language: 'en', tag: 'en-US' })],
] as const;

/** What the engine sends, by its contract (`Reason`, `ModelChoice`, `BacktestCandidate`, `Verdict`). */
const CODED = [
  ['reasons', 'overdue', { days: 96, usualGapDays: 31, times: '3.1' }],
  ['reasons', 'on-rhythm', { days: 12, usualGapDays: 31 }],
  ['reasons', 'one-time', { days: 12 }],
  ['reasons', 'new', { days: 12 }],
  ['reasons', 'frequent', { orders: 30, perYear: '12' }],
  ['reasons', 'rare', { orders: 2, perYear: '0.7' }],
  ['reasons', 'slowing', { recentGapDays: 60, usualGapDays: 20 }],
  ['reasons', 'big-spender', { orderValue: '€310', shopMedian: '€42' }],
  ['reasons', 'small-spender', { orderValue: '€3', shopMedian: '€42' }],
  ['choices', 'default-held', { origins: 4 }],
  ['choices', 'better-in-backtest', { origins: 4, gain: '0.03', error: '0.01' }],
  ['choices', 'as-good-and-likelier', { origins: 4, logLikelihood: 12 }],
  ['choices', 'default-unchecked', {}],
  ['choices', 'no-churn-detectable', {}],
  ...['hiatus', 'last-window', 'bg-nbd', 'mbg-nbd', 'mbg-cnbd-2', 'mbg-cnbd-3', 'nbd', 'corrected'].map(
    (name) => ['candidates', name, {}] as const,
  ),
  ...['bg-nbd', 'mbg-nbd', 'mbg-cnbd-2', 'mbg-cnbd-3', 'nbd'].map((name) => ['models', name, {}] as const),
] as const;

const VERDICTS = [
  ['customers-older-than-data', { customers: 31, share: 0.124 }],
  ['season-used', { peakWeek: 48, peakFactor: 1.62, years: 2 }],
  ['totals-interval-default', { modelError: 0.15, origins: 1 }],
] as const;

describe.each(LANGUAGES)('codes of the engine in %s', (_language, t) => {
  it.each(CODED)('%s: %s has words of its own', (group, code, values) => {
    const text = codedMessage(t, group, code, values);
    expect(text).not.toBe(codedMessage(t, group, 'a-code-of-tomorrow').replace('a-code-of-tomorrow', code));
    expect(text).not.toMatch(/[{}#]|undefined|NaN/);
  });

  it.each(VERDICTS)('the verdict %s has a title and a body', (code, values) => {
    const unknown = noticeText(t, 'a-code-of-tomorrow', {});
    const { title, body } = noticeText(t, code, values);
    expect(title).not.toContain(code);
    expect(body).not.toBe(unknown.body);
  });
});

describe('the season in words', () => {
  it('names the week and how much more is bought in it', () => {
    const [, [, english]] = LANGUAGES;
    const { body } = noticeText(english, 'season-used', { peakWeek: 48, peakFactor: 1.62, years: 2 });
    expect(body).toContain('In 2 years of orders the peak is around week 48 of the year, with 1.62 times');
  });
});
