import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../support/free-port';
import { until } from './until';

const MAIN = fileURLToPath(new URL('../../build/demo/main.js', import.meta.url));

export interface DemoProcess {
  readonly pid: number;
  readonly port: number;
  readonly origin: string;
  /** Everything printed so far, both streams. */
  output(): string;
  /** Waits until the demo has printed something. @throws with its output when it ends before or takes too long */
  printed(text: string | RegExp, withinMs: number): Promise<void>;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  /** Ctrl-C, as a terminal sends it: to the whole group. */
  interrupt(): void;
}

/** Starts the built demo as a terminal would, in a process group of its own. */
export async function startDemo(
  args: readonly string[],
  { dataDir, env = {} }: { readonly dataDir: string; readonly env?: Readonly<Record<string, string>> },
): Promise<DemoProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, [MAIN, '--port', String(port), ...args], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...terminalEnvironment(), TIMON_DEMO_DATA: dataDir, ...env },
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${MAIN} does not start`);
  let output = '';
  let done = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (chunk: string) => (output += chunk));
  }
  // "exit", not "close": an orphan that holds the pipe open would keep a test waiting instead of failing it.
  const ended = once(child, 'exit').then(([code, signal]: unknown[]) => {
    done = true;
    return (code ?? signal) as number | string;
  });
  return {
    pid,
    port,
    origin: `http://127.0.0.1:${port}`,
    output: () => output,
    printed: async (text, withinMs) => {
      const seen = (): boolean => (typeof text === 'string' ? output.includes(text) : text.test(output));
      await until(
        () => seen() || done,
        withinMs,
        () => `the demo has not printed ${String(text)}:\n${output}`,
      );
      if (!seen()) throw new Error(`the demo ended without printing ${String(text)}:\n${output}`);
    },
    ended,
    interrupt: () => process.kill(-pid, 'SIGINT'),
  };
}

/** What a person's shell would hand on: nothing of the test runner, nothing of a real installation. */
export function terminalEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(NODE_ENV|NODE_OPTIONS|VITEST.*|TEST|SHOPIFY_.*|DATABASE_.*|REDIS_URL|TIMON_DEMO_DATA)$/;
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !ours.test(name)),
  ) as NodeJS.ProcessEnv;
}

/** Where the demo keeps what belongs to its shop: the only folder that it has made in an empty data folder. */
export function shopFolder(dataDir: string): string {
  const [name, ...others] = readdirSync(dataDir);
  if (name === undefined || others.length > 0) throw new Error(`not one shop in ${dataDir}`);
  return join(dataDir, name);
}

/** The port that the PostgreSQL of a data folder took. */
export function postgresPort(dataDir: string): number {
  return Number(readFileSync(join(shopFolder(dataDir), 'postgres', 'port'), 'utf8'));
}

export function portAnswers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
