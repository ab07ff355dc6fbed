import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { simulateOrders } from '../clv/simulate-orders';
import { askLifetimes } from './lifetimes-peer';
import { CACHE } from './python-environment';
import { writeOrders } from './write-orders';

const SIZES = [10_000, 100_000];
const FULL_SIZES = [...SIZES, 1_000_000];
const ROUNDS = 3;
/** From here on one round of lifetimes takes long enough to average out what else the machine does. */
const ONE_ROUND_FROM = 1_000_000;
const ENGINE_SPEED = fileURLToPath(new URL('engine-speed.ts', import.meta.url));

const EngineSpeed = z.object({ seconds: z.number() });
const LifetimesSpeed = z.object({
  seconds: z.object({ summary: z.number(), fit: z.number(), spend: z.number(), score: z.number() }),
  penalizer: z.number(),
  spendPenalizer: z.number(),
});

/** Prints the processor seconds of both engines on the same simulated shops. */
export function compareSpeed(full: boolean): void {
  console.log(
    '| customers | orders | summary | fit BG/NBD | fit Gamma-Gamma | predictions and CLV | lifetimes in all, cpu s | penalizer | Timón, same work | ratio | Timón, all but the backtest | ratio | Timón, everything | ratio |\n' +
      `${'|---'.repeat(14)}|`,
  );
  for (const customers of full ? FULL_SIZES : SIZES) console.log(row(customers));
}

function row(customers: number): string {
  const file = join(CACHE, 'simulated-orders.csv');
  const { orders, now } = simulateOrders(customers);
  writeOrders(file, orders, now);
  const rounds = customers < ONE_ROUND_FROM ? ROUNDS : 1;
  const peer = LifetimesSpeed.parse(askLifetimes('speed', file, now, rounds));
  rmSync(file);
  const { summary, fit, spend, score } = peer.seconds;
  const theirs = summary + fit + spend + score;
  const ours = (['same', 'plain', 'all'] as const).map((work) => engineSeconds(work, customers));
  const seconds = [summary, fit, spend, score, theirs].map((value) => value.toFixed(2)).join(' | ');
  return (
    `| ${customers} | ${orders.day.length} | ${seconds} | ${peer.penalizer}, ${peer.spendPenalizer} ` +
    `| ${ours.map((value) => `${value.toFixed(2)} | ${(theirs / value).toFixed(1)}`).join(' | ')} |`
  );
}

function engineSeconds(work: 'same' | 'plain' | 'all', customers: number): number {
  const args = [...process.execArgv, ENGINE_SPEED, work, String(customers), String(ROUNDS)];
  const done = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`engine-speed.ts ${customers} failed:\n${done.stderr}`);
  return EngineSpeed.parse(JSON.parse(done.stdout)).seconds;
}
