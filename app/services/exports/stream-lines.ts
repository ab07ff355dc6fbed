import type { CsvDialect } from './csv-dialect';

const BYTE_ORDER_MARK = '\uFEFF';
const LINES_A_CHUNK = 500;

/** The file as it goes out, a few hundred lines at a time. */
export function streamLines(
  lines: readonly string[],
  { byteOrderMark }: CsvDialect,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next = 0;
  return new ReadableStream({
    pull(controller) {
      const mark = next === 0 && byteOrderMark ? BYTE_ORDER_MARK : '';
      const chunk = mark + lines.slice(next, next + LINES_A_CHUNK).join('');
      next += LINES_A_CHUNK;
      if (chunk !== '') controller.enqueue(encoder.encode(chunk));
      if (next >= lines.length) controller.close();
    },
  });
}
