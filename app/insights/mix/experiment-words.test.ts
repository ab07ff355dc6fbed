import { describe, expect, it } from 'vitest';
import type { ExperimentDesign, ExperimentDoubt } from '~/engine/mmm/experiment';
import { experimentWords, noExperimentWords } from './experiment-words';
import { estimate, experimentDesign } from './fixtures/facts';
import { expectWellFormed } from './fixtures/sentences';
import { ENGLISH, SPANISH, SPEAKERS } from './fixtures/speakers';

/** A key a code: the compiler asks for the next one that is invented. */
const DOUBTS: Readonly<Record<ExperimentDoubt, readonly string[]>> = {
  'weak-evidence': ['Meta'],
  split: ['Meta', 'Instagram'],
  fading: ['Meta'],
};
const KINDS: Readonly<Record<ExperimentDesign['kind'], true>> = {
  pause: true,
  flights: true,
  halve: true,
  double: true,
};
const doubts = Object.entries(DOUBTS) as [ExperimentDoubt, readonly string[]][];
const kinds = Object.keys(KINDS) as ExperimentDesign['kind'][];

function words(design: Partial<ExperimentDesign>, say = ENGLISH, doubt: ExperimentDoubt = 'weak-evidence') {
  return experimentWords({ doubt, channels: DOUBTS[doubt], best: experimentDesign(design), others: [] }, say);
}

describe('an experiment in words', () => {
  it.each(doubts.flatMap(([doubt]) => kinds.map((kind) => [doubt, kind] as const)))(
    '%s by %s is whole in both languages',
    (doubt, kind) => {
      for (const say of SPEAKERS) {
        const { warning, ...said } = words({ kind, untested: kind === 'double' }, say, doubt);
        expectWellFormed(said);
        expect(warning === null).toBe(kind !== 'double');
      }
    },
  );

  it('says what to do, what it costs and what would be known, with intervals', () => {
    expect(words({})).toEqual({
      doubt: 'What your data cannot tell: what Meta really brings.',
      proposal: 'The cheapest way to find out: pause Meta for 14 days and leave everything else as it is.',
      cost: 'Counting the change in spend, it would cost about €420 (between -€510 and €1,700, 9 times in 10).',
      learning: 'So far your data have removed 12% of our initial doubt; with the test we expect about 56%.',
      measure:
        'In these 14 days we expect a difference in sales of €3,200 (between €1,500 and €5,600, 9 times in 10), and could measure it to give or take €750 (one standard error).',
      warning: null,
    });
  });

  it('turns a negative cost into a saving, interval and all', () => {
    expect(words({ cost: estimate(-420, -1_730, 510) }).cost).toBe(
      'Counting the change in sales, it would save about €420 (between -€510 and €1,700, 9 times in 10).',
    );
  });

  it('does not promise that a test settles what it cannot', () => {
    expect(words({ enough: false }).proposal).not.toContain('find out');
    expect(words({ learningBefore: 0.24, learningAfter: 0.243, enough: false }).learning).toContain(
      'hardly more',
    );
    expect(words({ learningBefore: -0.05 }).learning).toContain('removed 0% of');
  });

  it('joins the names of a pair as they are spoken', () => {
    expect(words({}, SPANISH, 'split').doubt).toContain('cada uno de Meta e Instagram');
  });

  it('has a word for nothing to settle', () => {
    for (const say of SPEAKERS) expectWellFormed(noExperimentWords(say));
  });
});
