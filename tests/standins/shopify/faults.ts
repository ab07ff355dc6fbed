import { z } from 'zod';

const common = {
  /** How many matching requests it hits; 1 unless told. */
  times: z.number().int().positive().default(1),
  /** Only requests of this shop. */
  shop: z.string().optional(),
};
const place = z.enum(['graphql', 'token', 'bulk-result', 'any']);
/** Only the GraphQL operation of this name. */
const operation = z.string().optional();

/** What can be ordered to go wrong. */
export const faultSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('status'),
    on: place,
    status: z.number().int().min(400).max(599),
    retryAfterS: z.number().optional(),
    operation,
    ...common,
  }),
  /** The request is read and never answered. */
  z.object({ kind: z.literal('hang'), on: place, operation, ...common }),
  /** The connection is cut without an answer. */
  z.object({ kind: z.literal('reset'), on: place, operation, ...common }),
  /** HTTP 200 with THROTTLED. */
  z.object({ kind: z.literal('throttled'), operation, ...common }),
  /** HTTP 200 with INTERNAL_SERVER_ERROR. */
  z.object({ kind: z.literal('internal-error'), operation, ...common }),
  /** A bulk result that ends in the middle of a line, as if it were whole; `share` of its bytes are sent. */
  z.object({ kind: z.literal('truncated'), share: z.number().min(0).max(1).default(0.5), ...common }),
  /** The result's address has expired. */
  z.object({ kind: z.literal('expired-url'), ...common }),
  /** Shopify does not give the app bulk access. */
  z.object({ kind: z.literal('bulk-refused'), ...common }),
  /** The next bulk operation ends as FAILED; with `after` > 0 there is a `partialDataUrl` with that share. */
  z.object({
    kind: z.literal('bulk-failed'),
    errorCode: z.enum(['ACCESS_DENIED', 'INTERNAL_SERVER_ERROR', 'TIMEOUT']).default('INTERNAL_SERVER_ERROR'),
    after: z.number().min(0).max(1).default(0),
    ...common,
  }),
]);

export type FaultOrder = z.input<typeof faultSchema>;
type Fault = z.output<typeof faultSchema>;
export type RequestKind = 'graphql' | 'token' | 'bulk-result';
/** A fault that acts on an HTTP answer. */
export type HttpFault = Exclude<Fault, { kind: 'bulk-refused' | 'bulk-failed' }>;
type BulkFault = Extract<Fault, { kind: 'bulk-refused' | 'bulk-failed' }>;

interface Occasion {
  readonly request: RequestKind;
  readonly shop: string | null;
  readonly operationName: string | null;
}

function placeOf(fault: HttpFault): RequestKind | 'any' {
  switch (fault.kind) {
    case 'status':
    case 'hang':
    case 'reset':
      return fault.on;
    case 'throttled':
    case 'internal-error':
      return 'graphql';
    case 'truncated':
    case 'expired-url':
      return 'bulk-result';
  }
}

function isHttpFault(fault: Fault): fault is HttpFault {
  return fault.kind !== 'bulk-refused' && fault.kind !== 'bulk-failed';
}

/** Faults on order: each is used up by the requests it matches, in the order of ordering. */
export class Faults {
  /** While true every connection is cut, the control interface excepted. */
  outage = false;
  private pending: { readonly fault: Fault; left: number }[] = [];

  add(order: FaultOrder): void {
    const fault = faultSchema.parse(order);
    this.pending.push({ fault, left: fault.times });
  }

  clear(): void {
    this.pending = [];
    this.outage = false;
  }

  /** Orders not used up yet. */
  get size(): number {
    return this.pending.length;
  }

  takeHttp(occasion: Occasion): HttpFault | null {
    return this.take((fault): fault is HttpFault => {
      if (!isHttpFault(fault)) return false;
      const where = placeOf(fault);
      if (where !== 'any' && where !== occasion.request) return false;
      if (fault.shop !== undefined && occasion.shop !== null && fault.shop !== occasion.shop) return false;
      const named = 'operation' in fault ? fault.operation : undefined;
      return named === undefined || named === occasion.operationName;
    });
  }

  takeBulk<K extends BulkFault['kind']>(kind: K, shop: string): Extract<BulkFault, { kind: K }> | null {
    return this.take(
      (fault): fault is Extract<BulkFault, { kind: K }> =>
        fault.kind === kind && (fault.shop === undefined || fault.shop === shop),
    );
  }

  private take<T extends Fault>(matches: (fault: Fault) => fault is T): T | null {
    for (const entry of this.pending) {
      const { fault } = entry;
      if (!matches(fault)) continue;
      entry.left -= 1;
      this.pending = this.pending.filter((other) => other.left > 0);
      return fault;
    }
    return null;
  }
}
