import { STORAGE_HOST } from './result-storage';

type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * A `fetch` that takes requests for the stand-in's shops and for the storage of bulk results to the stand-in, and
 * refuses every other host: nothing leaves the machine.
 * @param standin its address (`url`) and the shops it serves
 */
export function fetchVia(standin: { readonly url: string; readonly shops: readonly string[] }): Fetch {
  const hosts = new Set([...standin.shops, STORAGE_HOST]);
  return async (input, init) => {
    const target = new URL(input instanceof Request ? input.url : input);
    if (target.protocol !== 'https:' || !hosts.has(target.host)) {
      throw new TypeError(`refused: ${target.origin} is not a host of the Shopify stand-in`);
    }
    const mapped = `${standin.url}/${target.host}${target.pathname}${target.search}`;
    return input instanceof Request ? fetch(new Request(mapped, input), init) : fetch(mapped, init);
  };
}
