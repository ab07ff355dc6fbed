import { chromium, type Browser, type Page } from 'playwright-core';
import { ensureChromium } from './ensure-system.mjs';

/** A page that remembers everything that should not happen on it. */
export interface WatchedPage {
  readonly page: Page;
  /** Console messages of any kind, page errors, failed requests and answers of 400 and above. */
  readonly complaints: readonly string[];
  /** Addresses outside the origin that the page was opened for. */
  readonly strayRequests: readonly string[];
  close(): Promise<void>;
}

interface PageOptions {
  /** All that the page may talk to, such as `http://127.0.0.1:3000`. */
  readonly origin: string;
  /** Language tag of the browser. */
  readonly locale: string;
  readonly width?: number;
  readonly height?: number;
}

/**
 * A Chromium that finds no other machine: every name but 127.0.0.1 fails to resolve, and its own services are off.
 * @throws when there is none and none can be fetched
 */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ],
  });
}

/** Opens an empty page in a context of its own: no cookie, no cache, no memory of another. */
export async function openWatchedPage(
  browser: Browser,
  { origin, locale, width = 1280, height = 900 }: PageOptions,
): Promise<WatchedPage> {
  const context = await browser.newContext({ locale, viewport: { width, height } });
  const complaints: string[] = [];
  const strayRequests: string[] = [];
  const note = (url: string): void => {
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) strayRequests.push(url);
  };
  context.on('request', (request) => note(request.url()));
  context.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  context.on('weberror', (error) => complaints.push(`page error: ${error.error().message}`));
  context.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  context.on('requestfailed', (request) => {
    // A page that is left gives up what it was asking for.
    const reason = request.failure()?.errorText ?? '?';
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${reason} ${request.url()}`);
  });
  const page = await context.newPage();
  page.on('websocket', (socket) => note(socket.url()));
  return { page, complaints, strayRequests, close: () => context.close() };
}

/** Opens an address and waits until React has taken the page over: a click before that goes nowhere. */
export async function goTo(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main, .tm-screen') ?? {}).some((key) => key.startsWith('__react')),
  );
}
