import { ConnectorError } from '../contract';

/** Kinds of objects whose ids we keep. */
type GidKind = 'Order' | 'LineItem' | 'Customer' | 'Product' | 'DiscountCodeNode';

const GID = /^gid:\/\/shopify\/(\w+)\/(\d+)(?:\?.*)?$/;

export function toGid(kind: GidKind, sourceId: string): string {
  return `gid://shopify/${kind}/${sourceId}`;
}

/** The numeric part, which is also what webhooks and the merchant's addresses show. */
export function fromGid(kind: GidKind, gid: string): string {
  const match = GID.exec(gid);
  if (match?.[1] !== kind || match[2] === undefined) {
    throw new ConnectorError('invalid-response', `not the id of a ${kind}: ${gid}`);
  }
  return match[2];
}
