import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { parse, type Parser } from 'csv-parse';

export interface OpenCsv {
  /** Records as arrays of cells, the header first. Destroy it to stop early. */
  readonly records: Parser;
  readonly delimiter: ',' | ';' | '\t';
}

const LONGEST_HEADER = 64 * 1024;
/** An unclosed quote must not swallow the file into memory. */
const LONGEST_RECORD = 1024 * 1024;

/**
 * Opens a CSV stream: byte order mark, separator (from the first line) and line ends are recognised.
 * @param source a path, or a stream of bytes
 * @returns `null` when the source is empty; `'not-utf8'` for UTF-16 text and binary files
 * @throws what the source throws, for example ENOENT
 */
export async function openCsv(source: string | Readable): Promise<OpenCsv | 'not-utf8' | null> {
  const bytes = typeof source === 'string' ? createReadStream(source) : source;
  const iterator = bytes[Symbol.asyncIterator]() as AsyncIterator<Buffer | string>;
  let head = Buffer.alloc(0);
  while (head.length < LONGEST_HEADER && !head.includes(10) && !head.includes(13)) {
    const next = await iterator.next();
    if (next.done === true) break;
    head = Buffer.concat([head, Buffer.from(next.value)]);
  }
  if (head.length === 0) return null;
  if (head.includes(0) || (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) {
    bytes.destroy();
    return 'not-utf8';
  }
  const delimiter = delimiterOf(head.toString('utf8'));
  const records = parse({
    bom: true,
    delimiter,
    trim: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_RECORD,
  });
  async function* whole(): AsyncGenerator<Buffer | string> {
    yield head;
    for (;;) {
      const next = await iterator.next();
      if (next.done === true) return;
      yield next.value;
    }
  }
  const joined = Readable.from(whole(), { objectMode: false });
  joined.on('error', (error) => records.destroy(error));
  records.on('close', () => bytes.destroy());
  joined.pipe(records);
  return { records, delimiter };
}

/** The separator that the first line uses most outside quotes; a comma when it uses none. */
function delimiterOf(head: string): ',' | ';' | '\t' {
  const line = (head.split(/[\r\n]/)[0] ?? '').replaceAll(/"[^"]*"/g, '');
  const count = (sign: string): number => line.split(sign).length - 1;
  if (count(';') > count(',') && count(';') >= count('\t')) return ';';
  return count('\t') > count(',') ? '\t' : ',';
}
