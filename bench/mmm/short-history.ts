import { fileURLToPath } from 'node:url';
import type { Granularity } from '~/engine/mmm/marketing-series';
import type { WorldKind } from '~/engine/simulate/marketing/world-presets';
import { printTable, fixed, shareOf } from '../support/markdown';
import { runInProcesses } from '../support/process-pool';
import { meanWithError } from '../support/statistics';
import { sumOf } from './attribution';
import type { ShortTask, TriedShort } from './short-trial';

const WORKER = fileURLToPath(new URL('short-worker.ts', import.meta.url));
const PROCESSES = 2;
const ROWS = { daily: [30, 60, 90, 120, 180, 270, 365], weekly: [13, 25, 26, 40, 52, 78] } as const;

/** What is said of shops that have little history, and what would have been said where nothing is. */
export async function printShortHistories(
  kinds: readonly WorldKind[],
  granularities: readonly Granularity[],
  seeds: readonly number[],
  common: Pick<ShortTask, 'channels' | 'events'>,
): Promise<void> {
  for (const granularity of granularities) {
    const tasks = kinds.flatMap((kind) =>
      ROWS[granularity].flatMap((rows) =>
        seeds.map((seed): ShortTask => ({ kind, granularity, rows, seed, ...common })),
      ),
    );
    const tried = await runInProcesses<TriedShort>(WORKER, tasks, PROCESSES);
    printTable(
      `Little history, ${granularity}. A refusal was right where the mode that the model would have found was farther from the truth than equal ROI told the true total.`,
      [
        ...['worlds', 'rows', 'refused', 'stopped', 'fitted', 'with curves', 'error of contributions'],
        ...['equal ROI told the total', 'in 90 %', 'error had it not refused', 'refusal was right'],
      ],
      kinds.flatMap((kind) =>
        ROWS[granularity].map((rows) => {
          const some = tried.filter(({ task }) => task.kind === kind && task.rows === rows);
          const fitted = some.map(({ fit }) => fit).filter((fit) => fit !== null);
          const refused = some.filter(({ status }) => status === 'refused');
          const forced = refused.map(({ forcedError }) => forcedError ?? NaN);
          return [
            kind,
            String(rows),
            String(refused.length),
            String(some.length - refused.length - fitted.length),
            String(fitted.length),
            String(sumOf(fitted.map(({ curves }) => curves))),
            fitted.length === 0 ? '-' : fixed(meanWithError(fitted.map(({ error }) => error)).mean),
            fixed(meanWithError(some.map(({ equalError }) => equalError)).mean),
            shareOf(sumOf(fitted.map(({ held }) => held)), sumOf(fitted.map(({ trials }) => trials)), 2),
            forced.length === 0 ? '-' : fixed(meanWithError(forced).mean),
            refused.length === 0
              ? '-'
              : `${refused.filter(({ forcedError, equalError }) => (forcedError ?? 0) > equalError).length} of ${refused.length}`,
          ];
        }),
      ),
    );
  }
}
