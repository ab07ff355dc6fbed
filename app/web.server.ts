import { parseEnv } from './env.server';
import { onShutdown } from './jobs/on-shutdown.server';
import { runProcess } from './run-process.server';
import { closeServer, listen, openWeb } from './start-web.server';

const GRACE_MS = 10_000;
const SHUTDOWN_LIMIT_MS = 20_000;

/** `npm run start:web` */
await runProcess(async () => {
  const env = parseEnv(process.env);
  // This file runs as build/web.js, beside the built pages.
  const { composition, handler } = await openWeb({ env }, new URL('./', import.meta.url));
  const server = await listen(handler, { host: env.HOST, port: env.PORT });
  const { log } = composition;
  log.info({ host: env.HOST, port: env.PORT }, 'web process is listening');
  const close = async (): Promise<void> => {
    await closeServer(server, GRACE_MS);
    await composition.close();
  };
  onShutdown({ log, close, limitMs: SHUTDOWN_LIMIT_MS });
});
