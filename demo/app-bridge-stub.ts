/**
 * Stands in for Shopify's App Bridge and the admin around the app: shows the app's navigation menu, answers
 * `shopify.toast` and friends. Session tokens are added by the demo's web front, so `idToken` only asks for one.
 */
interface DemoAdmin {
  readonly shopName: string;
  readonly today: string;
}

const admin = JSON.parse(document.currentScript?.dataset['demoAdmin'] ?? 'null') as DemoAdmin | null;
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

const style = document.createElement('style');
style.textContent = `
  body { padding-top: 48px; }
  ui-nav-menu, s-app-nav { display: none; }
  #demo-admin { position: fixed; inset: 0 0 auto 0; height: 48px; z-index: 600; display: flex; align-items: center; gap: 4px;
    padding: 0 16px; background: #1a1a1a; color: #e3e3e3; font: 500 13px/1 system-ui, sans-serif; overflow-x: auto; white-space: nowrap; }
  #demo-admin strong { color: #fff; margin-inline-end: 12px; }
  #demo-admin a { color: #e3e3e3; text-decoration: none; padding: 8px 10px; border-radius: 8px; }
  #demo-admin a[aria-current] { background: #303030; color: #fff; }
  #demo-admin a:focus-visible { outline: 2px solid #fff; }
  #demo-admin .end { margin-inline-start: auto; display: flex; align-items: center; gap: 4px; }
  #demo-toast { position: fixed; inset: auto 0 24px 0; margin: auto; width: fit-content; z-index: 601; padding: 12px 16px;
    border-radius: 8px; background: #1a1a1a; color: #fff; font: 13px system-ui, sans-serif; }`;
document.head.append(style);

function showToast(message: string): void {
  document.getElementById('demo-toast')?.remove();
  const toast = Object.assign(document.createElement('div'), { id: 'demo-toast', textContent: message });
  toast.setAttribute('role', 'status');
  document.body.append(toast);
  setTimeout(() => {
    toast.remove();
  }, 5_000);
}

/** The real admin shows the menu's links outside the frame and clicks the app's own link when one is chosen. */
function renderFrame(): void {
  const links = [
    ...document.querySelectorAll<HTMLAnchorElement>('ui-nav-menu a, s-app-nav a, s-app-nav s-link'),
  ];
  let bar = document.getElementById('demo-admin');
  if (!bar) {
    bar = Object.assign(document.createElement('nav'), { id: 'demo-admin' });
    bar.setAttribute('aria-label', 'Shopify admin (demo)');
    document.documentElement.append(bar);
  }
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
