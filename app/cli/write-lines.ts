import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';

/**
 * Writes lines to a file, or to `stdout` for `-`, in constant memory. A file appears under its name only when it is
 * complete.
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
  const partial = `${target}.partial`;
  const file = createWriteStream(partial);
  try {
    const done = finished(file);
    // Awaited below; a failure before that must not count as unhandled.
    done.catch(() => undefined);
    await once(file, 'open');
    await pour(lines, file);
    file.end();
    await done;
    await rename(partial, target);
  } catch (error) {
    file.destroy();
    await rm(partial, { force: true });
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
