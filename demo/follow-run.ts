import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { DemoError } from './options';

const answer = z.object({
  run: z
    .object({
      status: z.enum(['running', 'done', 'failed', 'cancelled']),
      steps: z.array(
        z.object({
          step: z.string(),
          status: z.string(),
          progress: z.number().nullable(),
          errorCode: z.string().nullable(),
          detail: z.object({ orders: z.number().optional(), ordersTotal: z.number().optional() }).nullable(),
        }),
      ),
    })
    .nullable(),
});
type Run = NonNullable<z.infer<typeof answer>['run']>;

const STEP_WORDS: Readonly<Record<string, string>> = {
  ingest: 'Reading orders from Shopify',
  clv: 'Fitting the retention model',
  insights: 'Writing the decision',
};

/** Opens the app as the merchant would, which starts the first pass, and tells how it goes until it is done. */
export async function followFirstRun(
  address: string,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  let told = '';
  while (!signal.aborted) {
    const run = await readRun(address, signal);
    if (run?.status === 'done') return;
    if (run?.status === 'failed') {
      const step = run.steps.find(({ status }) => status === 'failed');
      throw new DemoError(
        `The first pass failed at "${step?.step ?? '?'}" (${step?.errorCode ?? '?'}).`,
        'Run the command again with --fresh.',
      );
    }
    const line = run === null ? '' : describe(run);
    if (line !== '' && line !== told) say(line);
    told = line;
    await sleep(500, undefined, { signal }).catch(() => undefined);
  }
}

async function readRun(address: string, signal: AbortSignal): Promise<Run | null> {
  const response = await fetch(`${address}/api/run`, {
    headers: { Accept: 'application/json' },
    signal,
  }).catch(() => null);
  if (response?.ok !== true) return null;
  return answer.parse(await response.json()).run;
}

function describe(run: Run): string {
  const step =
    run.steps.find(({ status }) => status === 'running') ??
    run.steps.find(({ status }) => status === 'waiting');
  if (!step) return '';
  const words = STEP_WORDS[step.step] ?? step.step;
  const { orders, ordersTotal } = step.detail ?? {};
  const count =
    orders === undefined
      ? ''
      : ` ${orders.toLocaleString('en')}${ordersTotal === undefined ? '' : ` of ${ordersTotal.toLocaleString('en')}`}`;
  return `${words} ...${count}`;
}
