import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Virtual environment, orders and answers of the comparison; git does not see it. */
export const CACHE = fileURLToPath(new URL('../../.cache/peers/', import.meta.url));

const REQUIREMENTS = fileURLToPath(new URL('requirements.txt', import.meta.url));
const SCRIPT = fileURLToPath(new URL('lifetimes_peer.py', import.meta.url));

const ENVIRONMENT = join(CACHE, 'venv');
const PYTHON =
  process.platform === 'win32'
    ? join(ENVIRONMENT, 'Scripts', 'python.exe')
    : join(ENVIRONMENT, 'bin', 'python');
/** Written last: an environment without it, or with other requirements in it, is made anew. */
const STAMP = join(ENVIRONMENT, 'installed-requirements.txt');

/** One thread, so that waiting threads do not count as work. */
const ONE_THREAD = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };

/** Makes the environment where it is missing. Returns `null`, or a sentence why there is none on this machine. */
export function prepareLifetimes(): string | null {
  const wanted = readFileSync(REQUIREMENTS, 'utf8');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return null;
  const system = ['python3.11', 'python3', 'python'].find(
    (name) => run(name, ['-c', 'import sys, venv; sys.exit(sys.version_info < (3, 11))']).status === 0,
  );
  if (system === undefined) return 'Python 3.11 or newer, with its venv module, is not on this machine';
  rmSync(ENVIRONMENT, { recursive: true, force: true });
  mkdirSync(CACHE, { recursive: true });
  const made = run(system, ['-m', 'venv', ENVIRONMENT]);
  if (made.status !== 0) return `Python could not make a virtual environment (${lastLine(made)})`;
  const installed = run(PYTHON, [
    ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'],
    ...['--retries', '1', '--timeout', '15', '--requirement', REQUIREMENTS],
  ]);
  if (installed.status !== 0) {
    return `the package index is out of reach or lacks a pinned version (${lastLine(installed)})`;
  }
  writeFileSync(STAMP, wanted);
  return null;
}

/**
 * Runs one command of `lifetimes_peer.py` and returns the JSON that it wrote, unchecked.
 * @throws Error with the script's own words when it fails
 */
export function askLifetimes(command: string, ordersFile: string, now: string, number: number): unknown {
  const answer = join(CACHE, 'answer.json');
  const done = run(PYTHON, [SCRIPT, command, ordersFile, now, String(number), answer]);
  if (done.status !== 0) throw new Error(`lifetimes_peer.py ${command} failed:\n${done.stderr}`);
  const json: unknown = JSON.parse(readFileSync(answer, 'utf8'));
  rmSync(answer);
  return json;
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
