import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { ensureEmbeddedPostgres } from '~/data/embedded-postgres/ensure-embedded-postgres';
import { EmbeddedPostgresError } from '~/data/embedded-postgres/embedded-postgres-error';
import { prepareDatabase } from '../prisma/prepare-database';
import { BRIEF_VARIABLE, type ChildBrief } from './child';
import { followFirstRun } from './follow-run';
import { DEMO_USAGE, DemoError, parseDemoOptions, type DemoOptions } from './options';
import { startProcesses, type Processes } from './processes';
import { loadSettings } from './settings';

/** Settings of real installations: with one of them present this might be somebody's production. */
const FORBIDDEN = [
  'SHOPIFY_API_KEY',
  'SHOPIFY_API_SECRET',
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'REDIS_URL',
];

const root = fileURLToPath(new URL('../../', import.meta.url));

async function main(args: readonly string[]): Promise<void> {
  refuseProduction();
  const options = parseDemoOptions(args, process.cwd());
  if (options === 'help') {
    console.log(DEMO_USAGE);
    return;
  }
  if (options.ordersFile !== null && !existsSync(options.ordersFile)) {
    throw new DemoError(
      `There is no file ${options.ordersFile}.`,
      'Check the path; it is taken from where you stand.',
    );
  }
  await refuseTakenPort(options.port);
  const realStart = new Date();
  const dataDir = join(root, '.data', 'demo', dataName(options));
  if (options.fresh) await forget(dataDir);
  const settingsFile = join(dataDir, 'settings.json');
  const settings = await loadSettings(settingsFile, realStart);

  say('Starting PostgreSQL ...');
  const postgres = await ensureEmbeddedPostgres({ dir: join(dataDir, 'postgres'), durable: true });
  const processes: Processes = startProcesses();
  const stop = stopOnce(async () => {
    await processes.stop();
    await postgres.stop();
  });
  try {
    await prepareDatabase(postgres);
    await forgetSessions(postgres.ownerUrl);
    say(
      options.ordersFile === null
        ? 'Making a shop: 30 months of orders ...'
        : `Reading ${options.ordersFile} ...`,
    );
    const standin = await processes.startStandin([settingsFile, realStart.toISOString(), ...args]);
    say(`${standin.shopName}: ${standin.orders.toLocaleString('en')} orders, as Shopify would hold them.`);
    const brief: ChildBrief = {
      now: standin.now,
      realStart: realStart.toISOString(),
      dataDir,
      port: options.port,
      standinUrl: standin.url,
      tokenKeys: settings.tokenKeys,
    };
    await processes.startProduct({ [BRIEF_VARIABLE]: JSON.stringify(brief) });
    const address = `http://127.0.0.1:${options.port}/app`;
    say(`The dashboard is at  ${address}  (add ?locale=en-US or ?locale=es-ES)`);
    await followFirstRun(`http://127.0.0.1:${options.port}`, say, stop.signal);
    say(`Ready: ${address}   Ctrl-C stops everything; the data stay for the next start.`);
    await stop.requested;
  } finally {
    await stop.now();
  }
}

function say(line: string): void {
  console.log(`  ${line}`);
}

function refuseProduction(): void {
  const present = FORBIDDEN.filter((name) => process.env[name] !== undefined);
  if (process.env['NODE_ENV'] === 'production') present.push('NODE_ENV=production');
  if (present.length === 0) return;
  throw new DemoError(
    `The demo does not run beside real settings: ${present.join(', ')}.`,
    'Unset them for this command; the demo brings everything it needs.',
  );
}

async function refuseTakenPort(port: number): Promise<void> {
  const free = await new Promise<boolean>((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
  if (free) return;
  throw new DemoError(
    `Port ${port} is taken.`,
    `Stop what listens there (another demo?), or run: npm run demo -- --port ${port === 65_535 ? 3_000 : port + 1}`,
  );
}

/** The generated shop has one place; each file, with what was said of it, has its own. */
function dataName({ ordersFile, currency, timeZone }: DemoOptions): string {
  if (ordersFile === null) return 'shop';
  const hash = createHash('sha256')
    .update(readFileSync(ordersFile))
    .update(`${currency ?? ''} ${timeZone}`);
  return `file-${hash.digest('hex').slice(0, 16)}`;
}

async function forget(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) return;
  const left = await ensureEmbeddedPostgres({ dir: join(dataDir, 'postgres'), durable: true });
  await left.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** A new stand-in knows none of the tokens that the last one gave: the app asks for new ones at its first request. */
async function forgetSessions(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(
      'ALTER TABLE shopify_session NO FORCE ROW LEVEL SECURITY; DELETE FROM shopify_session; ALTER TABLE shopify_session FORCE ROW LEVEL SECURITY',
    );
  } finally {
    await client.end();
  }
}

interface Stop {
  /** Aborted at the first Ctrl-C. */
  readonly signal: AbortSignal;
  readonly requested: Promise<void>;
  now(): Promise<void>;
}

function stopOnce(close: () => Promise<void>): Stop {
  const controller = new AbortController();
  let closing: Promise<void> | null = null;
  const requested = new Promise<void>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve());
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(130);
      console.log('\n  Stopping ...');
      controller.abort();
    });
  }
  return { signal: controller.signal, requested, now: () => (closing ??= close()) };
}

try {
  await main(process.argv.slice(2));
  process.exit(0);
} catch (error) {
  if (error instanceof DemoError) console.error(`\n  ✖ ${error.message}\n    ${error.todo}\n`);
  else if (error instanceof EmbeddedPostgresError) console.error(`\n  ✖ ${error.message}\n`);
  else console.error(error);
  process.exit(1);
}
