import { z } from 'zod';
import { latestRun } from '~/data/pipeline/create-run';
import type { PipelineRun } from '~/data/pipeline/pipeline-run';
import type { ServiceContext } from './context';
import { STEPS } from './pipeline';
import type { RunView, StepView } from './views/run-view';

const detailSchema = z.object({
  phase: z.string(),
  orders: z.number().optional(),
  ordersTotal: z.number().optional(),
  customers: z.number().optional(),
});

/** The newest pass of a shop, whatever became of it; null before the first. */
export async function readRun({ db }: ServiceContext, shopId: string): Promise<RunView | null> {
  const run = await latestRun(db, shopId);
  return run && toRunView(run);
}

function toRunView(run: PipelineRun): RunView {
  const steps = run.steps.flatMap((step): StepView[] => {
    const name = STEPS.find((known) => known === step.step);
    if (name === undefined) return [];
    const detail = detailSchema.safeParse(step.detail);
    return [
      {
        step: name,
        status: step.status,
        progress: step.progress,
        detail: detail.success ? detail.data : null,
        errorCode: step.errorCode,
        attempts: step.attempts,
      },
    ];
  });
  const { trigger, status, startedAt, finishedAt } = run;
  return { runId: run.id, trigger, status, startedAt, finishedAt, steps };
}
