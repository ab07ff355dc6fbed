import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EmbeddedPostgresError } from '~/data/embedded-postgres/embedded-postgres-error';
import { BRIEF_VARIABLE, type ChildBrief } from './child';
import { forgetDemoDatabase, openDemoDatabase, type DemoDatabase } from './demo-database';
import { followFirstRun } from './follow-run';
import { DEMO_USAGE, DemoError, parseDemoOptions, type DemoOptions } from './options';
import { startProcesses } from './processes';
import { loadSettings } from './settings';

/** Settings of real installations: with one of them present this might be somebody's production. */
const FORBIDDEN = [
  'SHOPIFY_API_KEY',
  'SHOPIFY_API_SECRET',
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'REDIS_URL',
];

const DAY_MS = 86_400_000;

/** This file runs as build/demo/main.js. */
const root = fileURLToPath(new URL('../../', import.meta.url));
const dataRoot = process.env['TIMON_DEMO_DATA'] ?? join(root, '.data', 'demo');

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
  const dataDir = join(dataRoot, dataName(options));
  if (options.fresh) await forgetDemoDatabase(dataDir);

  const processes = startProcesses();
  let database: DemoDatabase | null = null;
  const stop = stopOnce(async () => {
    await processes.stop();
    await database?.close();
  });
  try {
    // First of all, because a faulty file ends the demo here, before anything has been made for it.
    say(
      options.ordersFile === null
        ? 'Making a shop: 30 months of orders ...'
        : `Reading ${options.ordersFile} ...`,
    );
    const settingsFile = join(dataDir, 'settings.json');
    const standin = await processes.startStandin([settingsFile, realStart.toISOString(), ...args]);
    say(`${standin.shopName}: ${standin.orders.toLocaleString('en')} orders, as Shopify would hold them.`);
    for (const remark of standin.remarks) say(`Note: ${remark}`);
    stop.signal.throwIfAborted();
    say('Starting PostgreSQL ...');
    database = await openDemoDatabase(dataDir);
    stop.signal.throwIfAborted();
    const { tokenKeys } = await loadSettings(settingsFile, realStart);
    const brief: ChildBrief = {
      now: laterOf(standin.now, database.lastEntry),
      realStart: realStart.toISOString(),
      dataDir,
      shopName: standin.shopName,
      port: options.port,
      standinUrl: standin.url,
      tokenKeys,
      replayEnd: standin.replayEnd,
    };
    let ahead = 0;
    await processes.startProduct({ [BRIEF_VARIABLE]: JSON.stringify(brief) }, async (days) => {
      say(`Letting ${days} ${days === 1 ? 'day' : 'days'} pass ...`);
      ahead += days * DAY_MS;
      await processes.setAhead(ahead);
    });
    stop.signal.throwIfAborted();
    const address = `http://127.0.0.1:${options.port}/app`;
    say(`The dashboard is at  ${address}  (add ?locale=en-US or ?locale=es-ES)`);
    await followFirstRun(`http://127.0.0.1:${options.port}`, say, stop.signal);
    stop.signal.throwIfAborted();
    const kept =
      options.replayDays === null ? 'the data stay for the next start.' : 'the next replay begins anew.';
    say(`Ready: ${address}   Ctrl-C stops everything; ${kept}`);
    if (options.replayDays !== null) {
      say(`${options.replayDays} days are still to come: let them pass at the top of the page.`);
    }
    if (standin.marketing !== null) {
      const { file, country } = standin.marketing;
      say(`What its advertising brings: npm run -s timon -- mmm ${pathForNpm(file)} --country ${country}`);
    }
    await stop.requested;
  } catch (error) {
    // What breaks because the person at the keyboard has had enough is no failure.
    if (!stop.signal.aborted) throw error;
  } finally {
    await stop.now();
  }
}

/** The demo stands on the day of its shop at every start; within that day its clock never goes back. */
function laterOf(shopNow: string, lastEntry: string | null): string {
  return lastEntry !== null && lastEntry > shopNow ? lastEntry : shopNow;
}

/** npm runs a script in the project's folder, wherever it is called. */
function pathForNpm(file: string): string {
  const inside = relative(root, file);
  const path = inside.startsWith('..') ? file : inside;
  return path.includes(' ') ? `"${path}"` : path;
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

/** The generated shop has one place, its replay another; each file, with what was said of it, has its own. */
function dataName(options: DemoOptions): string {
  return options.replayDays === null ? shopName(options) : `replay-of-${shopName(options)}`;
}

function shopName({ ordersFile, customers, currency, timeZone }: DemoOptions): string {
  if (ordersFile === null) return customers === null ? 'shop' : `shop-of-${customers}`;
  const hash = createHash('sha256')
    .update(readFileSync(ordersFile))
    .update(`${currency ?? ''} ${timeZone}`);
  return `file-${hash.digest('hex').slice(0, 16)}`;
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
  const ask = (): void => {
    if (controller.signal.aborted) process.exit(130);
    console.log('\n  Stopping ...');
    controller.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
  // The command that started this process is gone, killed perhaps.
  process.on('disconnect', () => {
    if (!controller.signal.aborted) ask();
  });
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
