// Brings the two programs that tests need and npm does not carry: a Redis server and a Chromium.
// Plain JavaScript without dependencies: it may run before `npm ci`. Where a program cannot be had it throws; a suite
// must fail loudly rather than leave a part of itself out.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const CACHE = fileURLToPath(new URL('../../.cache/system', import.meta.url));
const MINUTES = 60_000;

/**
 * @returns {Promise<string>} path of a redis-server
 * @throws when there is none and none can be fetched
 */
export function ensureRedisBinary() {
  return ensureProgram({
    what: 'a Redis server',
    given: 'TIMON_REDIS_SERVER',
    commands: ['redis-server', 'valkey-server'],
    debianPackage: 'redis-server',
    // The program is in redis-tools; redis-server is a link to it. The rest is what it is linked with beyond the base
    // system.
    unpackPackages: ['redis-server', 'redis-tools', 'libjemalloc2', 'liblzf1', 'libatomic1'],
    unpackedCommand: 'redis-server',
    advice: 'Install it (Debian: apt-get install redis-server) or set TIMON_REDIS_SERVER to its path.',
  });
}

/**
 * @returns {Promise<string>} path of a Chromium
 * @throws when there is none and none can be fetched
 */
export function ensureChromium() {
  return ensureProgram({
    what: 'a Chromium',
    given: 'TIMON_CHROMIUM',
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    debianPackage: 'chromium',
    // Unpacking a browser with its hundred libraries is not worth the trouble: the advice names another way.
    unpackPackages: [],
    unpackedCommand: 'chromium',
    advice:
      'Install it (Debian: apt-get install chromium), or set TIMON_CHROMIUM to the path of any Chrome or Chromium ' +
      '(the npm package @sparticuz/chromium unpacks one for x86-64 Linux).',
  });
}

/** @param {Parameters<typeof findOrFetch>[0]} program */
async function ensureProgram(program) {
  return findOrFetch(program);
}

/**
 * @param {{ what: string, given: string, commands: string[], debianPackage: string, unpackPackages: string[],
 *   unpackedCommand: string, advice: string }} program
 */
function findOrFetch(program) {
  const given = process.env[program.given];
  if (given) {
    if (runs(given)) return given;
    throw new Error(`${program.given} is ${given}, which does not run`);
  }
  const found = onPath(program.commands);
  if (found) return found;
  const unpacked = path.join(CACHE, program.debianPackage);
  const cached = unpackedProgram(program, unpacked);
  if (cached) return cached;

  /** @type {string[]} */
  const tried = [];
  if (process.getuid?.() === 0 && onPath(['apt-get'])) {
    const installed =
      tryRun(tried, 'apt-get', ['update']) &&
      tryRun(tried, 'apt-get', ['install', '-y', '--no-install-recommends', program.debianPackage]);
    const now = installed ? onPath(program.commands) : undefined;
    if (now) return now;
  }
  if (program.unpackPackages.length > 0 && onPath(['apt-get']) && onPath(['dpkg'])) {
    unpack(tried, program, unpacked);
    const now = unpackedProgram(program, unpacked);
    if (now) return now;
  }
  const attempts =
    tried.length === 0
      ? 'It cannot be fetched here: that takes apt-get, and for a browser root.'
      : tried.join('\n');
  throw new Error(
    `${program.what} is needed to run this suite and is not here. ${program.advice}\n${attempts}`,
  );
}

/** @param {string[]} commands */
function onPath(commands) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/usr/local/bin'];
  return folders
    .flatMap((folder) => commands.map((command) => path.join(folder, command)))
    .find((file) => existsSync(file) && statSync(file).isFile());
}

/** @param {string} file */
function runs(file) {
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: MINUTES }).status === 0;
}

/** @param {{ unpackedCommand: string }} program @param {string} folder */
function unpackedProgram({ unpackedCommand }, folder) {
  const file = path.join(folder, unpackedCommand);
  return existsSync(file) && runs(file) ? file : undefined;
}

/** @param {string[]} tried @param {string} command @param {string[]} args @param {string} [cwd] */
function tryRun(tried, command, args, cwd) {
  const { status, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 10 * MINUTES,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    ...(cwd === undefined ? {} : { cwd }),
  });
  if (status !== 0) {
    tried.push(`${command} ${args.join(' ')} failed: ${(error?.message ?? stderr).trim().slice(-400)}`);
  }
  return status === 0;
}

/**
 * Without root: the packages are fetched and unpacked, not installed, and a script starts the program with its own
 * libraries.
 * @param {string[]} tried
 * @param {{ unpackPackages: string[], unpackedCommand: string }} program
 * @param {string} folder
 */
function unpack(tried, { unpackPackages, unpackedCommand }, folder) {
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  for (const name of unpackPackages) tryRun(tried, 'apt-get', ['download', name], partial);
  for (const file of readdirSync(partial).filter((entry) => entry.endsWith('.deb'))) {
    if (tryRun(tried, 'dpkg', ['-x', file, '.'], partial)) rmSync(path.join(partial, file));
  }
  const script = `#!/bin/sh
here=$(dirname "$0")
LD_LIBRARY_PATH=$(echo "$here"/usr/lib/*-linux-gnu) exec "$here/usr/bin/${unpackedCommand}" "$@"
`;
  writeFileSync(path.join(partial, unpackedCommand), script, { mode: 0o755 });
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(`Redis: ${await ensureRedisBinary()}`);
    console.log(`Chromium: ${await ensureChromium()}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
