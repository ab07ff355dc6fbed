import type { IsoDay } from '~/domain/iso-day';
import { dayOf } from '../day-column';
import type { PipelineRunModel, PipelineStepModel } from '../generated/prisma/models';

const RUN_STATUSES = ['running', 'done', 'failed', 'cancelled'] as const;
type RunStatus = (typeof RUN_STATUSES)[number];
const STEP_STATUSES = ['waiting', 'running', 'done', 'failed'] as const;
type StepStatus = (typeof STEP_STATUSES)[number];
const RUN_TRIGGERS = ['install', 'nightly', 'manual'] as const;
export type RunTrigger = (typeof RUN_TRIGGERS)[number];

export interface PipelineRun {
  readonly id: string;
  readonly trigger: RunTrigger;
  readonly status: RunStatus;
  /** The day that customer ages run to, in the shop's zone. */
  readonly analysisDay: IsoDay;
  /** ISO instants. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** In the order they were given when the run was made. */
  readonly steps: readonly PipelineStep[];
}

interface PipelineStep {
  /** `ingest`, `clv`, `mmm` or `insights`. */
  readonly step: string;
  readonly status: StepStatus;
  /** 0 to 1; `null` where the amount of work is not known yet. */
  readonly progress: number | null;
  /** As stored: parse it with the schema of whoever wrote it. */
  readonly detail: unknown;
  readonly errorCode: string | null;
  readonly attempts: number;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

export function toPipelineRun(run: PipelineRunModel, steps: readonly PipelineStepModel[]): PipelineRun {
  return {
    id: run.id,
    trigger: known(RUN_TRIGGERS, run.trigger),
    status: known(RUN_STATUSES, run.status),
    analysisDay: dayOf(run.analysisDay),
    startedAt: run.startedAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
    steps: [...steps]
      .sort((a, b) => a.position - b.position)
      .map((step) => ({
        step: step.step,
        status: known(STEP_STATUSES, step.status),
        progress: step.progress,
        detail: step.detail,
        errorCode: step.errorCode,
        attempts: step.attempts,
        startedAt: step.startedAt?.toISOString() ?? null,
        finishedAt: step.finishedAt?.toISOString() ?? null,
      })),
  };
}

function known<T extends string>(values: readonly T[], stored: string): T {
  const value = values.find((candidate) => candidate === stored);
  if (value === undefined)
    throw new Error(`the database holds ${stored} where one of ${values.join(', ')} belongs`);
  return value;
}
