import { z } from 'zod';
import { ConnectorError } from '../contract';
import type { QueryCost } from './cost-gauge';

const graphqlErrorSchema = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  extensions: z
    .looseObject({ code: z.string().optional(), requiredAccess: z.string().optional() })
    .optional(),
});
type GraphqlErrorEntry = z.infer<typeof graphqlErrorSchema>;

const SCOPE = /\b(?:read|write)_[a-z_]+\b/g;

const NOT_APPROVED = /^This app is not approved to (?:access|use) the \w+ (?:field|object)/i;

/** Scope handles in Shopify's sentence, for example "Required access: `read_orders` access scope". */
function scopesIn(text: string): string[] {
  return [...new Set(text.match(SCOPE) ?? [])];
}

function failureOf(operation: string, entry: GraphqlErrorEntry, cost: QueryCost | null): ConnectorError {
  const where = entry.path === undefined ? '' : ` at ${entry.path.join('.')}`;
  switch (entry.extensions?.code) {
    case 'THROTTLED':
      return new ConnectorError('throttled', `${operation} was throttled`, {
        ...(cost === null ? {} : { retryAfterMs: waitFor(cost) }),
      });
    case 'ACCESS_DENIED': {
      const scopes = scopesIn(`${entry.extensions.requiredAccess ?? ''} ${entry.message}`);
      // Without a scope the shop refuses for another reason, such as protected customer data not approved.
      return new ConnectorError(
        scopes.length > 0 ? 'missing-scope' : 'forbidden',
        `${operation} was denied${where}`,
        { scopes },
      );
    }
    case 'MAX_COST_EXCEEDED':
      return new ConnectorError('too-costly', `${operation} costs more than Shopify allows`);
    case 'SHOP_INACTIVE':
      return new ConnectorError('shop-gone', `${operation}: the shop is inactive`);
    case 'INTERNAL_SERVER_ERROR':
    case 'TIMEOUT':
      return new ConnectorError('unavailable', `${operation} failed inside the source${where}`);
    default:
      // Shopify's own example of a refused protected field carries no code.
      if (NOT_APPROVED.test(entry.message)) {
        return new ConnectorError('forbidden', `${operation} was denied${where}`);
      }
      return new ConnectorError('invalid-response', `${operation} was refused${where}: ${entry.message}`);
  }
}

/** Time until the bucket holds what the refused query asked for. */
function waitFor({ requestedQueryCost, throttleStatus }: QueryCost): number {
  const missing = requestedQueryCost - throttleStatus.currentlyAvailable;
  return Math.max(100, Math.ceil((missing / throttleStatus.restoreRate) * 1000));
}

/**
 * The failure that an answer's `errors` stand for; `null` when there are none. Partial data next to errors is not
 * used: an order without its customer would be counted as a guest's.
 */
export function graphqlFailure(
  operation: string,
  errors: unknown,
  cost: QueryCost | null,
): ConnectorError | null {
  if (errors === undefined || errors === null) return null;
  const parsed = z.array(graphqlErrorSchema).safeParse(errors);
  if (!parsed.success) {
    return new ConnectorError('invalid-response', `${operation}: unreadable errors`, { cause: parsed.error });
  }
  const failures = parsed.data.map((entry) => failureOf(operation, entry, cost));
  // What needs a person comes first: waiting does not help a query that will be denied afterwards.
  return failures.find(({ retryable }) => !retryable) ?? failures[0] ?? null;
}
