import { ConnectorError } from '../contract';
import type { ShopifyClient } from './client';
import { discountRefusal } from './discount-refusal';
import { toGid } from './gid';
import { CODE_DEACTIVATE } from './operations';
import { codeDeactivateSchema } from './schemas';

/** `gone`: the shop has no such code any more, which is as good. */
type DeactivatedRescueCode = { readonly status: 'deactivated' } | { readonly status: 'gone' };

/** Ends a code now: nobody can use it from here on. Ending it twice changes nothing. @throws ConnectorError */
export async function deactivateRescueCode(
  client: ShopifyClient,
  id: string,
  signal?: AbortSignal,
): Promise<DeactivatedRescueCode> {
  const variables = { id: toGid('DiscountCodeNode', id) };
  const answer = await client.request(CODE_DEACTIVATE, codeDeactivateSchema, variables, signal);
  const refusal = discountRefusal('CodeDeactivate', answer.discountCodeDeactivate);
  if (refusal === null) return { status: 'deactivated' };
  if (refusal.kind === 'gone') return { status: 'gone' };
  throw new ConnectorError(
    'invalid-response',
    `the code was not deactivated: ${refusal.reasons.map(({ message }) => message).join('; ')}`,
  );
}
