import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { ColumnValuation, ValuationInput } from '~/engine/clv/value-customers';
import type { MixTasks } from '~/services/fit-mix';
import type * as tasks from './fit.worker';

interface FitPoolOptions {
  /** Fits at a time. */
  readonly threads: number;
  /** A thread without work ends after this time and gives its memory back. Default 30 s. */
  readonly idleMs?: number;
}

export interface FitPool {
  /**
   * `valueCustomerColumns` of the engine in a thread of its own. The number columns of `input.orders` are handed over
   * when it starts, not copied: the caller cannot read them afterwards. Those of the answer come back the same way.
   *
   * @throws AbortError when `signal` aborts; the thread is stopped
   */
  valueCustomers(
    input: ValuationInput,
    options?: { readonly signal?: AbortSignal },
  ): Promise<ColumnValuation>;
  /** Steps of a mix fit; aborting `signal` stops their threads. */
  mixTasks(signal?: AbortSignal): MixTasks;
  /** Threads alive now. */
  threads(): number;
  close(): Promise<void>;
}

const IDLE_MS = 30_000;

/** Threads for the fits, so that a worker goes on answering its queue while it computes. They start when needed. */
export function createFitPool({ threads, idleMs = IDLE_MS }: FitPoolOptions): FitPool {
  const pool = new Piscina({
    ...workerEntry(),
    // A thread loads its entry by looking for this export.
    name: 'valueCustomers' satisfies keyof Tasks,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleMs,
    // A queued fit waits: concurrency of jobs is the queue's business.
    maxQueue: Infinity,
  });
  /** A task by its export's name: the types of the worker are the types here. */
  const run = async <Name extends keyof Tasks>(
    name: Name,
    input: Parameters<Tasks[Name]>[0],
    { signal, transferList = [] }: TaskOptions = {},
  ): Promise<ReturnType<Tasks[Name]>> =>
    (await pool.run(input, {
      name,
      transferList,
      ...(signal === undefined ? {} : { signal }),
    })) as ReturnType<Tasks[Name]>;

  return {
    valueCustomers(input, { signal } = {}) {
      const { customer, day, revenue, olderThanData } = input.orders;
      const columns = [customer, day, revenue, olderThanData].filter((column) => column != null);
      const buffers = columns.map(({ buffer }) => buffer);
      // Two columns may be views of one buffer; a shared one cannot be handed over.
      const transferList = [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
      return run('valueCustomers', input, { signal, transferList });
    },
    mixTasks: (signal) => ({
      preview: (series, options) => run('previewMix', { series, options }, { signal }),
      prepare: (series, options) => run('prepareMix', { series, options }, { signal }),
      async sample(prepared, seed, effort, onProgress) {
        const { port1, port2 } = new MessageChannel();
        port1.on('message', onProgress);
        try {
          return await run(
            'sampleChain',
            { prepared, seed, effort, progress: port2 },
            { signal, transferList: [port2] },
          );
        } finally {
          port1.close();
        }
      },
      summarise: (prepared, chains) => run('summariseMix', { prepared, chains }, { signal }),
      backtest: (series, options) => run('backtest', { series, options }, { signal }),
      experiments: (fit, series) => run('experiments', { fit, series }, { signal }),
    }),
    threads: () => pool.threads.length,
    close: () => pool.destroy(),
  };
}

type Tasks = typeof tasks;

interface TaskOptions {
  readonly signal?: AbortSignal | undefined;
  readonly transferList?: NonNullable<Parameters<Piscina['run']>[1]>['transferList'];
}

interface WorkerEntry {
  readonly filename: string;
  readonly execArgv?: string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** The source beside this file (development, tests), or what the build made of it beside the bundle. */
function workerEntry(): WorkerEntry {
  const source = new URL('./fit.worker.ts', import.meta.url);
  if (existsSync(source)) {
    const tsx = createRequire(import.meta.url).resolve('tsx');
    const tsconfig = fileURLToPath(new URL('../../../tsconfig.json', import.meta.url));
    return {
      filename: fileURLToPath(source),
      execArgv: ['--import', pathToFileURL(tsx).href],
      // tsx finds the meaning of `~` in the tsconfig of the working directory unless told.
      env: { ...process.env, TSX_TSCONFIG_PATH: tsconfig },
    };
  }
  const built = ['./workers/fit.js', '../workers/fit.js']
    .map((place) => new URL(place, import.meta.url))
    .find((place) => existsSync(place));
  if (built === undefined)
    throw new Error('the build is incomplete: workers/fit.js is missing. Build again.');
  return { filename: fileURLToPath(built) };
}
