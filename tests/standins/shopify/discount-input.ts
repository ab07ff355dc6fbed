import { GraphQLError } from 'graphql';
import { badRequest, NotImplementedError } from './graphql-failure';
import { parseGid } from './gid';

/** `DiscountCodeBasicInput` as far as the stand-in has it. A field that is absent is left as it is by an update. */
export interface DiscountCodeInput {
  readonly title?: string | null;
  readonly code?: string | null;
  readonly startsAt?: string | null;
  readonly endsAt?: string | null;
  readonly usageLimit?: number | null;
  readonly appliesOncePerCustomer?: boolean | null;
  readonly tags?: readonly string[] | null;
  readonly combinesWith?: Readonly<Record<string, unknown>> | null;
  readonly minimumRequirement?: {
    readonly quantity?: unknown;
    readonly subtotal?: { readonly greaterThanOrEqualToSubtotal?: string | null } | null;
  } | null;
  readonly customerGets?: {
    readonly value?: { readonly percentage?: number | null } | null;
    readonly items?: { readonly all?: boolean | null } | null;
  } | null;
  readonly context?: {
    readonly all?: 'ALL' | null;
    readonly customers?: {
      readonly add?: readonly string[] | null;
      readonly remove?: readonly string[] | null;
    } | null;
  } | null;
}

const KNOWN: Readonly<Record<string, readonly string[]>> = {
  '': [
    'appliesOncePerCustomer',
    'code',
    'combinesWith',
    'context',
    'customerGets',
    'endsAt',
    'minimumRequirement',
    'startsAt',
    'tags',
    'title',
    'usageLimit',
  ],
  context: ['all', 'customers'],
  customerGets: ['items', 'value'],
  'customerGets.items': ['all'],
  'customerGets.value': ['percentage'],
  combinesWith: ['orderDiscounts', 'productDiscounts', 'shippingDiscounts'],
};

function refuseUnknown(value: unknown, path: string): void {
  const known = KNOWN[path];
  if (!known || typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const own = path === '' ? name : `${path}.${name}`;
    if (!known.includes(name)) throw new NotImplementedError(`DiscountCodeBasicInput.${own}`);
    refuseUnknown(inner, own);
  }
}

function invalidVariable(path: string, why: string): GraphQLError {
  return new GraphQLError(
    `Variable $input of type DiscountCodeBasicInput! was provided invalid value for ${path} (${why})`,
    { extensions: { code: 'INVALID_VARIABLE' } },
  );
}

/**
 * The input of a mutation, whose types graphql-js has checked already: what it cannot check (our schema's scalars are
 * only names to it) is checked here, and what the stand-in does not have is refused.
 */
export function discountCodeInput(value: unknown): DiscountCodeInput {
  refuseUnknown(value, '');
  const input = value as DiscountCodeInput;
  for (const name of ['startsAt', 'endsAt'] as const) {
    const text = input[name];
    if (text && !/^\d{4}-\d{2}-\d{2}T.+(Z|[+-]\d{2}:\d{2})$/.test(text)) {
      throw invalidVariable(name, `DateTime '${text}' must be in ISO8601 format with a time zone`);
    }
  }
  const subtotal = input.minimumRequirement?.subtotal?.greaterThanOrEqualToSubtotal;
  if (typeof subtotal === 'string' && !/^-?\d+(\.\d+)?$/.test(subtotal)) {
    throw invalidVariable(
      'minimumRequirement.subtotal.greaterThanOrEqualToSubtotal',
      `invalid decimal '${subtotal}'`,
    );
  }
  const { add, remove } = input.context?.customers ?? {};
  if (add?.some((id) => remove?.includes(id))) {
    throw badRequest('A customer id is present in `add` and `remove` fields');
  }
  return input;
}

/** Customers' numbers; other kinds of ids are refused as the API does. */
export function customerNumbers(ids: readonly string[] | null | undefined): readonly number[] {
  return (ids ?? []).map((globalId) => {
    const parsed = parseGid(globalId);
    if (parsed?.type !== 'Customer') throw badRequest(`Invalid id: ${globalId}`);
    return parsed.id;
  });
}
