import { randomUUID } from 'node:crypto';
import type { IsoDay } from '~/domain/iso-day';
import type { Db } from '../db';
import { dayColumn } from '../day-column';
import { withShop, type ShopTransaction } from '../with-shop';
import { toPipelineRun, type PipelineRun, type RunTrigger } from './pipeline-run';

export interface NewRun {
  readonly trigger: RunTrigger;
  readonly analysisDay: IsoDay;
  /** In the order they will be worked on. */
  readonly steps: readonly string[];
  readonly at: Date;
}

/**
 * Opens a run with its steps waiting. A shop has one running run at a time: while there is one, it is returned
 * instead, with `created: false`.
 */
export function createRun(
  db: Db,
  shopId: string,
  { trigger, analysisDay, steps, at }: NewRun,
): Promise<{ readonly run: PipelineRun; readonly created: boolean }> {
  return withShop(db, shopId, async (tx) => {
    for (;;) {
      const id = randomUUID();
      const inserted = await tx.$executeRaw`
        INSERT INTO pipeline_run (id, shop_id, trigger, status, analysis_day, started_at)
        VALUES (${id}::uuid, ${shopId}::uuid, ${trigger}, 'running', ${dayColumn(analysisDay)}::date, ${at})
        ON CONFLICT (shop_id) WHERE status = 'running' DO NOTHING`;
      if (inserted === 1) {
        await tx.pipelineStep.createMany({
          data: steps.map((step, position) => ({ runId: id, shopId, step, position, status: 'waiting' })),
        });
        const run = await findRun(tx, shopId, { id });
        if (run) return { run, created: true };
      }
      const running = await findRun(tx, shopId, { status: 'running' });
      if (running) return { run: running, created: false };
      // It ended between the two statements: now there is room.
    }
  });
}

export function readRun(db: Db, shopId: string, runId: string): Promise<PipelineRun | null> {
  return withShop(db, shopId, (tx) => findRun(tx, shopId, { id: runId }));
}

/** The run that was started last, whatever became of it. */
export function latestRun(db: Db, shopId: string): Promise<PipelineRun | null> {
  return withShop(db, shopId, (tx) => findRun(tx, shopId, {}));
}

async function findRun(
  tx: ShopTransaction,
  shopId: string,
  where: { readonly id?: string; readonly status?: string },
): Promise<PipelineRun | null> {
  const run = await tx.pipelineRun.findFirst({ where: { shopId, ...where }, orderBy: { startedAt: 'desc' } });
  if (!run) return null;
  return toPipelineRun(run, await tx.pipelineStep.findMany({ where: { shopId, runId: run.id } }));
}
