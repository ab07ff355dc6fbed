/**
 * Stands in for Shopify's App Bridge and the admin around the app: shows the app's navigation menu, answers
 * `shopify.toast` and friends. Session tokens are added by the demo's web front, so `idToken` only asks for one.
 */
interface DemoAdmin {
  readonly shopName: string;
  readonly today: string;
  /** Of a replay: days that are still to come. */
  readonly daysLeft: number;
}

// Written in front of this script by the demo's web front.
const { demoAdmin: admin } = window as Window & { readonly demoAdmin?: DemoAdmin };
const STEPS_OF_TIME = [1, 7, 30];
const LANGUAGES = [
  ['es-ES', 'Español'],
  ['en-US', 'English'],
] as const;

Object.assign(window, {
  shopify: {
    config: { apiKey: '', shop: '', locale: document.documentElement.lang },
    environment: { embedded: true, mobile: false },
    idToken: () => fetch('/__demo/token').then((response) => response.text()),
    loading: () => undefined,
    toast: { show: showToast, hide: () => undefined },
    saveBar: { show: () => undefined, hide: () => undefined },
    modal: { show: () => undefined, hide: () => undefined },
    ready: Promise.resolve(),
  },
});

// Neither an element nor an attribute may come into the page before React has taken it over: styles are adopted, and
// the frame lives in a shadow root of the body, around a slot that holds the page.
const pageStyle = new CSSStyleSheet();
pageStyle.replaceSync(`
  body { padding-top: 48px; }
  ui-nav-menu, s-app-nav { display: none; }`);
document.adoptedStyleSheets.push(pageStyle);
const frameStyle = new CSSStyleSheet();
frameStyle.replaceSync(`
  nav { position: fixed; inset: 0 0 auto 0; height: 48px; z-index: 600; display: flex; align-items: center; gap: 4px;
    padding: 0 16px; background: #1a1a1a; color: #e3e3e3; font: 500 13px/1 system-ui, sans-serif; overflow-x: auto; white-space: nowrap; }
  nav strong { color: #fff; margin-inline-end: 12px; }
  nav a { color: #e3e3e3; text-decoration: none; padding: 8px 10px; border-radius: 8px; }
  nav a[aria-current] { background: #303030; color: #fff; }
  nav button { font: inherit; color: #1a1a1a; background: #e3e3e3; border: 0; padding: 6px 10px; border-radius: 8px; cursor: pointer; }
  nav button:disabled { opacity: 0.5; cursor: progress; }
  nav :is(a, button):focus-visible { outline: 2px solid #fff; }
  nav .end { margin-inline-start: auto; display: flex; align-items: center; gap: 4px; }
  output { position: fixed; inset: auto 0 24px 0; margin: auto; width: fit-content; z-index: 601; padding: 12px 16px;
    border-radius: 8px; background: #1a1a1a; color: #fff; font: 13px system-ui, sans-serif; }`);

let frame: ShadowRoot | null = null;
function frameRoot(): ShadowRoot {
  if (frame) return frame;
  frame = document.body.attachShadow({ mode: 'open' });
  frame.adoptedStyleSheets = [frameStyle];
  frame.append(document.createElement('nav'), document.createElement('slot'));
  return frame;
}

function showToast(message: string): void {
  frameRoot().querySelector('output')?.remove();
  const toast = Object.assign(document.createElement('output'), { textContent: message });
  frameRoot().append(toast);
  setTimeout(() => {
    toast.remove();
  }, 5_000);
}

/** Lets days pass and has the product look at what they brought, as it would by itself after a night. */
function passButton(days: number): HTMLButtonElement {
  const spanish = document.documentElement.lang.startsWith('es');
  const unit = spanish ? (days === 1 ? 'día' : 'días') : days === 1 ? 'day' : 'days';
  const button = Object.assign(document.createElement('button'), { textContent: `+${days} ${unit}` });
  button.addEventListener('click', () => {
    for (const other of frameRoot().querySelectorAll('button')) other.disabled = true;
    void fetch(`/__demo/days/${days}`, { method: 'POST' })
      .then(() => fetch('/api/run', { method: 'POST' }))
      .then(() => location.reload());
  });
  return button;
}

/** The real admin shows the menu's links outside the frame and clicks the app's own link when one is chosen. */
function renderFrame(): void {
  const links = [
    ...document.querySelectorAll<HTMLAnchorElement>('ui-nav-menu a, s-app-nav a, s-app-nav s-link'),
  ];
  const bar = frameRoot().querySelector('nav');
  if (!bar) return;
  bar.setAttribute('aria-label', 'Shopify admin (demo)');
  const title = Object.assign(document.createElement('strong'), { textContent: admin?.shopName ?? 'Demo' });
  const entries = links
    .filter((link) => link.rel !== 'home')
    .map((link) => {
      const entry = Object.assign(document.createElement('a'), {
        href: link.href,
        textContent: link.textContent,
      });
      if (location.pathname === new URL(link.href, location.href).pathname)
        entry.setAttribute('aria-current', 'page');
      entry.addEventListener('click', (event) => {
        event.preventDefault();
        link.click();
      });
      return entry;
    });
  const end = Object.assign(document.createElement('span'), {
    className: 'end',
    textContent: admin?.today ?? '',
  });
  end.append(...STEPS_OF_TIME.filter((days) => days <= (admin?.daysLeft ?? 0)).map(passButton));
  for (const [locale, name] of LANGUAGES) {
    const href = new URL(location.href);
    href.searchParams.set('locale', locale);
    const entry = Object.assign(document.createElement('a'), {
      href: href.href,
      textContent: name,
      lang: locale,
    });
    if (document.documentElement.lang.slice(0, 2) === locale.slice(0, 2))
      entry.setAttribute('aria-current', 'true');
    end.append(entry);
  }
  bar.replaceChildren(title, ...entries, end);
}

let shown = '';
function refreshFrame(): void {
  // The frame lives in the body, which may not be there yet.
  if (document.readyState === 'loading') return;
  const menu = document.querySelector('ui-nav-menu, s-app-nav')?.innerHTML ?? '';
  const state = `${location.pathname}|${document.documentElement.lang}|${menu}`;
  if (state === shown) return;
  shown = state;
  renderFrame();
}
new MutationObserver(refreshFrame).observe(document.documentElement, {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['lang', 'href'],
});
document.addEventListener('DOMContentLoaded', refreshFrame);
for (const method of ['pushState', 'replaceState'] as const) {
  const original = history[method].bind(history);
  history[method] = (...args: Parameters<History['pushState']>) => {
    original(...args);
    refreshFrame();
  };
}
