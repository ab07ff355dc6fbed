import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { DemoError } from './options';

const standinReady = z.object({
  url: z.string(),
  now: z.string(),
  shopName: z.string(),
  orders: z.number(),
  remarks: z.array(z.string()),
  /** Where the generated shop's marketing series lies. */
  marketing: z.object({ file: z.string(), country: z.string() }).nullable(),
});
const failure = z.object({ error: z.string(), todo: z.string() });
type StandinReady = z.infer<typeof standinReady>;

export interface Processes {
  startStandin(args: readonly string[]): Promise<StandinReady>;
  /** Web and worker; ready when both answer. */
  startProduct(env: Readonly<Record<string, string>>): Promise<void>;
  /** Ends what was started: the product first, then Shopify's place. */
  stop(): Promise<void>;
}

const STOP_WITHIN_MS = 8_000;

/** The demo's child processes; each ends by itself when this one is gone. */
export function startProcesses(): Processes {
  const running: ChildProcess[] = [];
  let stopping = false;

  function start(
    name: string,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
  ): Promise<unknown> {
    const child = fork(fileURLToPath(new URL(`${name}.js`, import.meta.url)), args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      execArgv: ['--enable-source-maps'],
    });
    running.push(child);
    return new Promise((resolve, reject) => {
      child.once('message', (message) => {
        const failed = failure.safeParse(message);
        if (failed.success) reject(new DemoError(failed.data.error, failed.data.todo));
        else resolve(message);
      });
      child.once('error', reject);
      child.once('exit', (code, signal) => {
        reject(
          new DemoError(
            `The ${name} process did not start (${signal ?? code ?? '?'}).`,
            'Its last words are above.',
          ),
        );
        if (!stopping && name === 'worker') restart();
      });
    });

    // A worker that dies is started again, as a process manager does in production; what it was doing goes on.
    function restart(): void {
      running.splice(running.indexOf(child), 1);
      start(name, args, env).catch(() => undefined);
    }
  }

  return {
    startStandin: async (args) => standinReady.parse(await start('standin', args, {})),
    startProduct: async (env) => {
      await Promise.all([start('web', [], env), start('worker', [], env)]);
    },
    stop: async () => {
      stopping = true;
      const [standin, ...product] = running;
      await Promise.all(product.map(end));
      if (standin) await end(standin);
    },
  };
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
