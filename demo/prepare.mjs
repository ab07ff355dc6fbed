// Runs before anything is installed: plain Node, no package. Brings a fresh clone to the point where the product runs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
// Whole, not by name: a Node too old to have one of the names would fail here, before it is told that it is too old.
import * as fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

export const root = fileURLToPath(new URL('..', import.meta.url));

const OLDEST_NODE = [20, 19];
const INSTALL_BYTES = 2_000_000_000;
const RUN_BYTES = 300_000_000;

/** Prints what went wrong and what to do, and ends the process: a stack trace would only hide the sentence. */
export function fail(/** @type {string} */ what, /** @type {string} */ todo) {
  console.error(`\n  ✖ ${what}\n    ${todo}\n`);
  process.exit(1);
}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldMajor = 0, oldMinor = 0] = OLDEST_NODE;
  if (major > oldMajor || (major === oldMajor && minor >= oldMinor)) return;
  fail(
    `Node ${process.versions.node} is too old: Timón needs ${OLDEST_NODE.join('.')} or newer.`,
    'Install the current LTS from https://nodejs.org and run the command again.',
  );
}

/** Installs the locked packages when they are missing or belong to another lock file. */
export function ensureInstalled() {
  const stamp = join(root, 'node_modules', '.timon-installed');
  const lock = hashFiles([join(root, 'package-lock.json')]);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lock) {
    checkDisk(RUN_BYTES);
    return;
  }
  checkDisk(INSTALL_BYTES);
  console.log('  Installing packages (once, about a minute) ...');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) explainInstallFailure(npm.stderr || String(npm.error ?? ''));
  fs.writeFileSync(stamp, lock);
}

/** Builds when a source file is newer than the last build, by content stamp of names, sizes and times. */
export function ensureBuilt() {
  const stamp = join(root, 'build', '.stamp');
  const sources = hashTree();
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === sources) return;
  console.log('  Building (once, about half a minute) ...');
  const built = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (built.status !== 0) {
    console.error(built.stdout + built.stderr);
    fail(
      'The build failed; its output is above.',
      'If you changed code, mend it; else delete node_modules and run the command again.',
    );
  }
  fs.mkdirSync(join(root, 'build'), { recursive: true });
  fs.writeFileSync(stamp, sources);
}

function checkDisk(/** @type {number} */ needed) {
  const { bavail, bsize } = fs.statfsSync(root);
  if (bavail * bsize >= needed) return;
  fail(
    `Only ${Math.round((bavail * bsize) / 1e6)} MB of disk are free here; ${Math.round(needed / 1e6)} MB are needed.`,
    'Free some space and run the command again; nothing was changed.',
  );
}

function explainInstallFailure(/** @type {string} */ stderr) {
  console.error(stderr.split('\n').slice(-15).join('\n'));
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(stderr)) {
    fail(
      'The package registry cannot be reached.',
      'Check the network (or the proxy in ~/.npmrc) and run the command again.',
    );
  }
  if (/ENOSPC/.test(stderr)) fail('The disk is full.', 'Free about 2 GB and run the command again.');
  if (/EACCES|EPERM|EROFS/.test(stderr)) {
    fail('npm may not write here.', 'Run the command in a folder that belongs to you.');
  }
  fail('npm ci failed; its last words are above.', 'Mend what it names and run the command again.');
}

const SOURCES = ['app', 'bot', 'demo', 'prisma', 'tests/standins', '.ci'];
const SOURCE_FILES = ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];

function hashTree() {
  const files = SOURCES.flatMap((folder) =>
    fs.existsSync(join(root, folder))
      ? fs
          .readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
          .filter(
            (entry) =>
              entry.isFile() && !/generated/.test(entry.parentPath) && !/\.test\.tsx?$/.test(entry.name),
          )
          .map((entry) => join(entry.parentPath, entry.name))
      : [],
  );
  return hashFiles([...files.sort(), ...SOURCE_FILES.map((file) => join(root, file))]);
}

function hashFiles(/** @type {string[]} */ files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) {
    if (fs.existsSync(file) && fs.statSync(file).isFile())
      hash.update(file.slice(root.length)).update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}
