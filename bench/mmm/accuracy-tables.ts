import type { WorldKind } from '~/engine/simulate/marketing/world-presets';
import { fixed, printTable, shareOf, withError } from '../support/markdown';
import { meanWithError } from '../support/statistics';
import { sumOf } from './attribution';
import type { AttributionMeasures } from './measure-attribution';
import type { TriedWorld } from './world-trial';

export interface TriedKind {
  readonly kind: WorldKind;
  readonly worlds: readonly TriedWorld[];
}

const FARTHEST = 3;

export function printAttributions(worlds: readonly TriedWorld[]): void {
  printTable(
    `Credit: errors of all channels as a share of what media truly brought (the mean and the worst world); |ln(ROAS / truth)|, at most ln 10; error of marginal ROAS at today's spend, in shares; working channels whose truth lies in the 50 and 90 % ranges of contribution and the 90 % range of marginal ROAS; interval score of the 90 % range; Spearman's correlation of ROAS; credit given to dead channels.`,
    [
      ...['method', 'worlds', 'error of contributions', 'worst', 'media in all, off', '\\|ln ROAS\\| off'],
      ...[
        'marginal ROAS off',
        'in 50 %',
        'in 90 %',
        'marginal in 90 %',
        'interval score',
        'ranks',
        'to dead',
      ],
    ],
    methodsOf(worlds.flatMap(({ attributions }) => attributions)).map(({ method, all }) => {
      const over = (of: (one: AttributionMeasures) => number | null): string => {
        const values = all.map(of).filter((value) => value !== null);
        return values.length === 0 ? '-' : fixed(meanWithError(values).mean);
      };
      const { mean, error } = meanWithError(all.map(({ contributionError }) => contributionError));
      return [
        method,
        String(all.length),
        `${fixed(mean)} ± ${fixed(error)}`,
        fixed(Math.max(...all.map(({ contributionError }) => contributionError))),
        withError(meanWithError(all.map(({ totalOff }) => totalOff)), 3),
        fixed(meanWithError(all.flatMap(({ logErrors }) => logErrors)).mean),
        over(({ marginalError }) => marginalError),
        covered(all, ({ contributions }) => contributions, 'half'),
        covered(all, ({ contributions }) => contributions, 'most'),
        covered(all, ({ marginals }) => marginals, 'most'),
        over(({ intervalScore }) => intervalScore),
        over(({ ranks }) => ranks),
        over(({ deadCredit }) => deadCredit),
      ];
    }),
  );
}

/** In the order in which they first appear. */
export function methodsOf<T extends { readonly method: string }>(
  all: readonly T[],
): { readonly method: string; readonly all: readonly T[] }[] {
  const names = [...new Set(all.map(({ method }) => method))];
  return names.map((method) => ({ method, all: all.filter((one) => one.method === method) }));
}

function covered(
  all: readonly AttributionMeasures[],
  of: (one: AttributionMeasures) => AttributionMeasures['contributions'],
  which: 'half' | 'most',
): string {
  const found = all.map(of).filter((one) => one !== null);
  return shareOf(sumOf(found.map((one) => one[which])), sumOf(found.map(({ trials }) => trials)), 2);
}

export function printForecasts(kinds: readonly TriedKind[]): void {
  printTable(
    'Look back: the last four times 28 days forecast from what came before, given the spend. Errors as a share of revenue (WAPE); noise: what nobody can know.',
    ['worlds', 'mix', 'seasonal naive', 'noise', 'mix better', 'rows in 90 %', 'naive: rows in 90 %'],
    kinds.map(({ kind, worlds }) => {
      const forecasts = worlds.map(({ forecast }) => forecast).filter((one) => one !== null);
      const over = (of: (one: (typeof forecasts)[number]) => number): string =>
        fixed(meanWithError(forecasts.map(of)).mean);
      return [
        kind,
        over(({ mix }) => mix),
        over(({ naive }) => naive),
        over(({ noise }) => noise),
        `${forecasts.filter(({ mix, naive }) => mix < naive).length} of ${forecasts.length}`,
        over(({ mixCoverage }) => mixCoverage),
        over(({ naiveCoverage }) => naiveCoverage),
      ];
    }),
  );
}

export function printOutcomes(kinds: readonly TriedKind[]): void {
  printTable(
    'Outcomes. Processor seconds: preparation, four chains and summary.',
    [
      ...['worlds', 'fitted', 'not converged', 'negative baseline', 'refused'],
      ...['worst r-hat', 'least ESS', 'divergences', 'cpu s, mean', 'cpu s, most'],
    ],
    kinds.map(({ kind, worlds }) => {
      const count = (status: TriedWorld['status']): string =>
        String(worlds.filter((world) => world.status === status).length);
      const diagnostics = worlds.map((world) => world.diagnostics).filter((one) => one !== null);
      const seconds = worlds.map(({ cpuSeconds }) => cpuSeconds);
      return [
        kind,
        ...(['fitted', 'not-converged', 'negative-baseline', 'refused'] as const).map(count),
        fixed(Math.max(...diagnostics.map(({ rhat }) => rhat)), 4),
        fixed(Math.min(...diagnostics.map(({ ess }) => ess)), 0),
        String(sumOf(diagnostics.map(({ divergences }) => divergences))),
        fixed(meanWithError(seconds).mean, 1),
        fixed(Math.max(...seconds), 1),
      ];
    }),
  );
}

export function printFarthest(kinds: readonly TriedKind[]): void {
  const rows = kinds.flatMap(({ kind, worlds }) =>
    worlds
      .flatMap(({ task, attributions }) => {
        const own = attributions.find(({ method }) => method === 'Timón');
        const known = attributions.find(({ method }) => method === 'oracle');
        return own && known ? [{ seed: task.seed, own, known }] : [];
      })
      .sort((a, b) => b.own.contributionError - a.own.contributionError)
      .slice(0, FARTHEST)
      .map(({ seed, own, known }) => [
        kind,
        String(seed),
        fixed(own.contributionError),
        fixed(known.contributionError),
        fixed(own.totalOff),
        fixed(own.deadCredit),
      ]),
  );
  printTable(
    'Farthest from the truth.',
    ['worlds', 'seed', 'error of contributions', "oracle's", 'media in all, off', 'to dead'],
    rows,
  );
}
