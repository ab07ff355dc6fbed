import { startRedis } from './redis';
import { startTcpProxy } from './tcp-proxy';
import { startBullWorker } from '../../app/jobs/drivers/bull-worker.server';
import { createBullQueue } from '../../app/jobs/drivers/bull-queue.server';
import { createLogger } from '../../app/observability/logger.server';
process.on('unhandledRejection', (e) => console.log('UNHANDLED', e));
const r = await startRedis(); const w = await startTcpProxy(r.url);
const log = createLogger({ level: 'silent', service: 't' });
const noop = async () => {};
const handlers: any = { 'fit-clv': noop };
for (let i = 0; i < 20; i++) {
  console.log('round', i);
  const q = createBullQueue({ url: w.url, name: 'x', log, answerWithinMs: 500 });
  const wk = startBullWorker({ url: w.url, name: 'x' }, handlers, { concurrency: 1, log, metrics: { jobFinished() {} } });
  if (i % 4 === 0) await q.counts();
  if (i % 4 === 1) await new Promise((s) => setTimeout(s, 5));
  if (i % 4 === 2) { await q.counts(); await w.cut(); }
  await wk.close(0); await q.close();
  await w.mend();
}
await w.stop(); await r.stop();
