/**
 * Generates the Prisma client without a network: `tsx prisma/generate.ts`.
 *
 * The Prisma command looks for its schema engine binary (a download) even where it does not use it, as here.
 * Pointing it at any executable keeps it from going online.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const prismaPackage = createRequire(import.meta.url).resolve('prisma/package.json');
const command = path.join(path.dirname(prismaPackage), 'build', 'index.js');
const schema = fileURLToPath(new URL('schema.prisma', import.meta.url));

const { status } = spawnSync(process.execPath, [command, 'generate', '--schema', schema, '--no-hints'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
});
process.exitCode = status ?? 1;
