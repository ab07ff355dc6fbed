import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty folder for the demo's data. Root hands PostgreSQL to an ordinary user, who must be able to walk in. */
export function makeDataFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'timon-e2e-'));
  chmodSync(dir, 0o755);
  return dir;
}
