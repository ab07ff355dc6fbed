import { customerNumbers, type DiscountCodeInput } from './discount-input';

export interface DiscountUserError {
  readonly __typename: 'DiscountUserError';
  readonly field: readonly string[] | null;
  readonly message: string;
  readonly code: string | null;
  readonly extraInfo: null;
}

/** What the rules have to know of the shop. */
export interface DiscountSurroundings {
  /** Whether another discount than the one that is changed has the code. */
  readonly isTaken: (code: string) => boolean;
  readonly hasCustomer: (customerId: number) => boolean;
  /** Dates of the discount that is changed; `null` when one is created. */
  readonly current: {
    readonly startsAt: string;
    readonly endsAt: string | null;
    readonly customers: number;
  } | null;
  /** Most customers a code takes; `null` for no limit of its own. */
  readonly maxCustomers: number | null;
}

export function discountError(
  field: readonly string[] | null,
  message: string,
  code: string | null,
): DiscountUserError {
  return { __typename: 'DiscountUserError', field, message, code, extraInfo: null };
}

const MAX_TEXT = 255;
const MAX_TAGS = 5;
const MAX_INT = 2_147_483_647;

/**
 * `userErrors` of creating (`current` is null: what is required must be there) or updating a basic code discount.
 * Words and codes are those recorded at the real API where the README says so.
 */
export function discountErrors(
  input: DiscountCodeInput,
  around: DiscountSurroundings,
): readonly DiscountUserError[] {
  const at = (...path: string[]) => ['basicCodeDiscount', ...path];
  const creating = around.current === null;
  const errors: DiscountUserError[] = [];
  const add = (path: readonly string[], message: string, code: string): void => {
    errors.push(discountError(at(...path), message, code));
  };
  const given = (name: keyof DiscountCodeInput): boolean => creating || input[name] !== undefined;

  if (given('title'))
    textErrors('Title', input.title ?? '', (message, code) => add(['title'], message, code));
  if (given('code')) codeErrors(input.code, around, (message, code) => add(['code'], message, code));
  if (given('startsAt') && !input.startsAt) add(['startsAt'], "Starts at can't be blank", 'BLANK');
  const startsAt = input.startsAt ?? around.current?.startsAt;
  const endsAt = input.endsAt === undefined ? around.current?.endsAt : input.endsAt;
  if (startsAt && endsAt && Date.parse(endsAt) <= Date.parse(startsAt)) {
    add(['endsAt'], 'Ends at needs to be after starts_at', 'INVALID');
  }
  if (given('customerGets')) {
    const percentage = input.customerGets?.value?.percentage;
    if (creating && (percentage ?? null) === null) {
      add(['customerGets', 'value'], "Value can't be blank", 'BLANK');
    } else if (typeof percentage === 'number' && !(percentage >= 0 && percentage <= 1)) {
      add(
        ['customerGets', 'value', 'percentage'],
        'Value must be between 0.0 and 1.0',
        'VALUE_OUTSIDE_RANGE',
      );
    }
    if (creating && input.customerGets?.items?.all !== true) {
      add(['customerGets', 'items'], "Items in 'customer get' must be defined", 'BLANK');
    }
  }
  const { usageLimit } = input;
  if (typeof usageLimit === 'number') {
    if (usageLimit <= 0) add(['usageLimit'], 'Usage limit must be greater than 0', 'GREATER_THAN');
    if (usageLimit > MAX_INT) {
      add(['usageLimit'], `Usage limit must be less than or equal to ${MAX_INT}`, 'LESS_THAN_OR_EQUAL_TO');
    }
  }
  minimumErrors(input, add);
  tagErrors(input, add);
  if (given('context')) contextErrors(input, around, add);
  return errors;
}

type AddError = (path: readonly string[], message: string, code: string) => void;

function textErrors(name: string, text: string, add: (message: string, code: string) => void): void {
  if (text.trim() === '') add(`${name} can't be blank`, 'BLANK');
  else if (text.length > MAX_TEXT) add(`${name} is too long (maximum is ${MAX_TEXT} characters)`, 'TOO_LONG');
}

function codeErrors(
  code: string | null | undefined,
  around: DiscountSurroundings,
  add: (message: string, code: string) => void,
): void {
  if (code === '') add('Code is too short (minimum is 1 character)', 'TOO_SHORT');
  else if (/[\r\n]/.test(code ?? '')) add('Code cannot contain newline characters.', 'INVALID');
  else {
    textErrors('Code', code ?? '', add);
    if (code && around.isTaken(code)) add('Code must be unique. Please try a different code.', 'TAKEN');
  }
}

function minimumErrors(input: DiscountCodeInput, add: AddError): void {
  const { subtotal, quantity } = input.minimumRequirement ?? {};
  const subtotalPath = ['minimumRequirement', 'subtotal', 'greaterThanOrEqualToSubtotal'];
  if (subtotal && quantity) {
    add(subtotalPath, 'Minimum subtotal cannot be defined when minimum quantity is.', 'CONFLICT');
    add(
      ['minimumRequirement', 'quantity', 'greaterThanOrEqualToQuantity'],
      'Minimum quantity cannot be defined when minimum subtotal is.',
      'CONFLICT',
    );
  }
  if (Number(subtotal?.greaterThanOrEqualToSubtotal ?? 0) >= 1e18) {
    add(subtotalPath, 'Minimum subtotal must be less than 1000000000000000000', 'LESS_THAN');
  }
}

function tagErrors({ tags }: DiscountCodeInput, add: AddError): void {
  if (!tags) return;
  if (tags.length > MAX_TAGS) {
    add(['tags'], `The number of tags exceeds the maximum of ${MAX_TAGS}.`, 'TOO_MANY_TAGS');
  }
  if (tags.some((tag) => tag.length > MAX_TEXT)) {
    add(
      ['tags'],
      `The tag title exceeds the maximum length of ${MAX_TEXT} characters.`,
      'INVALID_TAG_LENGTH',
    );
  }
}

function contextErrors(input: DiscountCodeInput, around: DiscountSurroundings, add: AddError): void {
  const { context } = input;
  if (context?.all === 'ALL') return;
  const added = customerNumbers(context?.customers?.add);
  const removed = customerNumbers(context?.customers?.remove);
  const before = around.current?.customers ?? 0;
  if (!context || (before === 0 && added.length === 0)) {
    const message = 'a minimum of one prerequisite segment or prerequisite customer must be provided';
    add(['context'], message, 'INVALID');
  }
  for (const customerId of new Set(added)) {
    if (around.hasCustomer(customerId)) continue;
    add(['context', 'customers', 'add'], `Customer with id: ${customerId} is invalid`, 'INVALID');
  }
  const { maxCustomers } = around;
  if (maxCustomers !== null && before + added.length - removed.length > maxCustomers) {
    const message = `Customers exceed the maximum of ${maxCustomers}`;
    add(['context', 'customers', 'add'], message, 'EXCEEDED_MAX');
  }
}
