import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Piscina } from 'piscina';
import type { ColumnValuation, ValuationInput } from '~/engine/clv/value-customers';

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
  /** Threads alive now. */
  threads(): number;
  close(): Promise<void>;
}

const IDLE_MS = 30_000;

/** Threads for the fits, so that a worker goes on answering its queue while it computes. They start when needed. */
export function createFitPool({ threads, idleMs = IDLE_MS }: FitPoolOptions): FitPool {
  const pool = new Piscina<ValuationInput, ColumnValuation>({
    ...workerEntry(),
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleMs,
    // A queued fit waits: concurrency of jobs is the queue's business.
    maxQueue: Infinity,
  });
  return {
    valueCustomers(input, { signal } = {}) {
      const { customer, day, revenue, olderThanData } = input.orders;
      const columns = [customer, day, revenue, olderThanData].filter((column) => column != null);
      const buffers = columns.map(({ buffer }) => buffer);
      // Two columns may be views of one buffer; a shared one cannot be handed over.
      const transferList = [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
      return pool.run(input, { transferList, ...(signal === undefined ? {} : { signal }) });
    },
    threads: () => pool.threads.length,
    close: () => pool.destroy(),
  };
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
    const tsconfig = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));
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
