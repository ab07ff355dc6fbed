import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { chownSync } from 'node:fs';

const NOBODY = 65534;
// A program of util-linux: part of every Linux that is not cut down.
const UNSHARE = 'unshare';
const NAMESPACE = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];

/** How to run PostgreSQL, which refuses to run as root. */
export interface ServerUser {
  spawn(program: string, args: readonly string[], options: SpawnOptions): ChildProcess;
  /** Hands a file or folder that this process made to the user that the server runs as. */
  own(path: string): void;
}

/**
 * As a plain user: that user. As root: root inside a user namespace that shows it as `nobody`, so that files keep
 * their owner and any folder works; where namespaces are forbidden: `nobody` itself, who then must own the data
 * folder and be able to reach it and the programs.
 */
export function serverUser(): ServerUser {
  const keep = () => undefined;
  if (process.getuid?.() !== 0) {
    return { spawn: (program, args, options) => spawn(program, args, options), own: keep };
  }
  if (spawnSync(UNSHARE, [...NAMESPACE, 'true']).status === 0) {
    return {
      spawn: (program, args, options) => spawn(UNSHARE, [...NAMESPACE, program, ...args], options),
      own: keep,
    };
  }
  return {
    spawn: (program, args, options) => spawn(program, args, { ...options, uid: NOBODY, gid: NOBODY }),
    own: (path) => chownSync(path, NOBODY, NOBODY),
  };
}
