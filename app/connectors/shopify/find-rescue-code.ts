import type { ShopifyClient } from './client';
import { fromGid } from './gid';
import { CODE_BY_TEXT } from './operations';
import { codeByTextSchema } from './schemas';

type FoundRescueCode =
  | { readonly status: 'absent' }
  /** Somebody else's: no tag of ours, or another kind of discount. */
  | { readonly status: 'foreign' }
  | {
      readonly status: 'ours' | 'ended';
      readonly id: string;
      readonly customerIds: ReadonlySet<string>;
    };

/** Looks a code up; Shopify compares codes without regard to case, and so do we with tags. @throws ConnectorError */
export async function findRescueCode(
  client: ShopifyClient,
  wanted: { readonly code: string; readonly tag: string },
  signal?: AbortSignal,
): Promise<FoundRescueCode> {
  const answer = await client.request(CODE_BY_TEXT, codeByTextSchema, { code: wanted.code }, signal);
  const node = answer.codeDiscountNodeByCode;
  if (!node) return { status: 'absent' };
  const discount = node.codeDiscount;
  if (discount.__typename !== 'DiscountCodeBasic') return { status: 'foreign' };
  const tag = wanted.tag.trim().toLowerCase();
  if (!discount.tags.some((own) => own.trim().toLowerCase() === tag)) return { status: 'foreign' };
  const { context } = discount;
  const customers = context.__typename === 'DiscountCustomers' ? context.customers : [];
  return {
    status: discount.status === 'EXPIRED' ? 'ended' : 'ours',
    id: fromGid('DiscountCodeNode', node.id),
    customerIds: new Set(customers.map(({ id }) => fromGid('Customer', id))),
  };
}
