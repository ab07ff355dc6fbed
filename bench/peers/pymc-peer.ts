import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { dayFromNumber } from '~/domain/iso-day';
import { currentDailySpend, daysPerRow } from '~/engine/budget/spend-levels';
import type { MixOptions } from '~/engine/mmm/build-model';
import type { MarketingSeries } from '~/engine/mmm/marketing-series';
import type { Attribution } from '../mmm/attribution';
import type { JudgedQuestion } from '../mmm/judge-plans';
import { PLAN_DAYS } from '../mmm/plan-requests';
import { CACHE, pythonEnvironment } from './python-environment';

const pymc = pythonEnvironment('venv-mmm', 'requirements-mmm.txt');
const SEED = 1;

const range = z.object({ low: z.number(), high: z.number() });
const ranges = z.object({ mean: z.number(), half: range, most: range });
const cost = z.object({ wall: z.number(), cpu: z.number() });
const PymcAnswer = z.object({
  version: z.string(),
  contributions: z.array(ranges),
  marginals: z.array(ranges),
  rhat: z.number(),
  ess: z.number(),
  divergences: z.number(),
  fitting: cost,
  planning: cost,
  plans: z.array(z.object({ spends: z.array(z.number()).nullable(), problem: z.string().nullable() })),
});

export interface PymcFit extends Omit<z.infer<typeof PymcAnswer>, 'contributions' | 'marginals' | 'plans'> {
  readonly attribution: Attribution;
  /** Minor units a day; `null` where the optimiser gave up. */
  readonly plans: readonly (readonly number[] | null)[];
}

/** Makes the environment where it is missing. Returns `null`, or a sentence why there is none on this machine. */
export function preparePymc(): string | null {
  return pymc.prepare();
}

/** Fits the series as PyMC-Marketing's users do, with the same controls and events, and asks for plans. */
export function askPymc(
  series: MarketingSeries,
  { events = [] }: MixOptions,
  questions: readonly JudgedQuestion[],
): PymcFit {
  const { granularity, firstDay, revenue, channels, controls } = series;
  const rowDays = daysPerRow(granularity);
  const perRow = (minor: number): number => (minor * rowDays) / 100;
  const file = join(CACHE, 'series.json');
  const given = {
    granularity,
    seed: SEED,
    dates: Array.from(revenue, (_, t) => dayFromNumber(firstDay + t * rowDays)),
    revenue: Array.from(revenue),
    channels: channels.map(({ name, spend }) => ({ name, spend: Array.from(spend) })),
    controls: [...controls, ...events].map(({ name, values }) => ({ name, values: Array.from(values) })),
    rowSpends: channels.map(({ spend }) => currentDailySpend(spend, granularity) * rowDays),
    planRows: Math.round(PLAN_DAYS / rowDays),
    requests: questions.map(({ request, limits }) => ({
      budget: perRow(request.total.minor),
      bounds: limits.map(({ lower, upper }) => [perRow(lower), perRow(upper)]),
    })),
  };
  writeFileSync(file, JSON.stringify(given));
  const { contributions, marginals, plans, ...rest } = PymcAnswer.parse(pymc.ask('pymc_peer.py', [file]));
  rmSync(file);
  return {
    ...rest,
    attribution: {
      method: `PyMC-Marketing ${rest.version}`,
      channels: channels.map(({ name }, i) => {
        const contribution = contributions[i];
        const marginal = marginals[i];
        if (!contribution || !marginal) throw new Error(`PyMC-Marketing says nothing of ${name}`);
        return {
          name,
          contribution: contribution.mean,
          marginalRoas: marginal.mean,
          ranges: { contribution, marginalRoas: marginal },
        };
      }),
    },
    plans: plans.map(({ spends }) => spends && spends.map((spend) => Math.round((100 * spend) / rowDays))),
  };
}
