import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isoDay } from '~/domain/iso-day';
import { createRng, nextFloat } from '~/engine/numeric/rng';
import { simulateShop } from '~/engine/simulate/simulate-shop';
import { rescueEn } from '~/i18n/messages/screens/rescue-en';
import { rescueEs } from '~/i18n/messages/screens/rescue-es';
import { contactDetails } from '../standins/shopify/contact-details';
import { accessibilityFaults } from '../support/accessibility';
import { goTo, launchBrowser, openWatchedPage, type WatchedPage } from '../support/browser';
import { eventually, startProduct, type Product } from '../support/product';
import { productRescues, type ProductRescues } from '../support/product-rescues';
import { APP_BRIDGE_STUB, servePages, type ProductPages } from '../support/product-pages';
import { plainText } from './page-numbers';

const DOMAIN = 'rescue-pages.myshopify.com';
const DAY_MS = 86_400_000;
const PATIENCE_MS = 60_000;
const shop = simulateShop({ seed: 11, endDay: isoDay('2026-03-01'), months: 24, customers: 2_000 });
const { rescue: es } = rescueEs;
const { rescue: en } = rescueEn;

let browser: Browser;
let product: Product;
let pages: ProductPages;
let shopId: string;
let rescues: ProductRescues;
const open: WatchedPage[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  product = await startProduct({
    shops: [{ domain: DOMAIN, data: shop }],
    now: '2026-03-02T08:00:00Z',
    clockStands: true,
    env: () => Promise.resolve({ APP_BRIDGE_URL: APP_BRIDGE_STUB }),
  });
  await product.startWorker();
  ({ shopId } = await product.sync(DOMAIN));
  rescues = productRescues(product.timon, shopId);
  pages = await servePages(product, DOMAIN, shop.name);
});
afterAll(async () => {
  await browser.close();
  await pages.close();
  await product.close();
});
afterEach(async () => {
  for (const watched of open.splice(0)) {
    expect(watched.complaints).toEqual([]);
    expect(watched.strayRequests).toEqual([]);
    await watched.close();
  }
});

async function openApp(path: string, locale: string, width = 1280): Promise<Page> {
  const watched = await openWatchedPage(browser, { origin: pages.origin, locale, width });
  open.push(watched);
  await goTo(watched.page, `${pages.origin}/app${path}${path.includes('?') ? '&' : '?'}locale=${locale}`);
  return watched.page;
}

function idOf(page: Page): string {
  const id = /\/app\/rescues\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  if (id === undefined) throw new Error(`no rescue at ${page.url()}`);
  return id;
}

function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

/** Rows of a file that the page lets the merchant download. */
async function downloaded(page: Page, format: string): Promise<Record<string, string>[]> {
  await button(page, 'Exportar').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: new RegExp(format) }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  const delimiter = text.split('\r\n')[0]?.includes(';') === true ? ';' : ',';
  return parse<Record<string, string>>(text, { columns: true, bom: true, delimiter });
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect([page.url(), content]).toEqual([page.url(), window]);
}

describe('a rescue in the browser', () => {
  let id: string;

  it('goes from a filter over a selection and three steps to codes, made once though "create" is pressed twice', async () => {
    const page = await openApp('/customers?filter=leaving', 'es-ES');
    await page.getByRole('checkbox', { name: 'Seleccionar todos los clientes de esta página' }).check();
    await page.getByRole('button', { name: /^Seleccionar los [\d.]+$/ }).click();
    await button(page, 'Crear rescate').click();

    await page.getByRole('link', { name: es.steps.next }).waitFor({ timeout: PATIENCE_MS });
    id = idOf(page);
    expect(await plainText(page.getByRole('main'))).toMatch(/\d+ clientes a quienes compensa escribir/);
    expect(await plainText(page.getByRole('main'))).toMatch(/\d+ no aceptan correos ni WhatsApp/);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: es.steps.next }).click();
    await page.getByText(es.offer.holdOutTitle).waitFor();
    expect(await plainText(page.getByRole('main'))).toMatch(
      /clientes, elegidos al azar \(\d+ %\), no se les escribe/,
    );
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: es.steps.last }).click();
    await page.getByText(es.disclosure).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(product.standin.codes(DOMAIN)).toEqual([]);
    await button(page, es.create.button).dblclick();
    await page.getByRole('heading', { name: es.active.members }).waitFor({ timeout: PATIENCE_MS });
    expect(await accessibilityFaults(page)).toEqual([]);

    const view = await rescues.known(id);
    const codes = product.standin.codes(DOMAIN);
    expect(codes.length).toBe(new Set(view.members.filter((m) => m.discount > 0).map((m) => m.tier)).size);
    const contacted = view.members.filter(({ arm }) => arm === 'contacted');
    const inCodes = codes.flatMap(({ customerIds }) =>
      customerIds === 'all' ? ['all'] : customerIds.map(String),
    );
    expect(inCodes.sort()).toEqual(
      contacted
        .filter(({ discount }) => discount > 0)
        .map(({ customerId }) => customerId)
        .sort(),
    );
    for (const code of codes) {
      expect(code).toMatchObject({ status: 'ACTIVE', appliesOncePerCustomer: true, combines: false });
      expect(code.tags).toEqual([expect.stringContaining(id)]);
      expect([code.startsAt, code.endsAt]).toEqual(['2026-03-02T08:00:00Z', '2026-04-01T21:59:59Z']);
      expect([0.05, 0.1, 0.15, 0.2]).toContain(code.percentage);
      await page.getByText(code.code).first().waitFor();
    }
  });

  it('hands out its customers in three files, and nobody who is held out in any', async () => {
    const view = await rescues.known(id);
    const mailOf = new Map(shop.customers.map((customer) => [customer.email, String(customer.id)]));
    const contacted = new Set(view.members.filter((m) => m.arm === 'contacted').map((m) => m.customerId));
    const heldOut = view.members.filter((m) => m.arm === 'held-out').map((m) => m.customerId);
    expect(heldOut.length).toBeGreaterThanOrEqual(15);
    const page = await openApp(`/rescues/${id}`, 'es-ES');
    const klaviyo = await downloaded(page, 'Klaviyo');
    expect(klaviyo.length).toBeGreaterThan(10);
    for (const row of klaviyo) expect(contacted).toContain(mailOf.get(row['Email'] ?? ''));
    const whatsApp = await downloaded(page, 'WhatsApp');
    const phones = new Set(
      [...contacted].map((customer) => contactDetails({ id: Number(customer), email: '' }).phone),
    );
    expect(whatsApp.length).toBeGreaterThan(5);
    for (const row of whatsApp) {
      const phone = Object.values(row).find((cell) => /^\+34\d{9}$/.test(cell)) ?? '';
      expect([phone, phones.has(phone)]).toEqual([phone, true]);
    }
    const table = await downloaded(page, 'Hoja de cálculo');
    expect(table).toHaveLength(contacted.size);
    const aliases = new Set(view.members.filter((m) => m.arm === 'held-out').map((m) => m.alias));
    for (const row of table) {
      expect([...aliases].filter((alias) => Object.values(row).some((cell) => cell.includes(alias)))).toEqual(
        [],
      );
    }

    // Nor does the list of customers hand them out, whoever asks for it.
    const list = await openApp('/customers?filter=leaving', 'es-ES');
    await list.getByRole('checkbox', { name: 'Seleccionar todos los clientes de esta página' }).check();
    await list.getByRole('button', { name: /^Seleccionar los [\d.]+$/ }).click();
    const all = await downloaded(list, 'Hoja de cálculo');
    expect(all.length).toBeGreaterThan(contacted.size);
    for (const row of all) {
      expect([...aliases].filter((alias) => Object.values(row).some((cell) => cell.includes(alias)))).toEqual(
        [],
      );
    }
  });

  it('shows what it brought when its windows are over: orders with the code and without, in both languages', async () => {
    const { members, codes } = await rescues.known(id);
    const rng = createRng(5);
    for (const { customerId, arm, tier, orderValue } of members) {
      if (arm === null || nextFloat(rng) > (arm === 'contacted' ? 0.5 : 0.15)) continue;
      const basket = { customerId: Number(customerId), subtotal: Math.max(80, orderValue).toFixed(2) };
      const code = nextFloat(rng) < 0.7 ? (codes.find((one) => one.tier === tier)?.code ?? null) : null;
      const withCode = arm === 'contacted' ? code : null;
      const { accepted } = await product.standin.placeOrder(DOMAIN, { ...basket, code: withCode });
      expect(accepted).toBe(true);
    }
    product.passTime(31 * DAY_MS);
    await product.recalculate({ shopId });
    const early = await openApp(`/rescues/${id}`, 'es-ES');
    const text = await plainText(early.getByRole('main'));
    // A window is 90 days at most: those of the slowest customers are open for 59 more.
    expect(text).toMatch(/Todavía no: quedan 59 días para medir\. Ya han comprado \d+ clientes, suficientes/);
    product.passTime(60 * DAY_MS);
    await product.recalculate({ shopId });
    for (const [locale, words, range] of [
      ['es-ES', /Probablemente compensó \((más del )?\d+ %\)\./, /entre -?[\d.]+ € y -?[\d.]+ €/],
      ['en-US', /It probably paid \((over )?\d+%\)\./, /between -?€[\d,]+ and -?€[\d,]+/],
    ] as const) {
      const page = await openApp(`/rescues/${id}`, locale);
      const main = await plainText(page.getByRole('main'));
      expect(main).toMatch(words);
      expect(main).toMatch(range);
      expect(await accessibilityFaults(page)).toEqual([]);
    }
    const dashboard = await openApp('', 'es-ES');
    expect(await plainText(dashboard.getByRole('main'))).toMatch(/1 rescate, medido contra quienes/);
  });

  it('is made and undone by keyboard alone, 390 pixels wide, in English', async () => {
    const before = product.standin.codes(DOMAIN).length;
    const page = await openApp('/rescues', 'en-US', 390);
    await expectNoSidewaysScroll(page);
    await press(page, 'Create rescue');
    await page.getByRole('link', { name: en.steps.next }).waitFor({ timeout: PATIENCE_MS });
    await expectNoSidewaysScroll(page);
    await press(page, en.steps.next);
    await page.getByText(en.offer.holdOutTitle).waitFor();
    await expectNoSidewaysScroll(page);
    await press(page, en.steps.last);
    await button(page, en.create.button).waitFor();
    await expectNoSidewaysScroll(page);
    await press(page, en.create.button);
    await page.getByRole('heading', { name: en.active.members }).waitFor({ timeout: PATIENCE_MS });
    await expectNoSidewaysScroll(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    const made = product.standin.codes(DOMAIN).slice(before);
    expect(made.length).toBeGreaterThan(0);
    expect(made.map(({ status }) => status)).toEqual(made.map(() => 'ACTIVE'));
    await press(page, en.active.undo);
    await press(page, en.active.undoYes);
    await page.getByRole('heading', { name: en.undone.heading }).waitFor({ timeout: PATIENCE_MS });
    const after = product.standin.codes(DOMAIN).slice(before);
    expect(after.map(({ status }) => status)).toEqual(after.map(() => 'EXPIRED'));
    // Nobody was handed out, so its customers are free again.
    const undone = await rescues.known(idOf(page));
    const again = await eventually('the same customers may be asked again', async () => {
      await product.recalculate({ shopId });
      const view = await product.timon.readRescues(shopId);
      return view.state === 'ready' ? view.outlook : undefined;
    });
    expect(again?.customers).toBeGreaterThanOrEqual(undone.plan?.customers ?? 0);
  });

  it('says what is missing where Shopify does not let codes be made', async () => {
    const scopes = ['read_all_orders', 'read_customers', 'read_orders', 'read_products', 'read_discounts'];
    await product.standin.setScopes(DOMAIN, scopes, { notify: true });
    await eventually('the product knows of the scope', async () => {
      const id = await draft();
      return (await rescues.known(id)).mayMakeCodes ? undefined : true;
    });
    const id = await draft();
    const page = await openApp(`/rescues/${id}?step=create`, 'es-ES');
    await page.getByText(es.create.missingScope.title).waitFor();
    expect(await button(page, es.create.button).isDisabled()).toBe(true);
    await product.standin.setScopes(DOMAIN, [...scopes, 'write_discounts'], { notify: true });
  });

  async function draft(): Promise<string> {
    const id = await rescues.open();
    await rescues.until(id, 'ready');
    return id;
  }
});

/** Tabs to what has a name, as somebody without a mouse does, and presses Enter. */
async function press(page: Page, name: string): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim();
    });
  await page.getByText(name, { exact: true }).first().waitFor();
  let stops = 0;
  while ((await focused()) !== name && stops < 60) {
    await page.keyboard.press('Tab');
    stops += 1;
  }
  expect(await focused()).toBe(name);
  await page.keyboard.press('Enter');
}
