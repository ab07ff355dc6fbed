import type { Db } from '../db';
import { withShop } from '../with-shop';

/** Ends a running run. @returns false when it had ended before; nothing changes then */
export async function finishRun(
  db: Db,
  shopId: string,
  runId: string,
  status: 'done' | 'failed',
  at: Date,
): Promise<boolean> {
  const { count } = await withShop(db, shopId, (tx) =>
    tx.pipelineRun.updateMany({
      where: { id: runId, shopId, status: 'running' },
      data: { status, finishedAt: at },
    }),
  );
  return count === 1;
}

/** Cancels what is running of a shop; its jobs see it when they start their next step. @returns runs cancelled */
export async function cancelRunsOfShop(db: Db, shopId: string, at: Date): Promise<number> {
  const { count } = await withShop(db, shopId, (tx) =>
    tx.pipelineRun.updateMany({
      where: { shopId, status: 'running' },
      data: { status: 'cancelled', finishedAt: at },
    }),
  );
  return count;
}
