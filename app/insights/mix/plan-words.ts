import type { BudgetPlan, PlanNote, PlannedChannel } from '~/engine/budget/budget-plan';
import type { BudgetObjective } from '~/engine/budget/budget-request';
import { PLAN_WORDS_EN } from './plan-words-en';
import { PLAN_WORDS_ES } from './plan-words-es';
import { scaled, withRange, type Language, type Speaker } from './speaker';

export interface PlanFacts {
  readonly plan: BudgetPlan;
  /** What the plan made the most of: its gain is money of this kind. */
  readonly objective: BudgetObjective;
  /** Default 100. */
  readonly minorPerUnit?: number;
}

/** A budget plan in sentences. */
export interface PlanWords {
  /** Change or leave, and why. */
  readonly answer: string;
  readonly gain: string;
  readonly total: string;
  /** `null` where all of the total is spent. */
  readonly unspent: string | null;
  readonly channels: readonly PlannedChannelWords[];
}

interface PlannedChannelWords {
  readonly name: string;
  readonly move: string;
  /** `null` where the plan allows only one spend. */
  readonly range: string | null;
  readonly revenue: string;
  readonly changeReturn: string | null;
  readonly notes: readonly string[];
}

type Move = 'stay' | 'stay-off' | 'raise' | 'lower' | 'start' | 'stop';
/** Why a part of the total is left. */
type Unspent = 'left-alone' | 'no-room' | 'limited' | 'does-not-pay' | 'indivisible';

/** The words of one language. Amounts come written; `days` is the horizon, `hundred` the unit of rates. */
export interface PlanPhrases {
  readonly answers: Readonly<Record<BudgetPlan['reason'], (chance: string, tolerance: string) => string>>;
  readonly references: Readonly<Record<BudgetPlan['comparedWith'], string>>;
  readonly objectives: Readonly<Record<BudgetObjective, string>>;
  readonly chance: Readonly<Record<'exact' | 'above' | 'below', (percent: string) => string>>;
  readonly gain: (gain: string, objective: string, days: string, reference: string, chance: string) => string;
  readonly noGain: (reference: string) => string;
  readonly total: (daily: string, horizon: string, days: string) => string;
  readonly unspent: (money: string, per: BudgetPlan['unspentPer'], why: string) => string;
  readonly unspentReasons: Readonly<Record<Unspent, string>>;
  readonly days: readonly [one: string, other: string];
  readonly moves: Readonly<Record<Move, (name: string, to: string, from: string) => string>>;
  readonly range: (low: string, high: string, tolerance: string) => string;
  readonly revenue: (name: string, money: string, days: string) => string;
  readonly more: (perHundred: string, hundred: string) => string;
  readonly less: (perHundred: string, hundred: string) => string;
  readonly notes: Readonly<Record<PlanNote, string>>;
}

const PHRASES: Readonly<Record<Language, PlanPhrases>> = { es: PLAN_WORDS_ES, en: PLAN_WORDS_EN };
/** What the planner takes for as good as the best. */
const TOLERANCE = 0.01;
const RARE = 0.01;

export function planWords(facts: PlanFacts, say: Speaker): PlanWords {
  const { plan, objective, minorPerUnit = 100 } = facts;
  const phrases = PHRASES[say.language];
  const days = daysOf(plan, say);
  const reference = phrases.references[plan.comparedWith];
  const chance = chanceWords(plan.probabilityBetter, phrases, say);
  const { expectedGain } = plan;
  const money = (minor: number): string => say.money(minor / minorPerUnit);
  const unspent = unspentReason(facts);
  return {
    answer: phrases.answers[plan.reason](chance, say.percent(TOLERANCE)),
    gain:
      expectedGain.low === 0 && expectedGain.high === 0
        ? phrases.noGain(reference)
        : phrases.gain(
            withRange(expectedGain, say.money, say),
            phrases.objectives[objective],
            days,
            reference,
            chance,
          ),
    total: phrases.total(money(plan.dailyMinor), money(plan.horizonMinor), days),
    unspent:
      unspent === null
        ? null
        : phrases.unspent(money(plan.unspentMinor), plan.unspentPer, phrases.unspentReasons[unspent]),
    channels: plan.channels.map((channel) => plannedChannelWords(channel, days, minorPerUnit, say)),
  };
}

/** A few hundred draws that all agree are no certainty. */
function chanceWords(probability: number, { chance }: PlanPhrases, { percent }: Speaker): string {
  if (probability > 1 - RARE) return chance.above(percent(1 - RARE));
  return probability < RARE ? chance.below(percent(RARE)) : chance.exact(percent(probability));
}

function daysOf({ horizonDays }: BudgetPlan, { language, number }: Speaker): string {
  const [one, other] = PHRASES[language].days;
  return `${number(horizonDays)} ${horizonDays === 1 ? one : other}`;
}

function plannedChannelWords(
  channel: PlannedChannel,
  days: string,
  minorPerUnit: number,
  say: Speaker,
): PlannedChannelWords {
  const { name, dailyMinor, currentDailyMinor, range, revenue, changeReturn, notes } = channel;
  const phrases = PHRASES[say.language];
  const money = (minor: number): string => say.money(minor / minorPerUnit);
  const hundred = say.money(100);
  const returned = dailyMinor > currentDailyMinor ? phrases.more : phrases.less;
  return {
    name,
    move: phrases.moves[moveOf(channel)](name, money(dailyMinor), money(currentDailyMinor)),
    range:
      range.lowMinor === range.highMinor
        ? null
        : phrases.range(money(range.lowMinor), money(range.highMinor), say.percent(TOLERANCE)),
    revenue: phrases.revenue(name, withRange(revenue, say.money, say), days),
    changeReturn: changeReturn && returned(withRange(scaled(changeReturn, 100), say.money, say), hundred),
    notes: notes.map((note) => phrases.notes[note]),
  };
}

function moveOf({ dailyMinor, currentDailyMinor }: PlannedChannel): Move {
  if (dailyMinor === currentDailyMinor) return dailyMinor === 0 ? 'stay-off' : 'stay';
  if (dailyMinor === 0) return 'stop';
  if (currentDailyMinor === 0) return 'start';
  return dailyMinor > currentDailyMinor ? 'raise' : 'lower';
}

function unspentReason({ plan, objective }: PlanFacts): Unspent | null {
  const { answer, channels, unspentMinor, unspentPer, horizonDays } = plan;
  if (!(unspentMinor > 0)) return null;
  if (unspentPer === 'horizon' && unspentMinor < horizonDays) return 'indivisible';
  if (answer === 'leave') return 'left-alone';
  // A plan for revenue spends whatever it may: only limits can stop it.
  if (objective === 'revenue' || channels.every(isFull)) return 'no-room';
  // Money would pay where a limit keeps it out, and would not where there is room.
  return channels.some(({ notes }) => notes.includes('held-at-upper-limit')) ? 'limited' : 'does-not-pay';
}

function isFull({ notes, dailyMinor, currentDailyMinor }: PlannedChannel): boolean {
  return (
    notes.includes('locked') ||
    notes.includes('held-at-upper-limit') ||
    (notes.includes('no-evidence') && dailyMinor >= currentDailyMinor)
  );
}
