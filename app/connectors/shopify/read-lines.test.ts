import { describe, expect, it } from 'vitest';
import { readLines } from './read-lines';

function streamOf(bytes: Uint8Array, chunk: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, at + chunk));
      at += chunk;
    },
  });
}

async function linesOf(text: string, chunk: number) {
  const lines = [];
  for await (const line of readLines(streamOf(new TextEncoder().encode(text), chunk))) lines.push(line);
  return lines;
}

describe('readLines', () => {
  it.each([1, 2, 3, 7, 1000])('puts lines and letters together from chunks of %d bytes', async (chunk) => {
    const lines = await linesOf('{"a":"ñandú"}\n{"b":"日本"}\n\n{"c":1}\n', chunk);
    expect(lines.map(({ text }) => text)).toEqual(['{"a":"ñandú"}', '{"b":"日本"}', '{"c":1}']);
    expect(lines.every(({ ended }) => ended)).toBe(true);
  });

  it('marks a last line without a line break', async () => {
    expect(await linesOf('{"a":1}\n{"b"', 4)).toEqual([
      { text: '{"a":1}', ended: true },
      { text: '{"b"', ended: false },
    ]);
  });
});
