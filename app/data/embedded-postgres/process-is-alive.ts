import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export function processIsAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** After a restart of the machine the number in a stale pid file may belong to a stranger. */
export function processIsPostgres(pid: number): boolean {
  if (!processIsAlive(pid)) return false;
  return commandOf(pid).includes('postgres');
}

function commandOf(pid: number): string {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/comm`, 'utf8');
    } catch {
      return '';
    }
  }
  // Windows has no ps: believe the pid file there.
  if (process.platform === 'win32') return 'postgres';
  return spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).stdout;
}
