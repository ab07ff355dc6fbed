// `npm test`: the whole suite on a bare machine. Brings the packages, a Redis server and a browser, then runs vitest.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkNode, ensureBuilt, ensureInstalled, root } from '../demo/prepare.mjs';

checkNode();
ensureInstalled();
const run = (/** @type {string[]} */ args) =>
  spawnSync('npx', ['--no-install', ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
// Loud failure: a suite without Redis or a browser would prove less than it says.
const system = spawnSync(process.execPath, [join(root, 'tests/support/ensure-system.mjs')], {
  stdio: 'inherit',
});
if (system.status !== 0) process.exit(system.status ?? 1);
ensureBuilt();
const tests = run(['vitest', 'run', '-c', '.ci/vitest.config.ts', ...process.argv.slice(2)]);
process.exit(tests.status ?? 1);
