import type { RequestKind } from './faults';

interface LoggedRequest {
  readonly at: string;
  readonly kind: RequestKind;
  readonly shop: string | null;
  /** Name of the GraphQL operation, where there is one. */
  readonly operationName: string | null;
  readonly requestedCost: number | null;
  /** HTTP status, or `null` when the connection was cut or left hanging. */
  readonly status: number | null;
  readonly userAgent: string | null;
}

const MAX_KEPT = 10_000;

/** What the app asked for, oldest first. No tokens and no bodies. */
export class RequestLog {
  private entries: LoggedRequest[] = [];

  add(entry: LoggedRequest): void {
    this.entries.push(entry);
    if (this.entries.length > MAX_KEPT) this.entries = this.entries.slice(-MAX_KEPT / 2);
  }

  list(): readonly LoggedRequest[] {
    return this.entries;
  }

  clear(): void {
    this.entries = [];
  }
}
