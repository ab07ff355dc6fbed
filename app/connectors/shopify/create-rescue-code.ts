import { type Money, toDecimalString } from '~/domain/money';
import { MAX_INPUT_LIST } from './chunks';
import type { ShopifyClient } from './client';
import { type DiscountRefusal, type DiscountRefusalReason, discountRefusal } from './discount-refusal';
import { fetchCustomersByIds } from './fetch-by-ids';
import { findRescueCode } from './find-rescue-code';
import { fromGid, toGid } from './gid';
import { CODE_CREATE, CODE_UPDATE } from './operations';
import type { OperationVariables } from './operation-types';
import { codeCreateSchema, codeUpdateSchema } from './schemas';

export interface RescueCodeOffer {
  /** What customers type; unique in the shop without regard to case, at most 255 characters. */
  readonly code: string;
  /** What the merchant sees in the list of discounts. */
  readonly title: string;
  /** Says whose code it is when it is met again: one for each code, at most 255 characters. */
  readonly tag: string;
  /** Off the whole basket: more than 0, at most 100. */
  readonly percent: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Customers, by their ids at Shopify, who may use it, once each. */
  readonly customerIds: readonly string[];
  /** Uses by all customers together; `null` for no such limit. */
  readonly usageLimit: number | null;
  /** Smallest basket, before the discount, in the shop's currency. */
  readonly minimumSubtotal: Money | null;
}

export type RescueCodeOutcome =
  | {
      readonly status: 'ready';
      readonly id: string;
      /** The code was there already, whole or in part, from an earlier or a simultaneous call. */
      readonly resumed: boolean;
      /** Customers that Shopify no longer knows; they are not in the code. */
      readonly missingIds: readonly string[];
    }
  /** The shop has a discount with this code that is not this offer's. */
  | { readonly status: 'code-taken' }
  /** It is this offer's, and was deactivated or has run out: it is not opened again. */
  | { readonly status: 'ended'; readonly id: string }
  /** Nobody to give it to: no code was made. */
  | { readonly status: 'no-customers' }
  /**
   * Shopify takes no more customers into one code. It exists and works for `acceptedIds`, as many as Shopify took; a
   * call with only those finds it ready, the others need a code of their own. Without an id it takes nobody.
   */
  | {
      readonly status: 'too-many-customers';
      readonly id: string | null;
      readonly accepted: number;
      readonly acceptedIds: readonly string[];
      /** Customers that Shopify no longer knows, as far as it was asked. */
      readonly missingIds: readonly string[];
      readonly reasons: readonly DiscountRefusalReason[];
    }
  /** Shopify refuses the offer. With an id, the code exists without some of its customers. */
  | {
      readonly status: 'invalid';
      readonly id: string | null;
      readonly reasons: readonly DiscountRefusalReason[];
    };

type CodeInput = OperationVariables<typeof CODE_CREATE>['input'];

/** A refusal on the way, and what existed by then. */
interface Interruption {
  readonly status: 'interrupted';
  readonly id: string | null;
  /** Customers in the code. */
  readonly acceptedIds: readonly string[];
  readonly refusal: DiscountRefusal;
}

/** Looks again after losing a race, and after taking out the customers that are gone. */
const MAX_TRIES = 3;

/**
 * Makes a code that only the given customers can use, each once, that combines with no other discount. Calling it
 * again, after a crash or at the same time, completes the same code: it is recognised by its tag.
 * @throws RangeError when `percent` is out of range
 * @throws ConnectorError, `missing-scope` when the merchant has not granted write_discounts (`scopes` then names
 * read_discounts: looking comes first)
 */
export async function createRescueCode(
  client: ShopifyClient,
  offer: RescueCodeOffer,
  signal?: AbortSignal,
): Promise<RescueCodeOutcome> {
  if (!(offer.percent > 0 && offer.percent <= 100)) {
    throw new RangeError(`invalid percent; not in (0, 100]: ${offer.percent}`);
  }
  let customerIds: readonly string[] = [...new Set(offer.customerIds)];
  let missingIds: readonly string[] = [];
  for (let tries = 1; ; tries += 1) {
    if (customerIds.length === 0) return { status: 'no-customers' };
    const step = await openOrComplete(client, offer, customerIds, signal);
    if (step.status === 'ready') return { ...step, missingIds };
    if (step.status !== 'interrupted') return step;
    const { kind } = step.refusal;
    if (kind === 'customer-refused' && missingIds.length === 0) {
      ({ customerIds, missingIds } = await knownCustomers(client, customerIds, signal));
      // All of them exist: Shopify minds something else.
      if (missingIds.length === 0) return refused(step, missingIds);
    } else if (tries >= MAX_TRIES || !LOST_RACES.has(kind)) {
      return refused(step, missingIds);
    }
  }
}

const LOST_RACES: ReadonlySet<DiscountRefusal['kind']> = new Set(['code-taken', 'customer-present', 'gone']);

function refused(
  { id, acceptedIds, refusal }: Interruption,
  missingIds: readonly string[],
): RescueCodeOutcome {
  const { kind, reasons } = refusal;
  if (kind === 'code-taken') return { status: 'code-taken' };
  if (kind === 'too-many-customers') {
    return {
      status: 'too-many-customers',
      id,
      accepted: acceptedIds.length,
      acceptedIds,
      missingIds,
      reasons,
    };
  }
  return { status: 'invalid', id, reasons };
}

async function openOrComplete(
  client: ShopifyClient,
  offer: RescueCodeOffer,
  customerIds: readonly string[],
  signal: AbortSignal | undefined,
): Promise<
  | Omit<Extract<RescueCodeOutcome, { status: 'ready' }>, 'missingIds'>
  | Exclude<RescueCodeOutcome, { status: 'ready' }>
  | Interruption
> {
  const found = await findRescueCode(client, offer, signal);
  if (found.status === 'foreign') return { status: 'code-taken' };
  if (found.status === 'ended') return { status: 'ended', id: found.id };
  let id: string | null = null;
  const acceptedIds: string[] = [];
  let rest = customerIds;
  if (found.status === 'ours') {
    id = found.id;
    acceptedIds.push(...found.customerIds);
    rest = customerIds.filter((customerId) => !found.customerIds.has(customerId));
  }
  let size = MAX_INPUT_LIST;
  let full = false;
  while (rest.length > 0) {
    const part = rest.slice(0, size);
    const context = { customers: { add: part.map((customerId) => toGid('Customer', customerId)) } };
    const change =
      id === null
        ? await open(client, { ...termsOf(offer), context }, signal)
        : await update(client, id, { context }, signal);
    if ('kind' in change) {
      full = change.kind === 'too-many-customers';
      if (!full || part.length === 1) return { status: 'interrupted', id, acceptedIds, refusal: change };
    } else {
      id = change.id;
      acceptedIds.push(...part);
      rest = rest.slice(part.length);
    }
    // How many still fit nobody says. Once a list was too long, each next one is half as long: that fills the code to
    // the last place in some ten requests.
    if (full) size = Math.max(1, Math.floor(part.length / 2));
  }
  if (id === null) return { status: 'no-customers' };
  return { status: 'ready', id, resumed: found.status === 'ours' };
}

function termsOf(offer: RescueCodeOffer): CodeInput {
  const { minimumSubtotal } = offer;
  return {
    code: offer.code,
    title: offer.title,
    tags: [offer.tag],
    startsAt: offer.startsAt.toISOString(),
    endsAt: offer.endsAt.toISOString(),
    usageLimit: offer.usageLimit,
    appliesOncePerCustomer: true,
    combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false },
    customerGets: { value: { percentage: offer.percent / 100 }, items: { all: true } },
    ...(minimumSubtotal === null
      ? {}
      : {
          minimumRequirement: {
            subtotal: { greaterThanOrEqualToSubtotal: toDecimalString(minimumSubtotal) },
          },
        }),
  };
}

async function open(client: ShopifyClient, input: CodeInput, signal: AbortSignal | undefined) {
  const answer = await client.request(CODE_CREATE, codeCreateSchema, { input }, signal);
  return changed('CodeCreate', answer.discountCodeBasicCreate);
}

async function update(client: ShopifyClient, id: string, input: CodeInput, signal: AbortSignal | undefined) {
  const variables = { id: toGid('DiscountCodeNode', id), input };
  const answer = await client.request(CODE_UPDATE, codeUpdateSchema, variables, signal);
  return changed('CodeUpdate', answer.discountCodeBasicUpdate);
}

function changed(
  what: string,
  change: Parameters<typeof discountRefusal>[1],
): DiscountRefusal | { readonly id: string } {
  const refusal = discountRefusal(what, change);
  return refusal ?? { id: fromGid('DiscountCodeNode', change?.codeDiscountNode?.id ?? '') };
}

async function knownCustomers(
  client: ShopifyClient,
  customerIds: readonly string[],
  signal: AbortSignal | undefined,
) {
  const { customers, missingIds } = await fetchCustomersByIds(client, customerIds, signal);
  return { customerIds: customers.map(({ sourceId }) => sourceId), missingIds };
}
