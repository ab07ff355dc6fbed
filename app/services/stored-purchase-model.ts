import { z } from 'zod';
import type { PurchaseModel } from '~/engine/clv/purchase-model';
import type { ClvResult } from './stored-results';

const modelSchema = z.object({
  chosen: z.enum(['bg-nbd', 'mbg-nbd', 'mbg-cnbd-2', 'mbg-cnbd-3', 'nbd']),
  params: z.object({ r: z.number(), alpha: z.number(), a: z.number(), b: z.number() }),
});

/** The purchase model that a stored fit chose, its parameters in days; `null` where rules answer. */
export function storedPurchaseModel({ model }: Pick<ClvResult, 'model'>): PurchaseModel | null {
  if (model === null) return null;
  const { chosen, params } = modelSchema.parse(model);
  return { name: chosen, params };
}
