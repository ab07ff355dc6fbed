// `npm run demo`: from a fresh clone to a running dashboard, with nothing but Node and npm on the machine.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkNode, ensureBuilt, ensureInstalled, root } from './prepare.mjs';

checkNode();
ensureInstalled();
ensureBuilt();

const demo = spawn(process.execPath, [join(root, 'build/demo/main.js'), ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  // The channel carries nothing: when it breaks, the demo knows that this process is gone.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
// A Ctrl-C in a terminal reaches the demo by itself; a signal sent to this process alone is handed on. Either way
// this process stays until the demo has stopped everything, so that no child outlives the prompt.
process.on('SIGINT', () => undefined);
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
  process.on(signal, () => demo.kill(signal));
demo.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
