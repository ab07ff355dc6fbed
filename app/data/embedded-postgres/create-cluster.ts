import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ownerRole, type ClusterFiles, type Credentials } from './cluster-files';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import type { ServerUser } from './unprivileged';

/**
 * Makes an empty cluster with passwords of its own. It is built beside its final place and moved there in one step:
 * a process killed in the middle leaves nothing that looks like a cluster.
 */
export async function createCluster(
  files: ClusterFiles,
  user: ServerUser,
  initdb: string,
  durable: boolean,
): Promise<void> {
  const draft = `${files.cluster}.${randomUUID()}`;
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  user.own(draft);
  try {
    const credentials: Credentials = { ownerPassword: newPassword(), runtimePassword: newPassword() };
    const passwordFile = path.join(draft, 'owner-password');
    writePrivately(user, passwordFile, credentials.ownerPassword);
    writePrivately(user, path.join(draft, 'credentials.json'), JSON.stringify(credentials));
    await runInitdb(user, initdb, [
      ...['-D', path.join(draft, 'data'), '-U', ownerRole, '--pwfile', passwordFile],
      ...['-A', 'scram-sha-256', '-E', 'UTF8'],
      // The builtin provider sorts alike on every platform and needs no locale of the system.
      ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...(durable ? [] : ['--no-sync']),
    ]);
    rmSync(passwordFile);
    try {
      renameSync(draft, files.cluster);
    } catch (error) {
      // Another process finished first: its cluster is as good as ours.
      if (!existsSync(files.credentials)) throw error;
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

// Letters and digits only: fits into a connection string as it is.
function newPassword(): string {
  return randomBytes(24).toString('hex');
}

function writePrivately(user: ServerUser, file: string, content: string): void {
  writeFileSync(file, content, { mode: 0o600 });
  user.own(file);
}

function runInitdb(user: ServerUser, initdb: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = user.spawn(initdb, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new EmbeddedPostgresError('start', `initdb: ${output.trim()}`));
    });
  });
}
