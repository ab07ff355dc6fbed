import type { SourceCustomer, SourceOrder } from '~/domain/order';

/** One page of what a source holds, normalised. A page may be handed over twice: upserts are keyed on the ids. */
export interface SourcePage {
  readonly orders: readonly SourceOrder[];
  /** Customers of the page's orders, each once a page. */
  readonly customers: readonly SourceCustomer[];
}

/** How far a long read has come, in the source's own counts. */
export interface SourceProgress {
  readonly phase: 'exporting' | 'downloading' | 'reading';
  /** Objects the source has prepared, or we have read, so far: orders and their lines together while exporting. */
  readonly done: number;
  /** `null` while nobody knows. */
  readonly total: number | null;
}

/** Why a source could not be read. */
export type ConnectorErrorCode =
  /** 401: the token is not, or no longer, valid. The merchant opens the app again. */
  | 'unauthorized'
  /** 402: the shop is frozen until its bill is paid. */
  | 'payment-required'
  /** 403: the shop refuses the app. */
  | 'forbidden'
  /** The token lacks a scope that the operation needs. */
  | 'missing-scope'
  /** 404, 423: the shop is closed, locked, or never was. */
  | 'shop-gone'
  /** 429, or THROTTLED beyond our patience. */
  | 'throttled'
  /** One query asks for more than the source serves at once. */
  | 'too-costly'
  /** 5xx, network, time-out. */
  | 'unavailable'
  /** The source will not run an export: read page by page instead. */
  | 'bulk-refused'
  /** The export started and failed: read page by page, or try later. */
  | 'bulk-failed'
  /** The file ends early, and did so again when fetched again. */
  | 'truncated'
  /** The result's address no longer answers. */
  | 'expired-url'
  /** The source answered with something that its contract does not allow. */
  | 'invalid-response';

/** Key of the sentence that tells the merchant what happened and what to do. */
export type ConnectorMessageCode = `connector.${ConnectorErrorCode}`;

const RETRYABLE: ReadonlySet<ConnectorErrorCode> = new Set([
  'throttled',
  'unavailable',
  'bulk-failed',
  'truncated',
  'expired-url',
]);

export interface ConnectorErrorDetails {
  /** When the source said to come back, in milliseconds from now. */
  readonly retryAfterMs?: number;
  /** The scopes that are missing, where the source names them. */
  readonly scopes?: readonly string[];
  readonly cause?: unknown;
}

/**
 * A source that could not be read. `message` is for our log and never holds a token, an address with a signature, or
 * a person; `merchantMessage` is the key of what the merchant reads.
 */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';
  /** Whether the same call may succeed later without anybody doing anything. */
  readonly retryable: boolean;
  readonly retryAfterMs: number | null;
  readonly scopes: readonly string[];
  readonly merchantMessage: ConnectorMessageCode;

  constructor(
    readonly code: ConnectorErrorCode,
    message: string,
    details: ConnectorErrorDetails = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.retryable = RETRYABLE.has(code);
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.scopes = details.scopes ?? [];
    this.merchantMessage = `connector.${code}`;
  }
}
