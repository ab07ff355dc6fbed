import type { ShopTransaction } from '../with-shop';

/**
 * The fit of a pass whose predictions are meant.
 * @param pipelineRunId this pass; the one that pages read when absent
 * @returns null where there is none
 */
export async function findClvRun(
  tx: ShopTransaction,
  shopId: string,
  pipelineRunId?: string,
): Promise<string | null> {
  const runId = pipelineRunId ?? (await currentRun(tx, shopId));
  if (runId === null) return null;
  const run = await tx.modelRun.findUnique({
    where: { pipelineRunId_kind: { pipelineRunId: runId, kind: 'clv' }, shopId },
    select: { id: true },
  });
  return run?.id ?? null;
}

async function currentRun(tx: ShopTransaction, shopId: string): Promise<string | null> {
  const shop = await tx.shop.findUnique({ where: { id: shopId }, select: { currentRunId: true } });
  return shop?.currentRunId ?? null;
}
