import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Virtual environments, inputs and answers of the comparisons; git does not see it. */
export const CACHE = fileURLToPath(new URL('../../.cache/peers/', import.meta.url));

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** One thread a process, so that waiting threads do not count as work. */
const ONE_THREAD = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };

export interface PythonEnvironment {
  /** Makes it where it is missing. Returns `null`, or a sentence why there is none on this machine. */
  readonly prepare: () => string | null;
  /**
   * Runs a script of this folder that writes JSON to its last argument, and returns that, unchecked.
   * @throws Error with the script's own words when it fails
   */
  readonly ask: (script: string, args: readonly string[]) => unknown;
}

/**
 * @param folder of the environment in the cache
 * @param requirementsFile in this folder
 */
export function pythonEnvironment(folder: string, requirementsFile: string): PythonEnvironment {
  const requirements = join(HERE, requirementsFile);
  const environment = join(CACHE, folder);
  const python =
    process.platform === 'win32'
      ? join(environment, 'Scripts', 'python.exe')
      : join(environment, 'bin', 'python');
  /** Written last: an environment without it, or with other requirements in it, is made anew. */
  const stamp = join(environment, 'installed-requirements.txt');
  return {
    prepare: () => {
      const wanted = readFileSync(requirements, 'utf8');
      if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return null;
      const system = ['python3.11', 'python3', 'python'].find(
        (name) => run(name, ['-c', 'import sys, venv; sys.exit(sys.version_info < (3, 11))']).status === 0,
      );
      if (system === undefined) return 'Python 3.11 or newer, with its venv module, is not on this machine';
      rmSync(environment, { recursive: true, force: true });
      mkdirSync(CACHE, { recursive: true });
      const made = run(system, ['-m', 'venv', environment]);
      if (made.status !== 0) return `Python could not make a virtual environment (${lastLine(made)})`;
      const installed = run(python, [
        ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'],
        ...['--retries', '1', '--timeout', '15', '--requirement', requirements],
      ]);
      if (installed.status !== 0) {
        return `the package index is out of reach or lacks a pinned version (${lastLine(installed)})`;
      }
      writeFileSync(stamp, wanted);
      return null;
    },
    ask: (script, args) => {
      const answer = join(CACHE, `${folder}-answer.json`);
      const done = run(python, [join(HERE, script), ...args, answer]);
      if (done.status !== 0) throw new Error(`${script} ${args[0] ?? ''} failed:\n${done.stderr}`);
      const json: unknown = JSON.parse(readFileSync(answer, 'utf8'));
      rmSync(answer);
      return json;
    },
  };
}

function run(command: string, args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...ONE_THREAD },
  });
}

function lastLine({ stderr }: SpawnSyncReturns<string>): string {
  return stderr.trim().split('\n').at(-1) ?? '';
}
