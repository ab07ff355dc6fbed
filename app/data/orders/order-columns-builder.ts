export interface OrderColumns {
  readonly customerIds: readonly string[];
  /** Index into `customerIds`, an entry an order, ascending. */
  readonly customer: Int32Array;
  /** Days since 1970-01-01 in the shop's zone. */
  readonly day: Int32Array;
  /** Net minor units of the shop's currency, exact. */
  readonly minor: Float64Array;
  /** Of each of `customerIds`: 1 where the source counts more orders than we hold. */
  readonly olderThanData: Uint8Array;
}

// Signature (11 bytes), flags and the length of an extension that no server sends.
const HEADER_BYTES = 19;
const FIELDS = 4;

/**
 * Parses PostgreSQL's binary COPY format (header, then per row a field count and length-prefixed fields, then -1) of
 * rows `(text, int4, int8, bool)` that come sorted by the first, in chunks that may be cut anywhere.
 */
export class OrderColumnsBuilder {
  private readonly customerIds: string[] = [];
  private customer = new Int32Array(4096);
  private day = new Int32Array(4096);
  private minor = new Float64Array(4096);
  private older = new Uint8Array(1024);
  private length = 0;
  private rest: Buffer = Buffer.alloc(0);
  private headerSeen = false;
  // Bytes of the customer of the row before: rows of one customer are neighbours, most need no decoding.
  private previousId: Buffer | null = null;

  push(chunk: Buffer): void {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    let offset = 0;
    if (!this.headerSeen) {
      if (bytes.length < HEADER_BYTES) {
        this.rest = bytes;
        return;
      }
      offset = HEADER_BYTES;
      this.headerSeen = true;
    }
    for (;;) {
      const next = this.row(bytes, offset);
      if (next === null) break;
      offset = next;
    }
    this.rest = bytes.subarray(offset);
  }

  finish(): OrderColumns {
    return {
      customerIds: this.customerIds,
      customer: this.customer.slice(0, this.length),
      day: this.day.slice(0, this.length),
      minor: this.minor.slice(0, this.length),
      olderThanData: this.older.slice(0, this.customerIds.length),
    };
  }

  /** @returns offset behind the row, or `null` when it is not complete or the end is reached */
  private row(bytes: Buffer, start: number): number | null {
    if (bytes.length < start + 6 || bytes.readInt16BE(start) !== FIELDS) return null;
    const idLength = bytes.readInt32BE(start + 2);
    const idEnd = start + 6 + idLength;
    // Two length-prefixed numbers and a truth value follow: 4 + 4, 4 + 8 and 4 + 1 bytes.
    const end = idEnd + 25;
    if (bytes.length < end) return null;
    if (this.length === this.day.length) this.grow();
    const customer = this.customerIndex(bytes.subarray(start + 6, idEnd));
    this.customer[this.length] = customer;
    this.older[customer] = bytes.readUInt8(idEnd + 24);
    this.day[this.length] = bytes.readInt32BE(idEnd + 4);
    this.minor[this.length] = exactNumber(bytes, idEnd + 12);
    this.length += 1;
    return end;
  }

  private customerIndex(id: Buffer): number {
    if (!this.previousId?.equals(id)) {
      this.customerIds.push(id.toString('utf8'));
      this.previousId = id;
      if (this.customerIds.length > this.older.length) {
        const older = new Uint8Array(this.older.length * 2);
        older.set(this.older);
        this.older = older;
      }
    }
    return this.customerIds.length - 1;
  }

  private grow(): void {
    const customer = new Int32Array(this.length * 2);
    const day = new Int32Array(this.length * 2);
    const minor = new Float64Array(this.length * 2);
    customer.set(this.customer);
    day.set(this.day);
    minor.set(this.minor);
    Object.assign(this, { customer, day, minor });
  }
}

function exactNumber(bytes: Buffer, offset: number): number {
  const value = bytes.readInt32BE(offset) * 2 ** 32 + bytes.readUInt32BE(offset + 4);
  if (!Number.isSafeInteger(value))
    throw new RangeError('an order amount is too large to be computed with exactly');
  return value;
}
