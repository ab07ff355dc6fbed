import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { freePort } from '../support/free-port';

const MAIN = fileURLToPath(new URL('../../build/demo/main.js', import.meta.url));
const POLL_MS = 100;

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
      await vi.waitFor(
        () => {
          if (!seen() && !done) throw new Error(`the demo has not printed ${String(text)}:\n${output}`);
        },
        { timeout: withinMs, interval: POLL_MS },
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

/** The process, those of its group and all that descend from them: what it has started, orphans of its group too. */
export function familyOf(pid: number): readonly number[] {
  const all = processes();
  const family = [...new Set([pid, ...all.filter(({ group }) => group === pid).map((one) => one.pid)])];
  // Children follow their parents in the list that grows while it is walked.
  for (const parent of family) {
    const children = all.filter((one) => one.parent === parent && !family.includes(one.pid));
    family.push(...children.map((one) => one.pid));
  }
  return family;
}

/** Waits until none of the processes lives. What waits for its parent to look at its end does not live. */
export async function allGone(pids: readonly number[], withinMs: number): Promise<void> {
  await vi.waitFor(
    () => {
      const left = processes().filter(({ pid, state }) => pids.includes(pid) && !state.startsWith('Z'));
      if (left.length > 0) throw new Error(`still there: ${left.map(({ command }) => command).join('\n')}`);
    },
    { timeout: withinMs, interval: POLL_MS },
  );
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

function processes() {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,pgid=,stat=,args='], { encoding: 'utf8' });
  return stdout.split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line);
    if (!match) return [];
    const [, pid, parent, group, state = '', command = ''] = match;
    return [{ pid: Number(pid), parent: Number(parent), group: Number(group), state, command }];
  });
}
