import { z } from 'zod';
import type { Env } from '~/env.server';
import { parseEnv } from '~/env.server';
import { demoClock, type DemoClock } from './clock';
import { DEMO_API_KEY, DEMO_API_SECRET } from './settings';

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
  /** Until when days may be let pass; null where none are left to come. */
  replayEnd: z.iso.datetime().nullable(),
});
export type ChildBrief = z.infer<typeof brief>;

export const BRIEF_VARIABLE = 'TIMON_DEMO_BRIEF';

export interface ChildSetup extends ChildBrief {
  readonly clock: DemoClock;
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
  const clock = demoClock(new Date(given.now), new Date(given.realStart));
  onMessage(timePassed, ({ aheadMs }) => {
    clock.aheadMs = aheadMs;
  });
  return { ...given, env, clock };
}

/** How far the demo's clock is ahead of where it would be by itself. */
export const timePassed = z.object({ aheadMs: z.number() });

/** What the page's buttons ask the demo for. */
export const passDays = z.object({ passDays: z.number().int().positive() });

/** Does what the demo asks for, and says when it is done. */
export function onMessage<T extends z.ZodType>(
  schema: T,
  work: (message: z.output<T>) => void | Promise<void>,
): void {
  process.on('message', (message) => {
    const asked = schema.safeParse(message);
    if (!asked.success) return;
    void Promise.resolve(work(asked.data)).then(() => process.send?.({ done: true }));
  });
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
