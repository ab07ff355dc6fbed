import { z } from 'zod';
import type { Env } from '~/env.server';
import { parseEnv } from '~/env.server';
import { shiftedClock } from './clock';
import { DEMO_API_KEY, DEMO_API_SECRET } from './settings';
import type { Clock } from '~/domain/clock';

/** What the demo tells each process that it starts, in one variable. */
const brief = z.object({
  /** Where the demo's clock stood at `realStart`. */
  now: z.iso.datetime(),
  realStart: z.iso.datetime(),
  dataDir: z.string(),
  shopName: z.string(),
  port: z.number(),
  standinUrl: z.string(),
  tokenKeys: z.string(),
});
export type ChildBrief = z.infer<typeof brief>;

export const BRIEF_VARIABLE = 'TIMON_DEMO_BRIEF';

export interface ChildSetup extends ChildBrief {
  readonly clock: Clock;
  readonly env: Env;
}

/** Reads the brief and turns it into the settings of a product process. */
export function readBrief(): ChildSetup {
  const given = brief.parse(JSON.parse(process.env[BRIEF_VARIABLE] ?? 'null'));
  const env = parseEnv({
    NODE_ENV: 'development',
    PORT: String(given.port),
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
    DATA_DIR: given.dataDir,
    SHOPIFY_API_KEY: DEMO_API_KEY,
    SHOPIFY_API_SECRET: DEMO_API_SECRET,
    SHOPIFY_APP_URL: `http://127.0.0.1:${given.port}`,
    TOKEN_KEYS: given.tokenKeys,
    APP_BRIDGE_URL: '/__demo/app-bridge.js',
  });
  return { ...given, env, clock: shiftedClock(new Date(given.now), new Date(given.realStart)) };
}

/**
 * A child never outlives the demo, however the demo ended.
 * @param orphaned what is left to do when the demo is gone without having said so
 */
export function endWithParent(close: () => Promise<void>, orphaned: () => Promise<void>): void {
  let closing = false;
  const stop = (work: () => Promise<void>): void => {
    if (closing) return;
    closing = true;
    setTimeout(() => process.exit(1), 10_000).unref();
    work().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', () => stop(close));
  process.on('disconnect', () => stop(() => close().finally(orphaned)));
  // Ctrl-C reaches the whole group: the demo tells each child when to stop, in order.
  process.on('SIGINT', () => undefined);
}
