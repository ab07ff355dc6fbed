import { expect, it } from 'vitest';
import { OrderColumnsBuilder } from './order-columns-builder';

function field(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function row(id: string, day: number, minor: bigint, older = false): Buffer {
  const count = Buffer.from([0, 4]);
  const dayBytes = Buffer.alloc(4);
  dayBytes.writeInt32BE(day);
  const minorBytes = Buffer.alloc(8);
  minorBytes.writeBigInt64BE(minor);
  const olderByte = Buffer.from([older ? 1 : 0]);
  return Buffer.concat([count, ...[Buffer.from(id), dayBytes, minorBytes, olderByte].map(field)]);
}

// As the PostgreSQL manual describes the binary format of COPY: signature, flags, extension; trailer -1.
const header = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const trailer = Buffer.from([0xff, 0xff]);
const rows = [row('a', -1, -5n), row('añ', 2, 2n ** 40n, true), row('añ', 3, 1n, true)];
const stream = Buffer.concat([header, ...rows, trailer]);

it('reads the same rows wherever the stream is cut', () => {
  for (let size = 1; size <= stream.length; size += 1) {
    const builder = new OrderColumnsBuilder();
    for (let start = 0; start < stream.length; start += size)
      builder.push(stream.subarray(start, start + size));
    expect(builder.finish()).toEqual({
      customerIds: ['a', 'añ'],
      customer: Int32Array.of(0, 1, 1),
      day: Int32Array.of(-1, 2, 3),
      minor: Float64Array.of(-5, 2 ** 40, 1),
      olderThanData: Uint8Array.of(0, 1),
    });
  }
});

it('refuses an amount beyond exact numbers instead of rounding it', () => {
  const builder = new OrderColumnsBuilder();
  expect(() => builder.push(Buffer.concat([header, row('a', 1, 2n ** 53n + 1n)]))).toThrow(RangeError);
});

it('grows with the number of customers', () => {
  const builder = new OrderColumnsBuilder();
  builder.push(header);
  const size = 5_000;
  for (let i = 0; i < size; i += 1) builder.push(row(String(i), i, 1n, i % 2 === 1));
  const { customerIds, olderThanData } = builder.finish();
  expect(customerIds).toHaveLength(size);
  expect(olderThanData).toEqual(Uint8Array.from({ length: size }, (_, i) => i % 2));
});
