import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { processIsPostgres } from './process-is-alive';

const OWNER = 'timon_owner';
const RUNTIME = 'timon_runtime';
const DATABASE = 'timon';

const credentials = z.object({ ownerPassword: z.string().min(1), runtimePassword: z.string().min(1) });
export type Credentials = z.infer<typeof credentials>;

export interface ClusterFiles {
  /** Holds the data and the passwords; appears complete or not at all. */
  readonly cluster: string;
  readonly data: string;
  readonly credentials: string;
  readonly port: string;
  readonly lock: string;
  readonly log: string;
}

export function clusterFiles(dir: string): ClusterFiles {
  const home = path.resolve(dir);
  const cluster = path.join(home, 'cluster');
  return {
    cluster,
    data: path.join(cluster, 'data'),
    credentials: path.join(cluster, 'credentials.json'),
    port: path.join(home, 'port'),
    lock: path.join(home, 'start.lock'),
    log: path.join(home, 'postgres.log'),
  };
}

export function readCredentials(files: ClusterFiles): Credentials {
  return credentials.parse(JSON.parse(readFileSync(files.credentials, 'utf8')));
}

export function connectionUrls({ ownerPassword, runtimePassword }: Credentials, port: number) {
  const url = (role: string, password: string, database: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
  return {
    ownerUrl: url(OWNER, ownerPassword, DATABASE),
    runtimeUrl: url(RUNTIME, runtimePassword, DATABASE),
    maintenanceUrl: url(OWNER, ownerPassword, 'postgres'),
  };
}

export const ownerRole = OWNER;
export const databaseName = DATABASE;

/** The server that works on the data now, as its own pid file says; removes that file when its server is gone. */
export function runningServer(files: ClusterFiles): { readonly pid: number; readonly port: number } | null {
  const pidFile = path.join(files.data, 'postmaster.pid');
  let lines: string[];
  try {
    lines = readFileSync(pidFile, 'utf8').split('\n');
  } catch {
    return null;
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (processIsPostgres(pid)) return { pid, port };
  rmSync(pidFile, { force: true });
  return null;
}

/** The port of last time where it is still free, else a new one. */
export async function choosePort(files: ClusterFiles): Promise<number> {
  const previous = existsSync(files.port) ? Number(readFileSync(files.port, 'utf8')) : 0;
  const port = (await listenOnce(previous)) ?? (await listenOnce(0));
  if (port === null) throw new Error('no free port on 127.0.0.1');
  writeFileSync(files.port, String(port));
  return port;
}

function listenOnce(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const { port: chosen } = server.address() as AddressInfo;
      server.close(() => resolve(chosen));
    });
  });
}
