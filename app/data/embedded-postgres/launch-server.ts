import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import type { ClusterFiles } from './cluster-files';
import type { ServerUser } from './unprivileged';

const LOG_LIMIT_BYTES = 20_000_000;

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Our queries are short or sequential: compiling them costs more than it brings.
  jit: 'off',
  max_wal_size: '1GB',
};
const FAST_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Starts the server as a process that outlives this one. */
export function launchServer(options: {
  readonly files: ClusterFiles;
  readonly user: ServerUser;
  readonly postgres: string;
  readonly port: number;
  readonly durable: boolean;
}): { readonly isRunning: () => boolean } {
  const { files, user, postgres, port, durable } = options;
  if ((statSync(files.log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) rmSync(files.log);
  const log = openSync(files.log, 'a', 0o600);
  const settings = { ...SETTINGS, ...(durable ? {} : FAST_SETTINGS) };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = user.spawn(postgres, ['-D', files.data, '-p', String(port), ...args], {
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let running = true;
  child.on('exit', () => (running = false));
  child.on('error', () => (running = false));
  child.unref();
  return { isRunning: () => running };
}
