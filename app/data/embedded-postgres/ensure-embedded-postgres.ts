import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { postgresBinaries } from './binaries';
import {
  choosePort,
  clusterFiles,
  connectionUrls,
  databaseName,
  readCredentials,
  runningServer,
  type ClusterFiles,
  type Credentials,
} from './cluster-files';
import { createCluster } from './create-cluster';
import { EmbeddedPostgresError, readable } from './embedded-postgres-error';
import { launchServer } from './launch-server';
import { withStartLock } from './start-lock';
import { processIsAlive } from './process-is-alive';
import { serverUser } from './unprivileged';

export interface EmbeddedPostgres {
  /** Role that owns the database `timon`: for migrations and provisioning. */
  readonly ownerUrl: string;
  /** Role that the product works as; it comes to life when the database is provisioned. */
  readonly runtimeUrl: string;
  /** Stops the server for every process that uses it. */
  stop(): Promise<void>;
}

const START_ATTEMPTS = 10;
const ANSWER_PATIENCE_MS = 60_000;
const STOP_PATIENCE_MS = 30_000;

/**
 * Brings up the PostgreSQL that npm installed, on 127.0.0.1 and a port of its own. Any number of processes may call
 * it at once with the same folder: the first starts the server, which outlives it; the others join. A server killed
 * with -9 is started again.
 * @param dir folder of the data, the passwords (mode 600), the port and the log; made when missing
 * @param durable `false` gives up crash safety of the data for speed: for tests
 * @throws EmbeddedPostgresError with a sentence for the person at the terminal
 */
export async function ensureEmbeddedPostgres({
  dir,
  durable,
}: {
  readonly dir: string;
  readonly durable: boolean;
}): Promise<EmbeddedPostgres> {
  const files = clusterFiles(dir);
  try {
    mkdirSync(dir, { recursive: true });
    const urls = await withStartLock(files.lock, () => start(files, dir, durable));
    return { ownerUrl: urls.ownerUrl, runtimeUrl: urls.runtimeUrl, stop: () => stopServer(files) };
  } catch (error) {
    throw readable(error, dir);
  }
}

async function start(files: ClusterFiles, dir: string, durable: boolean) {
  const user = serverUser();
  user.own(dir);
  const binaries = await postgresBinaries();
  if (!existsSync(files.credentials)) await createCluster(files, user, binaries.initdb, durable);
  const credentials = readCredentials(files);
  // Right after kill -9 the orphans of the dead server still hold its shared memory for a moment.
  for (let attempt = 1; ; attempt += 1) {
    const running = runningServer(files);
    if (running) {
      const urls = await answering(running.port, credentials, () => processIsAlive(running.pid));
      if (urls) return urls;
    } else {
      const port = await choosePort(files);
      const server = launchServer({ files, user, postgres: binaries.postgres, port, durable });
      const urls = await answering(port, credentials, server.isRunning);
      if (urls) return urls;
    }
    if (attempt === START_ATTEMPTS) throw startFailure(files);
    await sleep(500);
  }
}

/** Waits until the server lets the owner in, the database made where missing; `null` when the server has ended. */
async function answering(port: number, credentials: Credentials, isRunning: () => boolean) {
  const urls = connectionUrls(credentials, port);
  const deadline = Date.now() + ANSWER_PATIENCE_MS;
  while (isRunning() && Date.now() < deadline) {
    const client = new pg.Client({ connectionString: urls.maintenanceUrl });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await createDatabase(client);
      return urls;
    } catch {
      await sleep(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return null;
}

async function createDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`);
}

function startFailure(files: ClusterFiles): Error {
  const tail = existsSync(files.log)
    ? readFileSync(files.log, 'utf8').trim().split('\n').slice(-5).join('\n')
    : '';
  return new EmbeddedPostgresError(
    'start',
    `the embedded PostgreSQL does not start; the end of ${files.log}:\n${tail}`,
  );
}

async function stopServer(files: ClusterFiles): Promise<void> {
  const running = runningServer(files);
  if (!running) return;
  // SIGINT: "fast" shutdown, which ends open connections and leaves a clean data folder.
  process.kill(running.pid, 'SIGINT');
  const deadline = Date.now() + STOP_PATIENCE_MS;
  while (processIsAlive(running.pid) && Date.now() < deadline) await sleep(25);
}
