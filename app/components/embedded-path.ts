/** What Shopify gives a page of the app to know its shop; without it a reload could not authenticate. */
const EMBEDDED_PARAMETERS = ['shop', 'host', 'embedded', 'locale'] as const;

/**
 * A path of the app with the embedding parameters of the current page carried over.
 * @param search the current page's `location.search`
 */
export function embeddedPath(path: string, search: string): string {
  if (!path.startsWith('/') || path.startsWith('//')) return path;
  const [beforeHash = '', hash] = path.split('#');
  const [pathname = '', query] = beforeHash.split('?');
  const target = new URLSearchParams(query);
  const current = new URLSearchParams(search);
  for (const name of EMBEDDED_PARAMETERS) {
    const value = current.get(name);
    if (value !== null && !target.has(name)) target.set(name, value);
  }
  const text = target.toString();
  return `${pathname}${text === '' ? '' : `?${text}`}${hash === undefined ? '' : `#${hash}`}`;
}
