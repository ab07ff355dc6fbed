import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dashboardEn } from '~/i18n/messages/screens/dashboard-en';
import {
  clusterFiles,
  connectionUrls,
  readCredentials,
  runningServer,
} from '../../app/data/embedded-postgres/cluster-files';
import { goTo, launchBrowser, openWatchedPage } from '../support/browser';
import { makeDataFolder } from './data-folder';
import { shopFolder, startDemo, terminalEnvironment, type DemoProcess } from './demo-process';
import { factText, plainText } from './page-numbers';
import { allGone, familyOf } from './process-list';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** CDNOW: the full file of 23,570 customers (Fader & Hardie 2001). */
const FILE = join(root, '..', 'shared', 'data', 'clv', 'cdnow_orders.csv');
const READY_MS = 240_000;
/** Both sides fit the same model to the same orders; only the order in which customers are added up differs. */
const RELATIVE = 1e-6;

const { basis } = dashboardEn.dashboard;

interface CommandOutput {
  readonly customers: readonly Readonly<Record<string, unknown> & { customerId: string }>[];
  readonly moneyAtRisk: Estimate;
  readonly totals: { readonly revenue12m: Estimate; readonly purchases: number };
}
interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const rows = existsSync(FILE)
  ? readFileSync(FILE, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',') as [string, string, string])
  : [];
if (rows.length === 0) {
  process.stdout.write(
    '\n  CDNOW is NOT tested: the reference data (../shared/data/clv/cdnow_orders.csv) are not here.\n\n',
  );
}

describe.runIf(rows.length > 0)('npm run demo -- --orders cdnow_orders.csv', () => {
  const dataDir = makeDataFolder();
  let browser: Browser;
  let demo: DemoProcess;
  let command: CommandOutput;

  beforeAll(async () => {
    browser = await launchBrowser();
    const started = performance.now();
    demo = await startDemo(['--orders', FILE], { dataDir });
    await demo.printed('Ready:', READY_MS);
    process.stdout.write(
      `  CDNOW, from command to dashboard: ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
    );
    const run = spawnSync('npx', ['--no-install', 'tsx', 'app/cli/timon.ts', 'clv', FILE, '--json', '-'], {
      cwd: root,
      env: terminalEnvironment(),
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    });
    command = JSON.parse(run.stdout) as CommandOutput;
  });

  afterAll(async () => {
    await browser.close();
    const family = familyOf(demo.pid);
    demo.interrupt();
    await allGone(family, 20_000);
    rmSync(dataDir, { recursive: true, force: true });
  });

  it("shows the file's own 69,659 orders, 23,570 customers and revenue to the cent", async () => {
    const customers = new Set(rows.map(([customer]) => customer)).size;
    const cents = rows.reduce((sum, [, , revenue]) => sum + Math.round(Number(revenue) * 100), 0);
    expect([rows.length, customers]).toEqual([69_659, 23_570]);

    const watched = await openWatchedPage(browser, { origin: demo.origin, locale: 'en-US' });
    await goTo(watched.page, `${demo.origin}/app?locale=en-US`);
    await watched.page
      .getByRole('heading', { level: 1, name: dashboardEn.dashboard.title['look-at-risk'] })
      .waitFor();
    const text = (label: string): Promise<string> => factText(watched.page, label);
    expect(await text(basis.orders)).toBe(rows.length.toLocaleString('en-US'));
    expect(await text(basis.customers)).toBe(customers.toLocaleString('en-US'));
    expect(await text(basis.revenue)).toBe(
      (cents / 100).toLocaleString('en-US', { style: 'currency', currency: 'EUR' }),
    );
    // Two digits of the page's rounding: what the money tile says is what the command says.
    const tile = watched.page
      .locator('.tm-tiles > *')
      .filter({ hasText: dashboardEn.dashboard.numbers.atRisk });
    const shown = Number((/€[\d,]+/.exec(await plainText(tile))?.[0] ?? '').replaceAll(/\D/g, ''));
    expect(Math.abs(shown / command.moneyAtRisk.mean - 1)).toBeLessThan(0.02);
    expect(watched.complaints).toEqual([]);
    expect(watched.strayRequests).toEqual([]);
    await watched.close();
  });

  it('stores the totals that `timon clv` prints for the file', async () => {
    const [stored] = await query<{ risk: Estimate; expected: Estimate; purchases: number }>(
      `SELECT result->'moneyAtRisk' AS risk, result->'totals'->'revenue12m' AS expected,
         (result->'totals'->>'purchases')::int AS purchases
       FROM model_run WHERE kind = 'clv'`,
    );
    expect(stored?.purchases).toBe(command.totals.purchases);
    for (const [ours, theirs] of [
      [stored?.risk, command.moneyAtRisk],
      [stored?.expected, command.totals.revenue12m],
    ] as const) {
      for (const part of ['mean', 'low', 'high'] as const) {
        expectClose(part, ours?.[part] ?? NaN, theirs[part]);
      }
    }
  });

  it('predicts for every customer what `timon clv` predicts, to 1e-6', async () => {
    const stored = await query<Record<string, string | number | null> & { customer_id: string }>(
      `SELECT customer_id, frequency, recency_days, age_days, orders_counted, segment, monetary_value, p_alive,
         p_buy_30, p_buy_90, p_buy_90_low, p_buy_90_high, p_buy_365, expected_purchases_365,
         expected_purchases_365_low, expected_purchases_365_high, expected_order_value, clv, clv_low, clv_high,
         clv_12m, clv_12m_low, clv_12m_high, churn, money_at_risk, drop_share,
         to_char(last_order_day, 'YYYY-MM-DD') AS last_order_day
       FROM customer_prediction`,
    );
    const byId = new Map(stored.map((row) => [row.customer_id, row]));
    const idOf = standinIds();
    expect(stored).toHaveLength(command.customers.length);
    expect(command.customers.length).toBeGreaterThan(23_000);
    let compared = 0;
    for (const theirs of command.customers) {
      const ours = byId.get(idOf.get(theirs.customerId) ?? '');
      if (!ours) throw new Error(`no prediction for ${theirs.customerId}`);
      for (const [field, column] of EXACT) {
        if (ours[column] !== theirs[field]) {
          expect(`${theirs.customerId} ${field} ${ours[column] ?? ''}`).toBe(
            `${theirs.customerId} ${field} ${String(theirs[field])}`,
          );
        }
      }
      for (const [field, column] of CLOSE) {
        expectClose(`${theirs.customerId} ${field}`, Number(ours[column]), Number(theirs[field]));
      }
      compared += 1;
    }
    expect(compared).toBe(command.customers.length);
  });

  async function query<Row extends pg.QueryResultRow>(text: string): Promise<readonly Row[]> {
    const files = clusterFiles(join(shopFolder(dataDir), 'postgres'));
    const { ownerUrl } = connectionUrls(readCredentials(files), runningServer(files)?.port ?? 0);
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    try {
      return (await client.query<Row>(text)).rows;
    } finally {
      await client.end();
    }
  }
});

const EXACT = [
  ['frequency', 'frequency'],
  ['recency', 'recency_days'],
  ['T', 'age_days'],
  ['ordersCounted', 'orders_counted'],
  ['lastOrderDay', 'last_order_day'],
  ['segment', 'segment'],
  ['expectedPurchasesLow', 'expected_purchases_365_low'],
  ['expectedPurchasesHigh', 'expected_purchases_365_high'],
] as const;
const CLOSE = [
  ['monetaryValue', 'monetary_value'],
  ['pAlive', 'p_alive'],
  ['pBuy', 'p_buy_365'],
  ['pBuy30', 'p_buy_30'],
  ['pBuy90', 'p_buy_90'],
  ['pBuy90Low', 'p_buy_90_low'],
  ['pBuy90High', 'p_buy_90_high'],
  ['churn', 'churn'],
  ['expectedPurchases', 'expected_purchases_365'],
  ['expectedOrderValue', 'expected_order_value'],
  ['clv', 'clv'],
  ['clvLow', 'clv_low'],
  ['clvHigh', 'clv_high'],
  ['clv12m', 'clv_12m'],
  ['clv12mLow', 'clv_12m_low'],
  ['clv12mHigh', 'clv_12m_high'],
  ['drop', 'drop_share'],
  ['moneyAtRisk', 'money_at_risk'],
] as const;

function expectClose(what: string, ours: number, theirs: number): void {
  // `expect` a million times would take a minute: it is asked only to say what is wrong.
  if (Math.abs(ours - theirs) <= RELATIVE * Math.max(1e-3, Math.abs(theirs))) return;
  expect(`${what} ${ours}`).toBe(`${what} ${theirs}`);
}

/** The stand-in numbers the customers of a file by their first order: 1, 2, 3 ... */
function standinIds(): ReadonlyMap<string, string> {
  const byDay = rows
    .map(([customer, day], index) => ({ customer, day, index }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.index - b.index));
  const ids = new Map<string, string>();
  for (const { customer } of byDay) {
    if (!ids.has(customer)) ids.set(customer, String(ids.size + 1));
  }
  return ids;
}
