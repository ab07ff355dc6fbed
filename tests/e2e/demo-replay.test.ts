import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { goTo, launchBrowser, openWatchedPage } from '../support/browser';
import { makeDataFolder } from './data-folder';
import { startDemo, type DemoProcess } from './demo-process';
import { factText, wholeNumbers } from './page-numbers';
import { allGone, familyOf } from './process-list';

const PATIENCE_MS = 120_000;
const DAYS = 40;
const dataDir = makeDataFolder();

let browser: Browser;
let demo: DemoProcess;
beforeAll(async () => {
  browser = await launchBrowser();
  demo = await startDemo(['--replay', String(DAYS), '--customers', '900'], { dataDir });
  await demo.printed('days are still to come', PATIENCE_MS);
});
afterAll(async () => {
  await browser.close();
  const left = familyOf(demo.pid);
  demo.interrupt();
  await allGone(left, PATIENCE_MS);
  rmSync(dataDir, { recursive: true, force: true });
});

async function passDays(page: Page, days: number): Promise<void> {
  const loaded = page.waitForEvent('load', { timeout: PATIENCE_MS });
  await page.getByRole('button', { name: `+${days} day${days === 1 ? '' : 's'}`, exact: true }).click();
  await loaded;
}

it('lets days pass: customers go on buying, and the product looks at it on a later day', async () => {
  const watched = await openWatchedPage(browser, { origin: demo.origin, locale: 'en-US' });
  const { page } = watched;
  await goTo(page, `${demo.origin}/app?locale=en-US`);
  const counted = async (): Promise<number> => wholeNumbers(await factText(page, 'Orders counted'))[0] ?? 0;
  const today = async (): Promise<number> =>
    Date.parse(
      /\d{4}-\d{2}-\d{2}/.exec(await page.getByRole('navigation', { name: 'Shopify' }).innerText())?.[0] ??
        '',
    );
  const [ordersBefore, dayBefore] = [await counted(), await today()];

  await passDays(page, 30);
  expect((await today()) - dayBefore).toBe(30 * 86_400_000);
  await vi.waitFor(async () => expect(await counted()).toBeGreaterThan(ordersBefore), {
    timeout: PATIENCE_MS,
    interval: 250,
  });

  // No more than are left may be asked for.
  await expect.poll(() => page.getByRole('button', { name: '+30 days' }).count()).toBe(0);
  await passDays(page, 7);
  expect((await today()) - dayBefore).toBe(37 * 86_400_000);
  expect(watched.complaints).toEqual([]);
  await watched.close();
});
