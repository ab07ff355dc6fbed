import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureRedisBinary } from './ensure-system.mjs';
import { freePort } from './free-port';

export interface TestRedis {
  readonly url: string;
  stop(): Promise<void>;
}

const START_ATTEMPTS = 5;

/**
 * A Redis of its own on a free port of 127.0.0.1, without persistence.
 *
 * @throws when there is no redis-server and none can be fetched; the suite must not pass without this part
 */
export async function startRedis(): Promise<TestRedis> {
  const binary = await ensureRedisBinary();
  const dir = mkdtempSync(path.join(tmpdir(), 'timon-redis-'));
  let output = '';
  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt += 1) {
    const port = await freePort();
    const settings = { port, bind: '127.0.0.1', dir, save: '', appendonly: 'no', daemonize: 'no' };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const server = spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const started = await new Promise<boolean>((resolve) => {
      const read = (chunk: Buffer): void => {
        output += chunk.toString();
        if (output.includes('Ready to accept connections')) resolve(true);
      };
      server.stdout.on('data', read);
      server.stderr.on('data', read);
      server.once('error', () => resolve(false));
      server.once('exit', () => resolve(false));
    });
    if (started) {
      return { url: `redis://127.0.0.1:${port}`, stop: () => stop(server, dir) };
    }
    if (!output.includes('Address already in use')) break;
    output = '';
  }
  rmSync(dir, { recursive: true, force: true });
  throw new Error(`${binary} does not start:\n${output}`);
}

async function stop(server: ChildProcess, dir: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    server.kill('SIGKILL');
    await once(server, 'exit');
  }
  rmSync(dir, { recursive: true, force: true });
}
