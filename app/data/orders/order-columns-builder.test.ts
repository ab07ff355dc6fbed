import { expect, it } from 'vitest';
import { OrderColumnsBuilder } from './order-columns-builder';

function field(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function row(id: string, day: number, minor: bigint): Buffer {
  const count = Buffer.from([0, 3]);
  const dayBytes = Buffer.alloc(4);
  dayBytes.writeInt32BE(day);
  const minorBytes = Buffer.alloc(8);
  minorBytes.writeBigInt64BE(minor);
  return Buffer.concat([count, field(Buffer.from(id)), field(dayBytes), field(minorBytes)]);
}

// As the PostgreSQL manual describes the binary format of COPY: signature, flags, extension; trailer -1.
const header = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const trailer = Buffer.from([0xff, 0xff]);
const stream = Buffer.concat([header, row('a', -1, -5n), row('añ', 2, 2n ** 40n), row('añ', 3, 1n), trailer]);

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
    });
  }
});

it('refuses an amount beyond exact numbers instead of rounding it', () => {
  const builder = new OrderColumnsBuilder();
  expect(() => builder.push(Buffer.concat([header, row('a', 1, 2n ** 53n + 1n)]))).toThrow(RangeError);
});
