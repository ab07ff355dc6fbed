import { createReadStream } from 'node:fs';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { ConnectorError, type SourceProgress } from '../contract';
import { networkFailure } from '../http-failure';
import type { ShopifyClient } from './client';
import { readLines } from './read-lines';

const lineSchema = z.looseObject({ id: z.string(), __parentId: z.string().optional() });
type ExportLine = z.infer<typeof lineSchema>;

/** A complete result of an export, on disk. */
export interface ExportFile {
  /** How many children each object has: tells when one is complete, without holding the whole file. */
  readonly childCounts: ReadonlyMap<string, number>;
  /** Lines that have no parent. */
  readonly rootCount: number;
  lines(): AsyncGenerator<ExportLine>;
  remove(): Promise<void>;
}

/**
 * Streams a result to a temporary file and checks that it is whole before anybody sees a line: every line is JSON, the
 * last one ends, and there are as many as the export counted.
 * @throws ConnectorError `truncated`, `expired-url`, `unavailable`
 */
export async function downloadExport(
  client: ShopifyClient,
  result: { readonly url: string; readonly objectCount: number },
  options: {
    readonly onProgress?: ((progress: SourceProgress) => void) | undefined;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<ExportFile> {
  const { signal, onProgress } = options;
  const response = await client.download(result.url, signal);
  const folder = await mkdtemp(join(tmpdir(), 'timon-export-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'result.jsonl');
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      const counts = await copyChecked(response, file, result.objectCount, signal, onProgress);
      return { ...counts, lines: () => linesOf(path), remove };
    } finally {
      await file.close();
    }
  } catch (error) {
    await remove();
    throw error;
  }
}

const FLUSH_CHARACTERS = 1 << 18;
const REPORT_EVERY = 1_000;

async function copyChecked(
  response: Response,
  file: FileHandle,
  objectCount: number,
  signal: AbortSignal | undefined,
  onProgress: ((progress: SourceProgress) => void) | undefined,
): Promise<Pick<ExportFile, 'childCounts' | 'rootCount'>> {
  const childCounts = new Map<string, number>();
  let count = 0;
  let rootCount = 0;
  let pending = '';
  for await (const { text, ended } of linesOrFailure(response, signal)) {
    const parent = parseLine(text, ended).__parentId;
    if (parent === undefined) rootCount += 1;
    else childCounts.set(parent, (childCounts.get(parent) ?? 0) + 1);
    count += 1;
    pending += `${text}\n`;
    if (pending.length >= FLUSH_CHARACTERS) {
      await file.write(pending);
      pending = '';
    }
    if (count % REPORT_EVERY === 0) onProgress?.({ phase: 'downloading', done: count, total: objectCount });
  }
  await file.write(pending);
  onProgress?.({ phase: 'downloading', done: count, total: objectCount });
  if (count !== objectCount) {
    throw new ConnectorError('truncated', `the export result has ${count} of ${objectCount} lines`);
  }
  return { childCounts, rootCount };
}

async function* linesOrFailure(response: Response, signal: AbortSignal | undefined) {
  if (!response.body) return;
  try {
    yield* readLines(response.body);
  } catch (error) {
    if (error instanceof ConnectorError) throw error;
    throw networkFailure('the export result', error, signal);
  }
}

/** A last line that is cut is the source's fault once; fetched again it may be whole. */
function parseLine(text: string, ended: boolean): ExportLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw ended
      ? new ConnectorError('invalid-response', 'the export result holds a line that is not JSON', { cause })
      : new ConnectorError('truncated', 'the export result ends within a line', { cause });
  }
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) {
    throw new ConnectorError('invalid-response', 'the export result holds an object without id', {
      cause: parsed.error,
    });
  }
  return parsed.data;
}

async function* linesOf(path: string): AsyncGenerator<ExportLine> {
  const stream = createReadStream(path, { encoding: 'utf8' });
  try {
    for await (const text of createInterface({ input: stream, crlfDelay: Infinity })) {
      yield parseLine(text, true);
    }
  } finally {
    stream.destroy();
  }
}
