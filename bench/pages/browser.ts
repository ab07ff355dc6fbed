/**
 * The pages over 200,000 customers as a browser sees them: what the server takes to answer, when the largest content is
 * painted, how much the layout shifts, and how long an interaction waits for its next paint.
 * `NODE_ENV=production npx tsx bench/pages/browser.ts [customers]`, after a build. React renders several times slower in
 * any other mode.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { simulateOrders } from '../clv/simulate-orders';
import { ensureEmbeddedPostgres } from '~/data/embedded-postgres/ensure-embedded-postgres';
import { openDatabase } from '~/data/open-database';
import { valueCustomerColumns } from '~/engine/clv/value-customers';
import { prepareDatabase } from '../../prisma/prepare-database';
import { goTo, launchBrowser, openWatchedPage } from '../../tests/support/browser';
import { fixed, printTable } from '../support/markdown';
import { loadPass } from './load-pass';
import { openPages } from './open-pages';
import { answerMs, observePage, paintOf, shiftOf, slowestInteraction } from './page-vitals';

const customers = Number(process.argv[2] ?? 200_000);
const ROUNDS = 9;

interface Visit {
  readonly name: string;
  readonly path: string;
  /** What a merchant does there; the slowest of it counts. */
  readonly act?: (page: Page) => Promise<void>;
}

if (process.env['NODE_ENV'] !== 'production') throw new Error('run it with NODE_ENV=production');
const dir = mkdtempSync(join(tmpdir(), 'timon-bench-'));
const server = await ensureEmbeddedPostgres({ dir, durable: true });
try {
  await prepareDatabase(server);
  const db = await openDatabase(server.runtimeUrl, { max: 4 });
  const pages = await openPages(server.runtimeUrl);
  const { orders, now } = simulateOrders(customers);
  const valuation = valueCustomerColumns({ orders, now, horizonDays: 365, seed: 1, backtest: false });
  await loadPass(db, pages.shopId, valuation, pages.now);
  const browser = await launchBrowser();
  const [first = ''] = orders.customerIds;
  const rows: string[][] = [];
  for (const width of [1280, 390]) {
    for (const { name, path, act } of visits(first)) {
      const answers: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) answers.push(await answerMs(`${pages.origin}${path}`));
      const watched = await openWatchedPage(browser, { origin: pages.origin, locale: 'es-ES', width });
      await observePage(watched.page);
      await goTo(watched.page, `${pages.origin}${path}`);
      await watched.page.evaluate(() => document.fonts.ready);
      const [paint, shift] = [await paintOf(watched.page), await shiftOf(watched.page)];
      await act?.(watched.page);
      answers.sort((a, b) => a - b);
      const row = [
        `${name}, ${width} px`,
        fixed(answers[Math.floor(ROUNDS / 2)], 0),
        fixed(answers.at(-1), 0),
        fixed(paint, 0),
        fixed(shift),
        act ? fixed(await slowestInteraction(watched.page), 0) : '-',
      ];
      rows.push(row);
      console.error(row.join('  '));
      for (const complaint of watched.complaints) console.error(`${name}: ${complaint}`);
      await watched.close();
    }
  }
  printTable(
    `Pages over ${customers} customers; milliseconds but for the shift.`,
    ['page', 'answer, median', 'answer, slowest', 'LCP', 'CLS', 'slowest interaction'],
    rows,
  );
  await browser.close();
  await pages.close();
  await db.close();
} finally {
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
}

function visits(customerId: string): readonly Visit[] {
  return [
    {
      name: 'dashboard',
      path: '/app',
      act: async (page) => {
        await page.getByRole('button', { name: 'Por qué' }).click();
        const all = page.getByRole('button', { name: /^Ver los 100$/ });
        if (await all.isVisible()) await all.click();
      },
    },
    {
      name: 'customers by value',
      path: '/app/customers',
      act: async (page) => {
        // Narrow pages show cards: no header to press, but the same choice.
        await page
          .getByRole('checkbox', { name: /^Seleccionar al cliente/ })
          .first()
          .click();
        await page
          .getByRole('checkbox', { name: /^Seleccionar al cliente/ })
          .nth(2)
          .click();
        await page.getByLabel('Ordenar por').selectOption('money-at-risk');
        await page.waitForURL(/sort=money-at-risk/);
        await page.getByRole('button', { name: 'Página siguiente' }).click();
        await page.waitForURL(/page=2/);
      },
    },
    { name: 'customers, middle page', path: `/app/customers?page=${Math.ceil(customers / 100)}` },
    { name: 'customers leaving, by what can be won', path: '/app/customers?filter=leaving' },
    { name: 'silent VIPs', path: '/app/customers?filter=silent-vip' },
    { name: 'search by code', path: '/app/customers?search=7K' },
    { name: 'record', path: `/app/customers/${customerId}` },
    { name: 'rescues', path: '/app/rescues' },
    { name: 'settings', path: '/app/settings' },
  ];
}
