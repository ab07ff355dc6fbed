import { z } from 'zod';

const url = z.url();

/**
 * Everything that a process may be told from outside. Without DATABASE_URL the product runs on the PostgreSQL that
 * comes with it, without REDIS_URL its queue runs on PostgreSQL: that is the whole difference to production.
 */
const environment = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    /** Folder of the embedded database. */
    DATA_DIR: z.string().min(1).default('.data'),
    /** Runtime role: neither superuser nor BYPASSRLS. */
    DATABASE_URL: url.optional(),
    /** Owner role, for migrations only. Defaults to DATABASE_URL. */
    DATABASE_OWNER_URL: url.optional(),
    REDIS_URL: url.optional(),
    SHOPIFY_API_KEY: z.string().min(1),
    SHOPIFY_API_SECRET: z.string().min(1),
    /** Public address of the web process, https in production. */
    SHOPIFY_APP_URL: url,
    /** `id:base64` pairs of 32-byte keys, comma-separated; the first encrypts, all decrypt. */
    TOKEN_KEYS: z.string().transform(parseTokenKeys),
    APP_BRIDGE_URL: z.string().default('https://cdn.shopify.com/shopifycloud/app-bridge.js'),
    /** Bearer token that /metrics asks for; without it, /metrics answers only to this machine. */
    METRICS_TOKEN: z.string().min(16).optional(),
    WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),
    FIT_THREADS: z.coerce.number().int().min(1).max(64).default(2),
  })
  .superRefine((env, context) => {
    if (env.NODE_ENV !== 'production') return;
    for (const name of ['DATABASE_URL', 'REDIS_URL'] as const) {
      if (!env[name])
        context.addIssue({ code: 'custom', path: [name], message: 'is required in production' });
    }
    if (!env.SHOPIFY_APP_URL.startsWith('https://')) {
      context.addIssue({ code: 'custom', path: ['SHOPIFY_APP_URL'], message: 'must be https in production' });
    }
  });

export type Env = z.infer<typeof environment>;

interface TokenKeys {
  readonly currentKeyId: string;
  readonly keys: ReadonlyMap<string, Buffer>;
}

/** @throws EnvError with one line a fault, each naming the variable and what it should be */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new EnvError(`The configuration is not complete (see .env.example):\n${faults.join('\n')}`);
}

/** Configuration faults are for a person to read: no stack is needed. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
}

function parseTokenKeys(text: string, context: z.RefinementCtx): TokenKeys {
  const keys = new Map<string, Buffer>();
  for (const pair of text.split(',')) {
    const separator = pair.indexOf(':');
    const id = pair.slice(0, separator).trim();
    const key = Buffer.from(pair.slice(separator + 1).trim(), 'base64');
    if (separator < 1 || key.length !== 32) {
      context.addIssue({
        code: 'custom',
        message: 'wants id:base64 pairs of 32 bytes, such as k1:$(openssl rand -base64 32)',
      });
      return z.NEVER;
    }
    keys.set(id, key);
  }
  const currentKeyId = keys.keys().next().value;
  if (currentKeyId === undefined) return z.NEVER;
  return { currentKeyId, keys };
}
