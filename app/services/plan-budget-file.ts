import type { Readable } from 'node:stream';
import type { ChannelValueRow } from '~/connectors/channel-values-csv/contract';
import { readChannelValuesCsv } from '~/connectors/channel-values-csv/read-channel-values-csv';
import type { CodedFault } from '~/connectors/csv/fault';
import type { BudgetPlan } from '~/engine/budget/budget-plan';
import type { BudgetObjective, BudgetRefusal, ChannelLimit } from '~/engine/budget/budget-request';
import { channelWeights, type ChannelWeight } from '~/engine/budget/channel-weights';
import { ltvRoasOf, type LtvRoas } from '~/engine/budget/ltv-roas';
import { planBudget } from '~/engine/budget/plan-budget';
import { platformTargets, type PlatformTarget } from '~/engine/budget/platform-target';
import { tabulateResponses, type BudgetChannel, type ResponseTable } from '~/engine/budget/response-table';
import { currentDailySpend } from '~/engine/budget/spend-levels';
import { minorUnitDigits } from '~/domain/money';
import { budgetChannels, readFitDocument, type FittedDocument, type ReadFitDocument } from './fit-document';

/** What is asked of the money. Amounts in currency units. */
export interface BudgetTerms {
  readonly mode: 'split' | 'next';
  /** A day where `days` is null, else for all of them. */
  readonly total: number;
  readonly days: number | null;
  readonly objective: BudgetObjective;
  readonly marginShare: number;
  /** Null frees the plan from today's spend. */
  readonly maxChange: number | null;
  readonly beyondTried: boolean;
  /** Amounts a day. */
  readonly limits: Readonly<Record<string, ChannelLimit>>;
  readonly requiredProbability: number;
}

export interface PlanBudgetFileInput {
  /** Path of a fit, or a stream of bytes. */
  readonly fit: string | Readable;
  /** Path of what each channel's customers are worth; `null` for none. */
  readonly values: string | null;
  readonly terms: BudgetTerms;
  /** Of the draws of customer values. */
  readonly seed: number;
}

export interface PlannedBudgetFile {
  readonly status: 'planned';
  readonly fit: FittedDocument;
  readonly plan: BudgetPlan;
  readonly targets: readonly PlatformTarget[];
  /** Minor units of a currency unit in the plan. */
  readonly minorPerUnit: number;
  /** Of the plan and of today's spend; `null` where no customer's value is known. */
  readonly ltvRoas: { readonly planned: LtvRoas; readonly today: LtvRoas } | null;
  /** Where each channel's customer value comes from; `null` where the objective does not look at it. */
  readonly valueSources: readonly Pick<ChannelWeight, 'channel' | 'source'>[] | null;
}

export type PlanBudgetFileResult =
  | Exclude<ReadFitDocument, { readonly status: 'read' }>
  | {
      readonly status: 'bad-values';
      readonly faults: readonly CodedFault<string>[];
      readonly faultCount: number;
    }
  | {
      readonly status: 'refused';
      readonly refusal: BudgetRefusal;
      readonly fit: FittedDocument;
      readonly minorPerUnit: number;
    }
  | PlannedBudgetFile;

/** Without a number of days the money is a day's, and its effect is counted over so many. */
const DEFAULT_HORIZON_DAYS = 30;
/** A plan needs steps finer than this share of today's spend. */
const FINEST_SHARE = 1e-4;

/** Splits a budget by the draws of a stored fit. */
export async function planBudgetFile({
  fit: source,
  values: valuesFile,
  terms,
  seed,
}: PlanBudgetFileInput): Promise<PlanBudgetFileResult> {
  const read = await readFitDocument(source);
  if (read.status !== 'read') return read;
  const { fit } = read;
  const known = await readValues(valuesFile);
  if ('status' in known) return known;
  const unweighted = budgetChannels(fit);
  const weights =
    terms.objective === 'ltv'
      ? channelWeights({
          channels: unweighted.map(({ name }) => name),
          known,
          seed,
          marginShare: terms.marginShare,
        })
      : null;
  const channels = unweighted.map((channel, i): BudgetChannel => {
    const weight = weights?.[i];
    return weight ? { ...channel, value: weight.draws } : channel;
  });
  const minorPerUnit = minorUnitsFor(fit, channels);
  const table = tabulateResponses({
    channels,
    granularity: fit.granularity,
    horizonDays: terms.days ?? DEFAULT_HORIZON_DAYS,
  });
  const toMinor = (units: number): number => Math.round(units * minorPerUnit);
  const plan = planBudget(table, {
    mode: terms.mode,
    total: { minor: toMinor(terms.total), per: terms.days === null ? 'day' : 'horizon' },
    objective: terms.objective,
    marginShare: terms.marginShare,
    minorPerUnit,
    maxChange: terms.maxChange,
    // Left out, the engine's own rule holds: only a plan that is free of today's spend may go there.
    ...(terms.beyondTried ? { beyondTried: true } : {}),
    limits: Object.fromEntries(
      Object.entries(terms.limits).map(([name, { min, max, ...flags }]) => [
        name,
        {
          ...flags,
          ...(min === undefined ? {} : { min: toMinor(min) }),
          ...(max === undefined ? {} : { max: toMinor(max) }),
        },
      ]),
    ),
    requiredProbability: terms.requiredProbability,
  });
  if (plan.status === 'refused') return { status: 'refused', refusal: plan, fit, minorPerUnit };
  const spends = plan.channels.map(({ dailyMinor }) => dailyMinor);
  return {
    status: 'planned',
    fit,
    plan,
    targets: platformTargets(table, spends, null, minorPerUnit),
    minorPerUnit,
    ltvRoas: weights?.some(({ source }) => source !== 'unknown')
      ? ltvRoasOfPlan(table, plan, terms, minorPerUnit)
      : null,
    valueSources: weights,
  };
}

function ltvRoasOfPlan(
  table: ResponseTable,
  { channels }: BudgetPlan,
  { marginShare }: BudgetTerms,
  minorPerUnit: number,
): PlannedBudgetFile['ltvRoas'] {
  const of = (minor: readonly number[]): LtvRoas | null =>
    ltvRoasOf(
      table,
      minor.map((value) => value / minorPerUnit),
      marginShare,
    );
  const planned = of(channels.map(({ dailyMinor }) => dailyMinor));
  const today = of(channels.map(({ currentDailyMinor }) => currentDailyMinor));
  return planned && today ? { planned, today } : null;
}

async function readValues(
  path: string | null,
): Promise<readonly ChannelValueRow[] | Extract<PlanBudgetFileResult, { readonly status: 'bad-values' }>> {
  if (path === null) return [];
  const read = await readChannelValuesCsv(path);
  return read.status === 'ok' ? read.values : { ...read, status: 'bad-values' };
}

/** The currency's own, or finer where the file counts in thousands or millions. */
function minorUnitsFor(
  { currency, granularity }: FittedDocument,
  channels: readonly BudgetChannel[],
): number {
  let perUnit = 10 ** minorUnitDigits(currency);
  const today = channels.reduce((sum, { spend }) => sum + currentDailySpend(spend, granularity), 0);
  while (today > 0 && today * perUnit * FINEST_SHARE < 1) perUnit *= 10;
  return perUnit;
}
