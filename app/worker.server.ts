import { compose } from './composition.server';
import { parseEnv } from './env.server';
import { onShutdown } from './jobs/on-shutdown.server';
import { runProcess } from './run-process.server';
import { openWorker } from './start-worker.server';

const GRACE_MS = 30_000;
const SHUTDOWN_LIMIT_MS = 50_000;

/** `npm run start:worker`, and `worker.js rotate-tokens` (docs/operations.md). */
await runProcess(async () => {
  const env = parseEnv(process.env);
  if (process.argv[2] === 'rotate-tokens') {
    const composition = await compose({ env, service: 'worker' });
    composition.log.info(await composition.rotateTokens(), 'tokens are sealed with the current key');
    await composition.close();
    return;
  }
  const { composition, close } = await openWorker({ env, graceMs: GRACE_MS });
  onShutdown({ log: composition.log, close, limitMs: SHUTDOWN_LIMIT_MS });
});
