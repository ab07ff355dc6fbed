import { ConnectorError } from '../contract';
import type { CodeChange, DiscountUserErrorNode } from './schemas';

/** One reason why Shopify refuses a discount, in its own terms. `message` is English and for our log. */
export interface DiscountRefusalReason {
  /** Shopify's `DiscountErrorCode`, where it gives one. */
  readonly code: string | null;
  /** Path of the input field, for example `basicCodeDiscount.endsAt`; empty for the discount as a whole. */
  readonly field: string;
  readonly message: string;
}

export interface DiscountRefusal {
  readonly kind:
    /** Another discount of the shop has the code. */
    | 'code-taken'
    /** The discount was deleted meanwhile. */
    | 'gone'
    /** A customer is in the discount already: somebody else added it meanwhile. */
    | 'customer-present'
    /** A customer that Shopify does not know, or will not have in a discount. */
    | 'customer-refused'
    | 'too-many-customers'
    | 'invalid';
  readonly reasons: readonly DiscountRefusalReason[];
}

const TOO_MANY = new Set(['EXCEEDED_MAX', 'LESS_THAN', 'LESS_THAN_OR_EQUAL_TO', 'TOO_MANY_ARGUMENTS']);

function kindOf({ code, field }: DiscountUserErrorNode): DiscountRefusal['kind'] {
  const path = field ?? [];
  if (code === 'TAKEN' && path.includes('code')) return 'code-taken';
  // Shopify sends it without a code when updating, with INVALID when deactivating.
  if (path.length === 1 && path[0] === 'id') return 'gone';
  if (path.includes('context') || path.includes('customers')) {
    if (code === 'DUPLICATE' || code === 'IMPLICIT_DUPLICATE') return 'customer-present';
    if (code && TOO_MANY.has(code)) return 'too-many-customers';
    if (code === 'INVALID') return 'customer-refused';
  }
  return 'invalid';
}

function commonKind(kinds: Set<DiscountRefusal['kind']>): DiscountRefusal['kind'] {
  // The same list without those whom Shopify refuses may be short enough.
  if (kinds.has('customer-refused')) kinds.delete('too-many-customers');
  const [only] = kinds;
  // Errors of several kinds: none of our remedies would help against all of them.
  return kinds.size === 1 && only !== undefined ? only : 'invalid';
}

/**
 * Why a mutation on a discount changed nothing; `null` when it did what was asked.
 * @throws ConnectorError `unavailable` when Shopify failed inside, `invalid-response` when it says neither
 */
export function discountRefusal(what: string, change: CodeChange): DiscountRefusal | null {
  const errors = change?.userErrors ?? [];
  if (errors.length === 0) {
    if (change?.codeDiscountNode) return null;
    throw new ConnectorError('invalid-response', `${what} neither succeeded nor said why not`);
  }
  if (errors.some(({ code }) => code === 'INTERNAL_ERROR')) {
    throw new ConnectorError('unavailable', `${what} failed inside the source`);
  }
  return {
    kind: commonKind(new Set(errors.map(kindOf))),
    reasons: errors.map(({ code, field, message }) => ({
      code: code ?? null,
      field: (field ?? []).join('.'),
      message,
    })),
  };
}
