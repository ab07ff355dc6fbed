import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { dashboardEn } from '~/i18n/messages/screens/dashboard-en';
import { dashboardEs } from '~/i18n/messages/screens/dashboard-es';
import { retentionEn } from '~/i18n/messages/screens/retention-en';
import { retentionEs } from '~/i18n/messages/screens/retention-es';
import { accessibilityFaults } from '../support/accessibility';
import { goTo, launchBrowser, openWatchedPage, type WatchedPage } from '../support/browser';
import { makeDataFolder } from './data-folder';
import { portAnswers, postgresPort, startDemo, type DemoProcess } from './demo-process';
import { factText, plainText, wholeNumbers } from './page-numbers';
import { allGone, familyOf } from './process-list';

// Saving 40,000 orders takes several times as long as a page waits between two looks at the progress.
const CUSTOMERS = 12_000;
const START_MS = 60_000;
const RUN_MS = 120_000;
const STOP_MS = 20_000;

const SPANISH = {
  locale: 'es-ES',
  dashboard: /Hoy hay una decisión que merece la pena/,
  entries: [
    ['Panel', /Hoy hay una decisión/],
    ['Clientes', /^Clientes$/],
    ['Rescates', /^Rescates$/],
    ['Marketing', /^Marketing$/],
    ['Simulador', /^Simulador$/],
    ['Conexiones', /^Conexiones$/],
  ],
  progress: /[\d.]+ de [\d.]+ pedidos/,
  verdict:
    /^Escribe a ([\d.]+) clientes que se están yendo, con un \d+ %( como mucho)?\. Lo más probable (es ganar de [\d.]+ € a [\d.]+ €|queda entre perder [\d.]+ € y ganar [\d.]+ €) de margen \(8 de cada 10 veces\); sin descuento, .*\.$/,
  interval: /^Probabilidad de que compense: \d+ %\.$/,
  atRisk: 'Dinero en riesgo',
  range: /entre [\d.]+ € y [\d.]+ €/,
  danger: retentionEs.retention.danger.title,
  running: dashboardEs.run.refreshTitle,
  facts: {
    orders: 'Pedidos contados',
    customers: 'Clientes',
    revenue: 'Ingresos netos',
    leftOut: 'No se cuentan',
  },
  notCounted: /(de prueba|cancelad|sin pagar)/,
  main: 'Crear rescate',
  recalculate: 'Recalcular ahora',
} as const;
const ENGLISH = {
  locale: 'en-US',
  dashboard: /One decision is worth your time today/,
  entries: [
    ['Dashboard', /One decision/],
    ['Customers', /^Customers$/],
    ['Rescues', /^Rescues$/],
    ['Marketing', /^Marketing$/],
    ['Simulator', /^Simulator$/],
    ['Connections', /^Connections$/],
  ],
  progress: /[\d,]+ of [\d,]+ orders/,
  verdict:
    /^Write to ([\d,]+) customers who are slipping away, with \d+%( at most)?\. Most likely you (gain €[\d,]+ to €[\d,]+|end up between losing €[\d,]+ and gaining €[\d,]+) of margin \(8 times in 10\); without a discount, .*\.$/,
  interval: /^Chance that it pays: \d+%\.$/,
  atRisk: 'Money at risk',
  range: /between €[\d,]+ and €[\d,]+/,
  danger: retentionEn.retention.danger.title,
  running: dashboardEn.run.refreshTitle,
  facts: { orders: 'Orders counted', customers: 'Customers', revenue: 'Net revenue', leftOut: 'Left out' },
  notCounted: /(test order|cancelled|unpaid)/,
  main: 'Create rescue',
  recalculate: 'Recalculate now',
} as const;
const LANGUAGES = [SPANISH, ENGLISH] as const;
type Words = (typeof LANGUAGES)[number];

let browser: Browser;
let demo: DemoProcess;
const dataDir = makeDataFolder();
const open: WatchedPage[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  demo = await startDemo(['--customers', String(CUSTOMERS)], { dataDir });
});

afterAll(async () => {
  await browser.close();
  const left = familyOf(demo.pid);
  demo.interrupt();
  await allGone(left, STOP_MS);
  rmSync(dataDir, { recursive: true, force: true });
});

afterEach(async () => {
  for (const watched of open.splice(0)) {
    expect(watched.complaints).toEqual([]);
    expect(watched.strayRequests).toEqual([]);
    await watched.close();
  }
});

/** Opens the app as Shopify does for a merchant of this language. */
async function openApp({ locale }: Words, path = '', width = 1280): Promise<Page> {
  const watched = await openWatchedPage(browser, { origin: demo.origin, locale, width });
  open.push(watched);
  await goTo(watched.page, `${demo.origin}/app${path}?locale=${locale}`);
  return watched.page;
}

function heading(page: Page, name: RegExp) {
  return page.getByRole('heading', { level: 1, name });
}

/** The counts that the page has shown while the orders were read, from the moment of the call to the dashboard. */
async function watchProgress(page: Page, words: Words): Promise<readonly (readonly number[])[]> {
  const seen = new Set<string>();
  const counts = page.getByText(words.progress);
  const dashboard = heading(page, words.dashboard);
  const deadline = Date.now() + RUN_MS;
  // Either the dashboard is there or a count that has not been seen yet comes.
  while (Date.now() < deadline) {
    if (await dashboard.isVisible()) return [...seen].map(wholeNumbers);
    await counts.or(dashboard).first().waitFor({ timeout: RUN_MS });
    for (const text of await counts.allInnerTexts()) {
      const count = words.progress.exec(text)?.[0];
      if (count !== undefined) seen.add(count);
    }
  }
  throw new Error(`no dashboard; seen: ${[...seen].join(' | ')}`);
}

async function currentRun(): Promise<string> {
  const response = await fetch(`${demo.origin}/api/run`, { headers: { Accept: 'application/json' } });
  const { run } = (await response.json()) as { run: { runId: string; status: string } };
  return `${run.runId} ${run.status}`;
}

/** A run may be over before the page asks how it goes: what counts is that it is another one, done, and nothing is lost. */
async function recalculate(page: Page, words: Words): Promise<void> {
  const before = await currentRun();
  expect(before).toMatch(/ done$/);
  const headline = page.locator('.tm-decision__headline');
  const verdict = await plainText(headline);
  const button = page.getByRole('button', { name: words.recalculate });
  await button.click();
  await vi.waitFor(
    async () => {
      expect(await plainText(headline)).toBe(verdict);
      const now = await currentRun();
      expect(now).toMatch(/ done$/);
      expect(now).not.toBe(before);
    },
    { timeout: RUN_MS, interval: 100 },
  );
  await page.getByRole('heading', { name: words.running }).waitFor({ state: 'hidden' });
  await button.and(page.locator(':not([aria-disabled=true])')).waitFor();
  expect(await plainText(headline)).toBe(verdict);
}

describe('npm run demo', () => {
  it('installs the shop once, however many requests the first moment brings, and each finds the run', async () => {
    await demo.printed('The dashboard is at', START_MS);
    const answers = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const response = await fetch(`${demo.origin}/app?_data=routes%2Fapp._index`);
        const { view } = (await response.json()) as { view?: { run: { runId: string } | null } };
        return `${response.status} ${view?.run?.runId ?? 'no run'}`;
      }),
    );
    expect(answers[0]).toMatch(/^200 [0-9a-f-]{36}$/);
    expect(new Set(answers).size).toBe(1);
  });

  it('shows the first sync with growing counts of real orders and then the dashboard, in both languages', async () => {
    const shopOrders = wholeNumbers(/[\d,]+ orders/.exec(demo.output())?.[0] ?? '')[0];
    const pages = await Promise.all(LANGUAGES.map((words) => openApp(words)));
    const progress = await Promise.all(LANGUAGES.map((words, i) => watchProgress(pages[i] as Page, words)));
    for (const counts of progress) {
      const between = counts.filter(
        ([read = 0, total = 0]) => total === shopOrders && read > 0 && read < total,
      );
      expect(between.length).toBeGreaterThanOrEqual(1);
    }
    await demo.printed('Ready:', RUN_MS);
  });

  it.each(LANGUAGES)(
    'tells the decision, its money and interval, with whom and from what ($locale)',
    async (words) => {
      const page = await openApp(words);
      await heading(page, words.dashboard).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe(words.locale);
      const main = page.getByRole('main');
      const lines = (await plainText(main)).split('\n');
      const verdict = lines.map((line) => words.verdict.exec(line)).find((match) => match !== null);
      expect(wholeNumbers(verdict?.[1] ?? '0')[0]).toBeGreaterThan(0);
      expect(lines).toContainEqual(expect.stringMatching(words.interval));
      const tile = page.locator('.tm-tiles > *').filter({ hasText: words.atRisk });
      expect(await plainText(tile)).toMatch(words.range);
      const rows = page.getByRole('region', { name: words.danger }).locator('tbody tr');
      expect(await rows.count()).toBe(10);

      // Every order of the shop is either counted or left out for a reason that is named.
      const shopOrders = wholeNumbers(/[\d,]+ orders/.exec(demo.output())?.[0] ?? '')[0];
      const counted = wholeNumbers(await factText(page, words.facts.orders))[0] ?? 0;
      const leftOut = (await factText(page, words.facts.leftOut))
        .split('\n')
        .filter((line) => words.notCounted.test(line))
        .flatMap(wholeNumbers);
      expect(counted + leftOut.reduce((sum, count) => sum + count, 0)).toBe(shopOrders);
      expect(wholeNumbers(await factText(page, words.facts.customers))[0]).toBeLessThanOrEqual(CUSTOMERS);
      expect(await factText(page, words.facts.revenue)).toMatch(/€/);
    },
  );

  it('shows the same figures in both languages', async () => {
    const figures = await Promise.all(
      LANGUAGES.map(async (words) => {
        const page = await openApp(words);
        await heading(page, words.dashboard).waitFor();
        const texts = await Promise.all([
          factText(page, words.facts.orders),
          factText(page, words.facts.customers),
          factText(page, words.facts.revenue),
          plainText(page.locator('.tm-decision__headline')),
        ]);
        return texts.map((text) => text.replaceAll(/\D/g, ''));
      }),
    );
    expect(figures[0]).toEqual(figures[1]);
  });

  it.each(['', '/customers', '/rescues', '/settings', '/marketing', '/simulator', '/connections'])(
    'meets WCAG 2.2 AA as far as axe can tell, wide and narrow: /app%s',
    async (path) => {
      for (const width of [1280, 375]) {
        const page = await openApp(SPANISH, path, width);
        expect(await accessibilityFaults(page)).toEqual([]);
      }
    },
  );

  it.each(LANGUAGES)(
    'leads from the list to the record of a customer, wide and narrow ($locale)',
    async (words) => {
      for (const width of [1280, 375]) {
        const page = await openApp(words, '', width);
        const row = page.getByRole('region', { name: words.danger }).locator('tbody tr').first();
        const name = await row.getByRole('link').first().innerText();
        await row.getByRole('link').first().click();
        await heading(page, new RegExp(name)).waitFor();
        expect(await accessibilityFaults(page)).toEqual([]);
        const [content, window] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        expect(content).toBe(window);
        // The chances of the record are the ones of the list: one stored answer, shown twice.
        expect(await plainText(page.locator('main'))).toContain(name);
      }
    },
  );

  it.each(LANGUAGES)('opens every entry of the navigation ($locale)', async (words) => {
    const page = await openApp(words, '/connections');
    const nav = page.getByRole('navigation', { name: 'Shopify admin (demo)' });
    for (const [entry, title] of words.entries) {
      await nav.getByRole('link', { name: entry, exact: true }).click();
      await heading(page, title).waitFor();
      expect(await nav.locator('[aria-current=page]').innerText()).toBe(entry);
      expect(await page.locator('html').getAttribute('lang')).toBe(words.locale);
    }
  });

  it('lets the keyboard reach and press the main button', async () => {
    const page = await openApp(SPANISH);
    const button = page.getByRole('button', { name: SPANISH.main }).first();
    await button.waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent.trim() ?? '');
    // The navigation, the two languages, "recalculate", "why", then the button: twenty stops are more than enough.
    let stops = 0;
    while ((await focused()) !== SPANISH.main && stops < 20) {
      await page.keyboard.press('Tab');
      stops += 1;
    }
    expect(await focused()).toBe(SPANISH.main);
    await page.keyboard.press('Enter');
    await heading(page, /^Rescate \d+$/).waitFor();
  });

  it.each(LANGUAGES)('fits a telephone of 375 pixels on every screen ($locale)', async (words) => {
    const page = await openApp(words, '', 375);
    for (const path of [
      '',
      '/customers',
      '/rescues',
      '/settings',
      '/marketing',
      '/simulator',
      '/connections',
    ]) {
      await goTo(page, `${demo.origin}/app${path}?locale=${words.locale}`);
      const [content, window] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect([path, content]).toEqual([path, window]);
    }
  });

  it('recalculates on demand with the numbers in sight, and ends with a run of its own', async () => {
    const page = await openApp(SPANISH);
    await recalculate(page, SPANISH);
  });

  it.each([[], ['--fresh']])('is left alone by a second demo of the same shop (%j)', async (...more) => {
    const second = await startDemo(['--customers', String(CUSTOMERS), ...more], { dataDir });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain('The demo of this shop is running already.');
    await allGone(familyOf(second.pid), STOP_MS);
    expect(await currentRun()).toMatch(/ done$/);
  });

  it('leaves no process and no port behind after Ctrl-C', async () => {
    const family = familyOf(demo.pid);
    // Itself, Shopify's place, web, worker, and PostgreSQL with its own children.
    expect(family.length).toBeGreaterThanOrEqual(5);
    const ports = [demo.port, postgresPort(dataDir)];
    expect(await Promise.all(ports.map(portAnswers))).toEqual([true, true]);
    demo.interrupt();
    expect(await demo.ended).toBe(0);
    await allGone(family, STOP_MS);
    expect(await Promise.all(ports.map(portAnswers))).toEqual([false, false]);
  });

  it('starts again with what it had: no new first sync, the same numbers, and a stand-in that must be asked anew for tokens', async () => {
    demo = await startDemo(['--customers', String(CUSTOMERS)], { dataDir });
    await demo.printed('Ready:', START_MS);
    expect(demo.output()).not.toContain('Reading orders from Shopify');
    expect(await currentRun()).toMatch(/ done$/);
    const page = await openApp(ENGLISH);
    await recalculate(page, ENGLISH);
  });

  it('killed with -9, ends its children and PostgreSQL too', async () => {
    const family = familyOf(demo.pid);
    const ports = [demo.port, postgresPort(dataDir)];
    process.kill(demo.pid, 'SIGKILL');
    expect(await demo.ended).toBe('SIGKILL');
    await allGone(family, STOP_MS);
    expect(await Promise.all(ports.map(portAnswers))).toEqual([false, false]);
  });

  it('starts once more after that', async () => {
    demo = await startDemo(['--customers', String(CUSTOMERS)], { dataDir });
    await demo.printed('Ready:', START_MS);
    expect(await currentRun()).toMatch(/ done$/);
  });
});
