import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import { processIsAlive } from './process-is-alive';

const POLL_MS = 50;
const PATIENCE_MS = 180_000;

/**
 * Runs `work` while no other process does, by a lock file that names its holder. A holder killed in the middle is
 * robbed. Two thieves in the same instant could both get in: what `work` does stays safe then (the cluster appears
 * by one rename, and the server itself refuses a second one on the same data), it would only be done twice.
 */
export async function withStartLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const mine = `${process.pid} ${randomUUID()}`;
  const deadline = Date.now() + PATIENCE_MS;
  while (!taken(file, mine)) {
    const holder = contentOf(file);
    if (holder !== null && !processIsAlive(Number(holder.split(' ')[0]))) rob(file, holder);
    else if (Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        'locked',
        `another process has been starting the database too long: ${file}`,
      );
    } else await sleep(POLL_MS);
  }
  try {
    return await work();
  } finally {
    if (contentOf(file) === mine) rmSync(file, { force: true });
  }
}

function taken(file: string, content: string): boolean {
  // A link appears with its content: a reader never sees an empty lock, whose holder it would take for dead.
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function rob(file: string, deadHolder: string): void {
  const loot = `${file}.${randomUUID()}`;
  try {
    renameSync(file, loot);
    // Somebody else was faster and the loot is a live lock: give it back.
    if (contentOf(loot) !== deadHolder) linkSync(loot, file);
  } catch {
    // Gone already, or taken again: the next round sees how things stand.
  }
  rmSync(loot, { force: true });
}

function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
