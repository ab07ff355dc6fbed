import { build } from 'esbuild';
import { rm } from 'node:fs/promises';

/**
 * Bundles the Node entries (web, worker, migrations, command line, demo) beside the Remix build in `build/`.
 * Packages stay external and load from node_modules; fmin is inlined because its ES source cannot be loaded by Node.
 */
const inlined = new Set(['fmin']);

await Promise.all(
  ['web.js', 'worker.js', 'migrate.js', 'timon.js', 'workers', 'demo'].map((entry) =>
    rm(`build/${entry}`, { recursive: true, force: true }),
  ),
);
await build({
  entryPoints: [
    { in: 'app/web.server.ts', out: 'web' },
    { in: 'app/worker.server.ts', out: 'worker' },
    { in: 'prisma/migrate.ts', out: 'migrate' },
    { in: 'app/cli/timon.ts', out: 'timon' },
    { in: 'app/jobs/fits/fit.worker.ts', out: 'workers/fit' },
    { in: 'demo/main.ts', out: 'demo/main' },
    { in: 'demo/standin.ts', out: 'demo/standin' },
    { in: 'demo/web.ts', out: 'demo/web' },
    { in: 'demo/worker.ts', out: 'demo/worker' },
  ],
  outdir: 'build',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
  plugins: [
    {
      name: 'external-packages',
      setup(pluginBuild) {
        pluginBuild.onResolve({ filter: /^[^./~]/ }, (args) => {
          if (args.kind === 'entry-point') return undefined;
          const name = args.path.split('/')[0] ?? args.path;
          return inlined.has(name) ? undefined : { path: args.path, external: true };
        });
      },
    },
  ],
});

// The demo's stub of App Bridge runs in the browser.
await build({
  entryPoints: [{ in: 'demo/app-bridge-stub.ts', out: 'demo/app-bridge-stub' }],
  outdir: 'build',
  bundle: true,
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  logLevel: 'warning',
});
