import type { QueueOptions } from 'bull';

type RedisOptions = Exclude<QueueOptions['redis'], string | undefined>;

/**
 * Connection options from a `redis://` or `rediss://` URL. bull's own parser forgets TLS.
 *
 * @throws RangeError when the URL is not one of Redis
 */
export function redisConnection(url: string): RedisOptions {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  if (protocol !== 'redis:' && protocol !== 'rediss:') {
    throw new RangeError(`invalid Redis URL; it starts with ${protocol}//, not redis:// or rediss://`);
  }
  return {
    host: hostname,
    port: port === '' ? 6379 : Number(port),
    db: Number(pathname.slice(1) || 0),
    ...(username === '' ? {} : { username: decodeURIComponent(username) }),
    ...(password === '' ? {} : { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' ? { tls: { servername: hostname } } : {}),
    keepAlive: 10_000,
    showFriendlyErrorStack: true,
    connectTimeout: 5_000,
    // The library's default grows to 20 s, which is felt as a worker that does not come back.
    retryStrategy: (tries) => Math.min(100 * 2 ** Math.min(tries, 5), 2_000),
  };
}
