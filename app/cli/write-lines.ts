import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import { finished } from 'node:stream/promises';

/**
 * Writes lines to a file, or to `stdout` for `-`, in constant memory. A file appears under its name only when it is
 * complete; a pipe or a device such as /dev/null is written to, never replaced.
 */
export async function writeLines(
  target: string,
  lines: Iterable<string>,
  stdout: NodeJS.WritableStream,
): Promise<void> {
  if (target === '-') {
    await pour(lines, stdout);
    return;
  }
  const existing = await stat(target).catch(() => null);
  if (existing !== null && !existing.isFile()) {
    await pourInto(target, lines);
    return;
  }
  // A link keeps pointing where it points.
  const path = existing === null ? target : await realpath(target);
  const partial = `${path}.partial`;
  try {
    await pourInto(partial, lines);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function pourInto(path: string, lines: Iterable<string>): Promise<void> {
  const file = createWriteStream(path);
  try {
    const done = finished(file);
    // Awaited below; a failure before that must not count as unhandled.
    done.catch(() => undefined);
    await once(file, 'open');
    await pour(lines, file);
    file.end();
    await done;
  } catch (error) {
    file.destroy();
    throw error;
  }
}

const CHUNK = 64 * 1024;

async function pour(lines: Iterable<string>, stream: NodeJS.WritableStream): Promise<void> {
  let chunk = '';
  for (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < CHUNK) continue;
    if (!stream.write(chunk)) await once(stream, 'drain');
    chunk = '';
  }
  if (chunk !== '' && !stream.write(chunk)) await once(stream, 'drain');
}
