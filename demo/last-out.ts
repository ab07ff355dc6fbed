import { join } from 'node:path';
import pg from 'pg';
import {
  clusterFiles,
  connectionUrls,
  readCredentials,
  runningServer,
} from '~/data/embedded-postgres/cluster-files';

const LAST_OUT = 'timon-demo-last-out';

/**
 * The last one out turns off the light. PostgreSQL outlives the process that started it; when the demo itself has been
 * killed, each of its children comes by here on its way out, and whoever finds nobody else connected stops the server.
 * A demo that has been started meanwhile holds a connection of its own.
 */
export async function stopUnusedPostgres(dataDir: string): Promise<void> {
  const files = clusterFiles(join(dataDir, 'postgres'));
  const running = runningServer(files);
  if (!running) return;
  const { ownerUrl } = connectionUrls(readCredentials(files), running.port);
  const client = new pg.Client({ connectionString: ownerUrl, application_name: LAST_OUT });
  await client.connect();
  try {
    const { rows } = await client.query<{ users: number }>(
      `SELECT count(*)::int AS users FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND application_name <> $1`,
      [LAST_OUT],
    );
    // SIGINT: "fast" shutdown, which leaves a clean data folder.
    if (rows[0]?.users === 0) process.kill(running.pid, 'SIGINT');
  } finally {
    await client.end();
  }
}
