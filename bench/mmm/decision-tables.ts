import { fixed, printTable, shareOf, signed } from '../support/markdown';
import { meanWithError } from '../support/statistics';
import { methodsOf, type TriedKind } from './accuracy-tables';
import { sumOf } from './attribution';
import type { CheckedChannel, CheckedPair } from './check-verdicts';
import { PLAN_QUESTIONS, type PlanQuestion } from './plan-requests';
import type { TriedPlan } from './try-plans';
import type { TriedWorld } from './world-trial';

/** A plan that was held back though it gains more than this was held back wrongly. */
const WORTH_A_CHANGE = 0.01;
const FADED = 0.8;
const SATURATED = 0.8;

export function printPlans(worlds: readonly TriedWorld[]): void {
  const dead = worlds.filter(({ channels }) => channels.some((channel) => channel.dead)).length;
  printTable(
    `Plans for 30 days, judged on the true curves; shares of what the best plan's media bring. "Leave" was right where the plan held back would not have gained 1 %. Gain in its range: of the plan found, followed or not.`,
    [
      ...[
        'question',
        'method',
        'regret',
        'gain on today',
        'best gain',
        'worse than today',
        'change',
        'leave',
      ],
      ...['refused', 'leave was right', 'gain in its 90 % range', `dead channels raised (of ${dead})`],
    ],
    PLAN_QUESTIONS.flatMap(({ label }) =>
      methodsOf(worlds.flatMap(({ plans }) => plans.filter(({ question }) => question === label))).map(
        ({ method, all }) => [label, method, ...planFigures(all)],
      ),
    ),
  );
}

function planFigures(all: readonly TriedPlan[]): string[] {
  const percent = (of: (plan: TriedPlan) => number): string => {
    const { mean, error } = meanWithError(all.map(of));
    return `${signed(100 * mean, 1)} ± ${fixed(100 * error, 1)} %`;
  };
  const answered = (answer: TriedPlan['answer']): TriedPlan[] => all.filter((plan) => plan.answer === answer);
  const left = answered('leave');
  const ranged = all.filter(({ gainHeld }) => gainHeld !== null);
  return [
    percent(({ regret }) => regret),
    percent(({ gain }) => gain),
    percent(({ bestGain }) => bestGain),
    shareOf(all.filter(({ worse }) => worse).length, all.length, 2),
    String(answered('change').length),
    String(left.length),
    String(answered('refused').length),
    left.length === 0 ? '-' : `${left.filter(leftRightly).length} of ${left.length}`,
    shareOf(ranged.filter(({ gainHeld }) => gainHeld).length, ranged.length, 2),
    String(sumOf(all.map(({ deadRaised }) => deadRaised))),
  ];
}

function leftRightly({ optimumGain }: TriedPlan): boolean {
  return (optimumGain ?? 0) <= WORTH_A_CHANGE;
}

export function printVerdicts(kinds: readonly TriedKind[]): void {
  printTable(
    'Evidence: channels of which the model says that the data tell something. Visible: nothing lies outside the 90 % range of the oracle.',
    ['worlds', 'dead channels with evidence', 'working and visible', 'working, invisible to the oracle'],
    kinds.map(({ kind, worlds }) => {
      const channels = worlds.flatMap((world) => world.channels);
      const share = (of: (channel: CheckedChannel) => boolean): string => {
        const some = channels.filter(of);
        return `${some.filter(({ hasEvidence }) => hasEvidence).length} of ${some.length}`;
      };
      return [
        kind,
        share(({ dead }) => dead),
        share(({ dead, visible }) => !dead && visible),
        share(({ dead, visible }) => !dead && !visible),
      ];
    }),
  );
  printTable(
    `Verdicts on channels. Fading truly: the last row is worth less than ${FADED} of the first; saturated truly: over ${SATURATED} of all that is possible at today's spend.`,
    [
      ...['worlds', 'fading said of fading channels', 'fading said of others'],
      ...['saturated said of saturated channels', 'saturated said of others'],
    ],
    kinds.map(({ kind, worlds }) => {
      const channels = worlds.flatMap((world) => world.channels).filter(({ dead }) => !dead);
      const said = (
        code: CheckedChannel['codes'][number],
        of: (channel: CheckedChannel) => boolean,
      ): string => {
        const some = channels.filter(of);
        return `${some.filter(({ codes }) => codes.includes(code)).length} of ${some.length}`;
      };
      return [
        kind,
        said('fading', ({ fadesTo }) => fadesTo < FADED),
        said('fading', ({ fadesTo }) => fadesTo >= FADED),
        said('saturated', ({ saturation }) => saturation > SATURATED),
        said('saturated', ({ saturation }) => saturation <= SATURATED),
      ];
    }),
  );
  printTable(
    'Pairs told as one ("collinear"). Sum / parts: error of the sum over the errors of the parts, 1 where nothing cancels out.',
    [
      ...['worlds', 'told as one', 'others', 'spend correlation, told', 'spend correlation, others'],
      ...['sum / parts, told', 'sum / parts, others', 'sum in its 90 % range'],
    ],
    kinds.map(({ kind, worlds }) => {
      const pairs = worlds.flatMap((world) => world.pairs);
      const told = pairs.filter(({ flagged }) => flagged);
      const others = pairs.filter(({ flagged }) => !flagged);
      const over = (some: readonly CheckedPair[], of: (pair: CheckedPair) => number): string =>
        some.length === 0 ? '-' : fixed(meanWithError(some.map(of)).mean, 2);
      return [
        kind,
        String(told.length),
        String(others.length),
        over(told, ({ spendCorrelation }) => spendCorrelation),
        over(others, ({ spendCorrelation }) => spendCorrelation),
        over(told, ({ sumError }) => sumError),
        over(others, ({ sumError }) => sumError),
        shareOf(told.filter(({ sumHeld }) => sumHeld).length, told.length, 2),
      ];
    }),
  );
}

/** The bars of the design. */
export function printSummary(kinds: readonly TriedKind[]): void {
  const bars = { clean: '10 %', realistic: '20 %', hard: '-' } as const;
  const [held, free] = PLAN_QUESTIONS;
  printTable(
    'Against the bars of the design (worlds with a fit).',
    [
      ...['worlds', 'error of contributions', 'bar', 'in 90 % ranges', 'bar', `regret, ${held.label}`, 'bar'],
      ...[`worse than today, ${held.label}`, `worse than today, ${free.label}`, 'bar'],
    ],
    kinds.map(({ kind, worlds }) => {
      const own = worlds.flatMap(({ attributions }) =>
        attributions.filter(({ method }) => method === 'Timón'),
      );
      const contributions = own.map((one) => one.contributions).filter((one) => one !== null);
      const plansOf = ({ label }: PlanQuestion): TriedPlan[] =>
        worlds.flatMap(({ plans }) =>
          plans.filter(({ method, question }) => method === 'Timón' && question === label),
        );
      const worse = (question: PlanQuestion): string => {
        const plans = plansOf(question);
        return shareOf(plans.filter((plan) => plan.worse).length, plans.length, 2);
      };
      const percent = (values: readonly number[]): string => {
        const { mean, error } = meanWithError(values);
        return `${fixed(100 * mean, 1)} ± ${fixed(100 * error, 1)} %`;
      };
      return [
        kind,
        percent(own.map(({ contributionError }) => contributionError)),
        bars[kind],
        shareOf(
          sumOf(contributions.map(({ most }) => most)),
          sumOf(contributions.map(({ trials }) => trials)),
          2,
        ),
        '.86 to .94',
        percent(plansOf(held).map(({ regret }) => regret)),
        kind === 'clean' ? '2 %' : '-',
        worse(held),
        worse(free),
        'under .10',
      ];
    }),
  );
}
