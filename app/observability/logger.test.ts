import { describe, expect, it } from 'vitest';
import { createLogger, type Logger } from './logger.server';

function recordedLog(): { log: Logger; lines: string[]; last: () => Record<string, unknown> } {
  const lines: string[] = [];
  const log = createLogger({
    level: 'debug',
    service: 'test',
    destination: { write: (line) => void lines.push(line) },
  });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

describe('createLogger', () => {
  it('writes one JSON object a line with level word, ISO time, service and message', () => {
    const { log, lines, last } = recordedLog();
    log.info({ shop: 'a.myshopify.com', orders: 3 }, 'synced');
    expect(lines).toHaveLength(1);
    expect(last()).toMatchObject({ level: 'info', service: 'test', shop: 'a.myshopify.com', orders: 3 });
    expect(last()['msg']).toBe('synced');
    expect(last()['time']).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it('hides private keys at any depth and in any spelling, in bindings too', () => {
    const { log, lines } = recordedLog();
    log.child({ accessToken: 'aaa1' }).info(
      {
        headers: { Authorization: 'aaa2', 'X-Shopify-Access-Token': 'aaa3' },
        rows: [{ first_name: 'aaa4' }],
      },
      'call',
    );
    expect(lines.join()).not.toContain('aaa');
  });

  it.each([
    ['an e-mail address', 'order of josé.núñez+shop@exämple.co.uk failed', 'exämple'],
    ['a Shopify token', 'refused shpat_0123456789abcdef', '0123456789abcdef'],
    ['a bearer header', 'sent Authorization: Bearer abc.def-ghi', 'abc.def'],
    ['a web token', 'id eyJhbGciOi.eyJzdWIiOi.c2ln', 'eyJ'],
    ['a password in a URL', 'connect postgresql://timon:hunter2@db/timon', 'hunter2'],
  ])('hides %s in a message and in an error', (_what, text, secret) => {
    const { log, lines } = recordedLog();
    log.info(text);
    log.error({ err: new Error('outer', { cause: new Error(text) }) }, 'failed');
    expect(lines).toHaveLength(2);
    expect(lines.join()).not.toContain(secret);
    expect(lines.join()).toContain('[redacted]');
  });

  it("keeps an error's type, code, message and cause, and drops its other fields", () => {
    const { log, last } = recordedLog();
    const error = Object.assign(new TypeError('duplicate key', { cause: new Error('inner') }), {
      code: '23505',
      detail: 'Key (phone)=(555)',
    });
    log.warn({ err: error }, 'failed');
    expect(last()['err']).toMatchObject({ type: 'TypeError', code: '23505', message: 'duplicate key' });
    expect(last()['err']).toMatchObject({ cause: { message: 'inner' } });
    expect(JSON.stringify(last())).not.toContain('555');
  });

  it('keeps dates, numbers and a URL without credentials as they are', () => {
    const { log, last } = recordedLog();
    log.info({ at: new Date(0), n: 1.5, url: 'http://localhost:3000/x' }, 'plain');
    expect(last()).toMatchObject({ at: '1970-01-01T00:00:00.000Z', n: 1.5, url: 'http://localhost:3000/x' });
  });
});
