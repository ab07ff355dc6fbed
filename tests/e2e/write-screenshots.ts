// `npx tsx tests/e2e/write-screenshots.ts`, after a build: the pictures of docs/screenshots, from the default demo
// shop, and how fast the dashboard comes (the bar: LCP <= 2.5 s, CLS <= 0.1).
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { rescueEs } from '~/i18n/messages/screens/rescue-es';
import { goTo, launchBrowser, openWatchedPage, type WatchedPage } from '../support/browser';
import { makeDataFolder } from './data-folder';
import { startDemo } from './demo-process';

const folder = fileURLToPath(new URL('../../docs/screenshots', import.meta.url));
const PATIENCE_MS = 180_000;

const PICTURES = [
  { name: 'dashboard-es', path: '', locale: 'es-ES' },
  { name: 'dashboard-en', path: '', locale: 'en-US' },
  { name: 'customers-es', path: '/customers', locale: 'es-ES' },
  { name: 'connections-en', path: '/connections', locale: 'en-US' },
  { name: 'dashboard-mobile-es', path: '', locale: 'es-ES', width: 375, height: 812 },
] as const;

mkdirSync(folder, { recursive: true });
const dataDir = makeDataFolder();
const browser = await launchBrowser();
const demo = await startDemo([], { dataDir });
try {
  await demo.printed('The dashboard is at', PATIENCE_MS);
  await takeFirstRun();
  await demo.printed('Ready:', PATIENCE_MS);
  for (const { name, path, ...options } of PICTURES) {
    const watched = await openWatchedPage(browser, { origin: demo.origin, ...options });
    await goTo(watched.page, `${demo.origin}/app${path}?locale=${options.locale}`);
    await take(watched, name);
  }
  await takeRecord();
  await takeRescue();
  for (const width of [1280, 375]) await measure(width);
} catch (error) {
  process.stdout.write(demo.output());
  throw error;
} finally {
  await browser.close();
  demo.interrupt();
  await demo.ended;
  rmSync(dataDir, { recursive: true, force: true });
}

/** While the orders come in: with a count that is under way. */
async function takeFirstRun(): Promise<void> {
  const watched = await openWatchedPage(browser, { origin: demo.origin, locale: 'es-ES' });
  await goTo(watched.page, `${demo.origin}/app?locale=es-ES`);
  await watched.page.getByText(/[1-9][\d.]* de [\d.]+ pedidos/).waitFor({ timeout: PATIENCE_MS });
  await take(watched, 'first-run-es');
}

/** The first customer of the danger list. */
async function takeRecord(): Promise<void> {
  const watched = await openWatchedPage(browser, { origin: demo.origin, locale: 'es-ES' });
  await goTo(watched.page, `${demo.origin}/app?locale=es-ES`);
  await watched.page.locator('tbody tr a').first().click();
  await watched.page.getByText('P(alive)').first().waitFor({ timeout: PATIENCE_MS });
  await take(watched, 'customer-es');
}

/** From the dashboard's button to the codes. */
async function takeRescue(): Promise<void> {
  const watched = await openWatchedPage(browser, { origin: demo.origin, locale: 'es-ES' });
  const { page } = watched;
  await goTo(page, `${demo.origin}/app?locale=es-ES`);
  await page.getByRole('button', { name: 'Crear rescate' }).first().click();
  const offer = page.getByRole('link', { name: rescueEs.rescue.steps.next });
  await offer.waitFor({ timeout: PATIENCE_MS });
  await picture(page, 'rescue-group-es');
  await offer.click();
  await page.getByText(rescueEs.rescue.offer.holdOutTitle).waitFor();
  await picture(page, 'rescue-offer-es');
  await page.getByRole('link', { name: rescueEs.rescue.steps.last }).click();
  await page.getByRole('button', { name: rescueEs.rescue.create.button }).click();
  await page.getByRole('heading', { name: rescueEs.rescue.active.members }).waitFor({ timeout: PATIENCE_MS });
  await take(watched, 'rescue-active-es');
}

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

async function take(watched: WatchedPage, name: string): Promise<void> {
  const { page, complaints } = watched;
  await picture(page, name);
  for (const complaint of complaints) process.stdout.write(`${name}: ${complaint}\n`);
  await watched.close();
}

/** Largest contentful paint and the sum of layout shifts of a first visit, as the browser itself reports them. */
async function measure(width: number): Promise<void> {
  const watched = await openWatchedPage(browser, { origin: demo.origin, locale: 'es-ES', width });
  await goTo(watched.page, `${demo.origin}/app?locale=es-ES`);
  await watched.page.evaluate(() => document.fonts.ready);
  const paint = await watched.page.evaluate<{ startTime: number }[]>(observe('largest-contentful-paint'));
  const shifts = await watched.page.evaluate<{ value: number }[]>(observe('layout-shift'));
  const lcp = paint.at(-1)?.startTime ?? NaN;
  const cls = shifts.reduce((sum, { value }) => sum + value, 0);
  process.stdout.write(`dashboard at ${width} px: LCP ${Math.round(lcp)} ms, CLS ${cls.toFixed(3)}\n`);
  await watched.close();
}

/** As text, because tsx decorates functions with a helper that the page does not have. */
function observe(type: string): string {
  return `new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().map((entry) => entry.toJSON())))
      .observe({ type: '${type}', buffered: true });
    // Where nothing has happened the observer stays silent.
    setTimeout(() => resolve([]), 1000);
  })`;
}
