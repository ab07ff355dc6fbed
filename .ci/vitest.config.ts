import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Four projects, one run:
 *  - pure: engine, domain, insights, pure helpers. No server, no database.
 *  - server: everything that talks to PostgreSQL, Redis or the stand-ins.
 *  - ui: components in jsdom.
 *  - e2e: the built product in a real browser.
 */
export default defineConfig({
  root,
  resolve: { alias: { '~': `${root}app` } },
  ssr: { noExternal: ['fmin'] },
  test: {
    root,
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          server: { deps: { inline: ['fmin'] } },
          include: ['app/**/*.test.ts', 'demo/**/*.test.ts', '.ci/**/*.test.ts'],
          exclude: ['app/**/*.server.test.ts', 'app/data/**', 'app/jobs/**', 'app/services/**'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          environment: 'node',
          server: { deps: { inline: ['fmin'] } },
          globalSetup: ['tests/support/global-setup.ts'],
          include: [
            'app/**/*.server.test.ts',
            'app/data/**/*.test.ts',
            'app/jobs/**/*.test.ts',
            'app/services/**/*.test.ts',
            'tests/standins/**/*.test.ts',
            'tests/server/**/*.test.ts',
          ],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          environment: 'jsdom',
          include: ['app/**/*.test.tsx'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          server: { deps: { inline: ['fmin'] } },
          globalSetup: ['tests/support/global-setup.ts'],
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
