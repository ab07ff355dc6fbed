import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file in hexadecimal, as Prisma writes it to `_prisma_migrations`. */
  readonly checksum: string;
}

/**
 * The folder `prisma/`, seen from the source and from a bundle (`build/*.js`) alike.
 * @throws Error when no folder above this file holds one
 */
export function prismaFolder(): string {
  const start = path.dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'prisma');
    if (existsSync(path.join(candidate, 'migrations', 'migration_lock.toml'))) return candidate;
    if (folder === path.dirname(folder)) throw new Error(`no prisma/migrations above ${start}`);
  }
}

/** All migrations, oldest first. */
export function readMigrations(): Migration[] {
  const folder = path.join(prismaFolder(), 'migrations');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}
