import { describe, expect, it } from 'vitest';
import { channelWords, silentWords, verdictWords } from './channel-words';
import { channelFit, VERDICTS } from './fixtures/facts';
import { expectWellFormed } from './fixtures/sentences';
import { ENGLISH, SPANISH, SPEAKERS } from './fixtures/speakers';

const ALL = Object.values(VERDICTS);

describe('the words on a channel', () => {
  it.each(ALL.map((verdict) => [verdict.code, verdict] as const))(
    '%s: says what is so and what to do, in both languages and not the same',
    (_, verdict) => {
      const spanish = verdictWords(verdict, 'Meta', SPANISH);
      const english = verdictWords(verdict, 'Meta', ENGLISH);
      expectWellFormed(spanish);
      expectWellFormed(english);
      expect(spanish.says).not.toBe(english.says);
      expect(spanish.advice).not.toBe(english.advice);
    },
  );

  it('without evidence says so first, and tells what was assumed instead of what was found', () => {
    const channel = channelFit({
      hasEvidence: false,
      learning: 0.08,
      verdicts: [VERDICTS['no-evidence'], VERDICTS['constant-spend']],
    });
    const english = channelWords(channel, ENGLISH);
    expect(english.headline).toBe('Your data do not tell us; this is our starting assumption.');
    expect(english.figures).toEqual([
      'What we assume: €250 (between €48 and €1,300, 9 times in 10) of revenue for each €100 spent.',
    ]);
    expect(channelWords(channel, SPANISH).headline).toBe(
      'Tus datos no nos lo dicen; esto es lo que suponemos de partida.',
    );
    expect(english.more.map(({ says }) => says).join()).toContain('varies by 8%');
  });

  it('does not call a learnt number an assumption where only "practically nothing" is still possible', () => {
    const verdict = { code: 'no-evidence', learning: 0.35, evidence: 2.2 } as const;
    const { says } = verdictWords(verdict, 'Meta', ENGLISH);
    expect(says).not.toContain('starting assumption');
    expect(says).toContain('only 2.2 times less likely');
    const { figures } = channelWords(
      channelFit({ learning: 0.35, hasEvidence: false, verdicts: [verdict] }),
      ENGLISH,
    );
    expect(figures[1]).toBe(
      'With the little that your data add: €310 (between €200 and €450, 9 times in 10).',
    );
    expect(verdictWords({ ...verdict, evidence: 0.4 }, 'Meta', ENGLISH).says).toContain('no less likely');
  });

  it('gives return, contribution and next money with their intervals', () => {
    const { figures, text } = channelWords(channelFit(), ENGLISH);
    expect(figures).toEqual([
      'Each €100 spent on Meta brought in €310 (between €200 and €450, 9 times in 10) of revenue.',
      'Of your revenue, €113,000 (between €73,000 and €164,000, 9 times in 10) came from Meta: 18% (between 12% and 26%, 9 times in 10) of it.',
      'At today’s spend, the next €100 a day would bring in €120 (between €71 and €200, 9 times in 10) a day.',
    ]);
    for (const figure of figures) expect(text).toContain(figure);
    expectWellFormed(channelWords(channelFit(), SPANISH));
  });

  it('tells no number of its own of a channel of which only a sum is known', () => {
    const channel = channelFit({ verdicts: [VERDICTS.collinear, VERDICTS['learns-some']] });
    for (const say of SPEAKERS) {
      const { figures, headline } = channelWords(channel, say);
      expect(figures).toEqual([]);
      expect(headline).toContain('Instagram');
    }
    expect(channelWords(channel, SPANISH).headline).toContain('Meta e Instagram');
  });

  it('does not speak of the next money of a channel that spends nothing today', () => {
    for (const say of SPEAKERS) {
      const words = channelWords(channelFit({ marginalRoas: null, currentDailySpend: 0 }), say);
      expect(words.figures).toHaveLength(3);
      expectWellFormed(words);
    }
  });

  it('bends for one', () => {
    const young = { code: 'new-channel', ageDays: 1 } as const;
    const still = { code: 'few-changes', changes: 0, variation: 0.2 } as const;
    expect(verdictWords(young, 'Meta', SPANISH).says).toContain('lleva 1 día en marcha');
    expect(verdictWords(young, 'Meta', ENGLISH).says).toContain('1 day old');
    expect(verdictWords(still, 'Meta', ENGLISH).says).toContain('never switched');
  });

  it('has a word for channels that never spent', () => {
    for (const say of SPEAKERS) {
      const said = silentWords({ name: 'Bing', verdicts: [VERDICTS['never-active']] }, say);
      expectWellFormed(said);
      expect(said[0]?.says).toContain('Bing');
    }
  });
});
