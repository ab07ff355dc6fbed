import { z } from 'zod';
import { appendActivity } from '~/data/logs/activity-log';
import { finishRun } from '~/data/pipeline/finish-run';
import { readRun } from '~/data/pipeline/create-run';
import { failStep } from '~/data/pipeline/step-transitions';
import type { ServiceContext } from './context';

const stepPayload = z.object({ shopId: z.uuid(), runId: z.uuid() });
const CODE = 'worker-died';

/** The queue gave a job up because its workers kept dying: its pass has failed, and the merchant is told. */
export async function abandonRun({ db, clock }: ServiceContext, payload: unknown): Promise<void> {
  const parsed = stepPayload.safeParse(payload);
  if (!parsed.success) return;
  const { shopId, runId } = parsed.data;
  const run = await readRun(db, shopId, runId);
  const step = run?.steps.find(({ status }) => status === 'running');
  if (run?.status !== 'running' || !step) return;
  const at = clock.now();
  await failStep(db, shopId, runId, step.step, CODE, at);
  await finishRun(db, shopId, runId, 'failed', at);
  await appendActivity(db, shopId, {
    at,
    tone: 'critical',
    key: `${step.step}-failed`,
    values: { errorCode: CODE },
  });
}
