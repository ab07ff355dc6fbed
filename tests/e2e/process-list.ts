import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { until } from './until';

interface ListedProcess {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  /** `Z` for one that has ended and waits for its parent to look. */
  readonly state: string;
  readonly command: string;
}

/** The process, those of its group and all that descend from them: what it has started, orphans of its group too. */
export function familyOf(pid: number): readonly number[] {
  const all = listProcesses();
  const family = [...new Set([pid, ...all.filter(({ group }) => group === pid).map((one) => one.pid)])];
  // Children follow their parents in the list that grows while it is walked.
  for (const parent of family) {
    const children = all.filter((one) => one.parent === parent && !family.includes(one.pid));
    family.push(...children.map((one) => one.pid));
  }
  return family;
}

/** Waits until none of the processes lives. */
export async function allGone(pids: readonly number[], withinMs: number): Promise<void> {
  const left = (): readonly ListedProcess[] =>
    listProcesses().filter(({ pid, state }) => pids.includes(pid) && !state.startsWith('Z'));
  await until(
    () => left().length === 0,
    withinMs,
    () =>
      `still there: ${left()
        .map(({ command }) => command)
        .join('\n')}`,
  );
}

function listProcesses(): readonly ListedProcess[] {
  // A bare Linux need not have ps.
  return process.platform === 'linux' ? readProc() : askPs();
}

function readProc(): readonly ListedProcess[] {
  return readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return [];
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      // The name, in brackets, may itself hold brackets and spaces.
      const [state = '', parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const command = readFileSync(`/proc/${entry}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return [{ pid: Number(entry), parent: Number(parent), group: Number(group), state, command }];
    } catch {
      return []; // It has ended since.
    }
  });
}

function askPs(): readonly ListedProcess[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,pgid=,stat=,args='], { encoding: 'utf8' });
  return stdout.split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line);
    if (!match) return [];
    const [, pid, parent, group, state = '', command = ''] = match;
    return [{ pid: Number(pid), parent: Number(parent), group: Number(group), state, command }];
  });
}
