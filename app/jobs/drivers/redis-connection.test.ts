import { describe, expect, it } from 'vitest';
import { redisConnection } from './redis-connection';

describe('redisConnection', () => {
  it('reads host, port, database and an encoded password', () => {
    expect(redisConnection('redis://:p%40ss@cache.internal:6380/3')).toMatchObject({
      host: 'cache.internal',
      port: 6380,
      db: 3,
      password: 'p@ss',
    });
  });

  it('turns TLS on for rediss and leaves it off for redis', () => {
    expect(redisConnection('rediss://u:p@cache.example')).toMatchObject({
      port: 6379,
      username: 'u',
      tls: { servername: 'cache.example' },
    });
    expect(redisConnection('redis://localhost').tls).toBeUndefined();
  });

  it('refuses a URL of another server', () => {
    expect(() => redisConnection('postgresql://localhost/x')).toThrow(/redis:\/\//);
  });
});
