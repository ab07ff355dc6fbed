import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { passDays } from './child';
import { DemoError } from './options';

const standinReady = z.object({
  url: z.string(),
  now: z.string(),
  shopName: z.string(),
  orders: z.number(),
  remarks: z.array(z.string()),
  /** Where the generated shop's marketing series lies. */
  marketing: z.object({ file: z.string(), country: z.string() }).nullable(),
  /** Until when days can be let pass; null where none are left to come. */
  replayEnd: z.iso.datetime().nullable(),
});
/** A process has done what it was asked for. */
const told = z.object({ done: z.literal(true) });
const failure = z.object({ error: z.string(), todo: z.string() });
type StandinReady = z.infer<typeof standinReady>;

export interface Processes {
  startStandin(args: readonly string[]): Promise<StandinReady>;
  /**
   * Web and worker; ready when both answer.
   * @param pass is called when somebody presses for days to pass, one call at a time
   */
  startProduct(env: Readonly<Record<string, string>>, pass: (days: number) => Promise<void>): Promise<void>;
  /** Tells every process how far its clock is ahead by now: Shopify's place first, so that no order lies in the future. */
  setAhead(ms: number): Promise<void>;
  /** Ends what was started: the product first, then Shopify's place. */
  stop(): Promise<void>;
}

const STOP_WITHIN_MS = 8_000;

/** The demo's child processes; each ends by itself when this one is gone. */
export function startProcesses(): Processes {
  const running = new Map<string, ChildProcess>();
  let stopping = false;
  let aheadMs = 0;

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
    running.set(name, child);
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
      start(name, args, env)
        .then(() => tellTime(name))
        .catch(() => undefined);
    }
  }

  /** Waits until the process has it. */
  function tellTime(name: string): Promise<void> {
    const child = running.get(name);
    return new Promise((resolve, reject) => {
      if (!child) {
        resolve();
        return;
      }
      const forget = (): void => void child.off('message', hear).off('exit', gone);
      const hear = (message: unknown): void => {
        if (!told.safeParse(message).success) return;
        forget();
        resolve();
      };
      const gone = (): void => {
        forget();
        reject(new Error(`the ${name} process has ended`));
      };
      child.on('message', hear).on('exit', gone).send({ aheadMs });
    });
  }

  return {
    startStandin: async (args) => standinReady.parse(await start('standin', args, {})),
    startProduct: async (env, pass) => {
      await Promise.all([start('web', [], env), start('worker', [], env)]);
      let passing = Promise.resolve();
      running.get('web')?.on('message', (message) => {
        const asked = passDays.safeParse(message);
        if (asked.success) passing = passing.then(() => pass(asked.data.passDays)).catch(console.error);
      });
    },
    setAhead: async (ms) => {
      aheadMs = ms;
      for (const name of ['standin', 'worker', 'web']) await tellTime(name);
    },
    stop: async () => {
      stopping = true;
      const [standin, ...product] = running.values();
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
