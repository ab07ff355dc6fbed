import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dashboardEn } from '~/i18n/messages/screens/dashboard-en';
import { goTo, launchBrowser, openWatchedPage } from '../support/browser';
import { makeDataFolder } from './data-folder';
import { startDemo, terminalEnvironment } from './demo-process';
import { factText } from './page-numbers';
import { allGone, familyOf } from './process-list';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PATIENCE_MS = 60_000;
const folder = makeDataFolder();
const dataDir = join(folder, 'data');
let files = 0;

beforeAll(() => {
  mkdirSync(dataDir);
  chmodSync(dataDir, 0o755);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the built demo until it ends by itself. @returns what it printed; fails when it left anything behind */
async function refusal(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  const demo = await startDemo(args, { dataDir, env });
  expect(await demo.ended).toBe(1);
  await allGone(familyOf(demo.pid), PATIENCE_MS);
  expect(readdirSync(dataDir)).toEqual([]);
  // A sentence, not a stack.
  expect(demo.output()).toContain('✖');
  expect(demo.output()).not.toMatch(/\n\s+at .*:\d+:\d+/);
  return demo.output();
}

function ordersFile(content: string | Buffer): string {
  files += 1;
  const file = join(folder, `orders-${files}.csv`);
  writeFileSync(file, content);
  return file;
}

describe('the demo says plainly that', () => {
  describe('another process listens on its port', () => {
    let server: Server;
    beforeAll(async () => {
      server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    });
    afterAll(() => {
      server.close();
    });

    it('and names a free way', async () => {
      const { port } = server.address() as AddressInfo;
      // The last --port wins.
      const output = await refusal(['--port', String(port)]);
      expect(output).toContain(`Port ${port} is taken.`);
      expect(output).toContain(`npm run demo -- --port ${port + 1}`);
    });
  });

  it.each([
    ['NODE_ENV=production', { NODE_ENV: 'production' }],
    ['SHOPIFY_API_KEY', { SHOPIFY_API_KEY: 'a real one' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgresql://db.example/shop' }],
  ])('it does not run beside real settings: %s', async (named, env) => {
    const output = await refusal([], env);
    expect(output).toContain(`The demo does not run beside real settings: ${named}.`);
  });

  it.each([
    [['--ordes', 'x.csv'], '--ordes'],
    [['--port', 'http'], '--port http is not a port.'],
    [['--replay', '0'], '--replay 0 is not a number of days.'],
    [['--time-zone', 'Mars/Olympus'], '--time-zone Mars/Olympus is not a zone.'],
    [['--orders', 'nowhere.csv'], 'There is no file'],
  ])('it does not understand %j', async (args, message) => {
    expect(await refusal(args)).toContain(message);
  });
});

describe('before anything is installed, npm run demo says plainly that', () => {
  /** A clone that has nothing but the two scripts that run first. */
  const clone = join(folder, 'clone');
  const bin = join(folder, 'bin');
  beforeAll(() => {
    mkdirSync(join(clone, 'demo'), { recursive: true });
    for (const name of ['start.mjs', 'prepare.mjs'])
      cpSync(join(root, 'demo', name), join(clone, 'demo', name));
    cpSync(join(root, 'package-lock.json'), join(clone, 'package-lock.json'));
    mkdirSync(bin);
  });

  function start(preload: string, npm: string): string {
    // Windows would need npm.cmd here.
    writeFileSync(join(bin, 'npm'), `#!/bin/sh\n${npm}\n`, { mode: 0o755 });
    const run = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(preload)}`, join(clone, 'demo', 'start.mjs')],
      {
        env: { ...terminalEnvironment(), PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` },
        encoding: 'utf8',
        timeout: PATIENCE_MS,
      },
    );
    expect(run.status).toBe(1);
    expect(run.stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
    return run.stdout + run.stderr;
  }

  it('Node is too old', () => {
    const output = start(
      `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } });`,
      'echo npm was called; exit 1',
    );
    expect(output).toContain('Node 18.20.4 is too old: Timón needs 20.19 or newer.');
    expect(output).not.toContain('npm was called');
  });

  it('the disk is too full, and has not begun to fill it', () => {
    const output = start(
      `import fs from 'node:fs';
       import { syncBuiltinESMExports } from 'node:module';
       fs.statfsSync = () => ({ bavail: 1000, bsize: 4096 });
       syncBuiltinESMExports();`,
      'echo npm was called; exit 1',
    );
    expect(output).toContain('Only 4 MB of disk are free here; 2000 MB are needed.');
    expect(output).not.toContain('npm was called');
  });

  // What npm 11 prints when the name of the registry is not found, when the disk is full, and when it may not write.
  it.each([
    [
      `npm error code ENOTFOUND
npm error syscall getaddrinfo
npm error errno ENOTFOUND
npm error network request to https://registry.example/zod/-/zod-4.6.7.tgz failed, reason: getaddrinfo ENOTFOUND registry.example
npm error network This is a problem related to network connectivity.`,
      'The package registry cannot be reached.',
    ],
    [
      `npm error code ENOSPC
npm error syscall write
npm error errno -28
npm error nospc ENOSPC: no space left on device, write
npm error nospc There appears to be insufficient space on your system to finish.`,
      'The disk is full.',
    ],
    [
      `npm error code EACCES
npm error syscall mkdir
npm error path /srv/timon/node_modules
npm error errno -13
npm error Error: EACCES: permission denied, mkdir '/srv/timon/node_modules'`,
      'npm may not write here.',
    ],
  ])('npm failed with %s', (words, message) => {
    const output = start('', `cat >&2 <<'WORDS'\n${words}\nWORDS\nexit 1`);
    expect(output).toContain(message);
    expect(output).toContain(words.split('\n')[0]);
  });
});

describe('the demo names row and column of a faulty file and leaves nothing behind:', () => {
  it.each([
    ['a missing column', 'customer,order_date,revenue\nA,2026-01-01,10\n', ['row 1, column customer_id']],
    [
      'a column twice',
      'customer_id,order_date,revenue,revenue\nA,2026-01-01,10,10\n',
      ['row 1, column revenue'],
    ],
    [
      'dates that do not exist or are written otherwise',
      'customer_id,order_date,revenue\nA,2026-01-01,10\nB,2026-02-30,10\nC,31/01/2026,10\n',
      ['row 3, column order_date: "2026-02-30"', 'row 4, column order_date: "31/01/2026"'],
    ],
    [
      'amounts that are no numbers',
      'customer_id,order_date,revenue\nA,2026-01-01,ten\nB,2026-01-02,\n',
      ['row 2, column revenue: "ten"', 'row 3, column revenue'],
    ],
    [
      'a decimal comma that splits the cell',
      'customer_id,order_date,revenue\nA,2026-01-01,10,50\n',
      ['row 2: "A | 2026-01-01 | 10 | 50"'],
    ],
    [
      'an amount that could mean two things',
      'customer_id;order_date;revenue\nA;2026-01-01;1.234\n',
      ['row 2, column revenue: "1.234"'],
    ],
    [
      'a customer left out',
      'customer_id,order_date,revenue\n,2026-01-01,10\n',
      ['row 2, column customer_id'],
    ],
    ['no orders', 'customer_id,order_date,revenue\n', ['row 1']],
    ['nothing at all', '', ['row 1']],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10]), ['row 1']],
  ])('%s', async (_what, content, places) => {
    const output = await refusal(['--orders', ordersFile(content)]);
    for (const place of places) expect(output).toContain(place);
    expect(output).toContain('nothing was imported');
  });

  it('more faults than anybody reads', async () => {
    const rows = Array.from({ length: 500 }, (_, i) => `C${i},yesterday,1`);
    const output = await refusal([
      '--orders',
      ordersFile(`customer_id,order_date,revenue\n${rows.join('\n')}\n`),
    ]);
    expect(output).toContain('row 2, column order_date: "yesterday"');
    expect(output).toContain('... and 480 more');
  });
});

describe('the demo on a file as a Spanish spreadsheet saves it', () => {
  it('reads byte order mark, semicolons, decimal commas and CRLF, and says that rows repeat', async () => {
    const rows = ['A;2026-01-01;1.234,50', 'B;2026-01-02;10,25', 'A;2026-02-01;0,75', 'B;2026-01-02;10,25'];
    const file = ordersFile(`\ufeffcustomer_id;order_date;revenue\r\n${rows.join('\r\n')}\r\n`);
    const demo = await startDemo(['--orders', file], { dataDir });
    const browser = await launchBrowser();
    try {
      await demo.printed('Ready:', PATIENCE_MS);
      expect(demo.output()).toContain(
        'Rows with the customer, day and amount of an earlier one, counted as given: 1; the first is row 5.',
      );
      const { page, complaints } = await openWatchedPage(browser, { origin: demo.origin, locale: 'en-US' });
      await goTo(page, `${demo.origin}/app?locale=en-US`);
      await page.getByRole('heading', { level: 1, name: dashboardEn.dashboard.title['too-early'] }).waitFor();
      const { basis } = dashboardEn.dashboard;
      expect(await factText(page, basis.orders)).toBe('4');
      expect(await factText(page, basis.customers)).toBe('2');
      expect(await factText(page, basis.revenue)).toBe('€1,255.75');
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
      const family = familyOf(demo.pid);
      demo.interrupt();
      await allGone(family, PATIENCE_MS);
    }
  });
});
