/**
 * Published series: contributions against published truth beside simpler methods, and the look back.
 * `npx tsx bench/mmm/public-series.ts`
 */
import { backtestMix } from '~/engine/mmm/backtest-mix';
import { fixed, printTable } from '../support/markdown';
import { equalRoi, rawOls, ridge } from './anchors';
import { sumOf, type Attribution, type ChannelClaim } from './attribution';
import { measureAttribution } from './measure-attribution';
import { modelAttribution } from './model-attribution';
import { readReferenceSeries, referenceSeriesMissing, type ReferenceSeries } from './reference-series';
import { mixRunner, tasksHere, timed, type MixOutcome } from './run-mix';

interface TriedSeries {
  readonly given: ReferenceSeries;
  readonly outcome: MixOutcome;
  readonly cpu: number;
  readonly attributions: readonly Attribution[];
}

const run = mixRunner(tasksHere);

if (referenceSeriesMissing()) {
  console.log('SKIPPED: the published series (../shared/data/mmm) are not on this machine');
} else {
  const tried: TriedSeries[] = [];
  for (const given of readReferenceSeries()) tried.push(await trySeries(given));
  printErrors(tried.filter(({ given }) => given.truth !== null));
  printChannels(tried);
  printLookBack(tried);
}

async function trySeries(given: ReferenceSeries): Promise<TriedSeries> {
  const { series, options, truth } = given;
  const { result: outcome, cpu } = await timed(() => run(series, options));
  const preview = ridge(series, options);
  return {
    given,
    outcome,
    cpu,
    attributions: [
      ...(outcome.status === 'fitted' ? [modelAttribution(outcome)] : []),
      ...(preview ? [preview] : []),
      rawOls(series, options),
      ...(truth ? [equalRoi(series, sumOf(truth.map(({ roas, spend }) => roas * spend)))] : []),
    ],
  };
}

function printErrors(all: readonly TriedSeries[]): void {
  printTable(
    'Against the published truth: errors of all channels as a share of what media truly brought; channels whose truth lies in the ranges.',
    [
      'series',
      'method',
      'error of contributions',
      'media in all, off',
      '\\|ln ROAS\\| off',
      'in 50 %',
      'in 90 %',
    ],
    all.flatMap(({ given, attributions }) =>
      attributions.map((attribution) => {
        const measures = measureAttribution(attribution, given.truth ?? []);
        const { contributions, logErrors } = measures;
        const held = (hits: number | undefined): string =>
          contributions ? `${hits ?? 0} of ${contributions.trials}` : '-';
        return [
          given.name,
          attribution.method,
          fixed(measures.contributionError),
          fixed(measures.totalOff),
          fixed(sumOf(logErrors) / logErrors.length),
          held(contributions?.half),
          held(contributions?.most),
        ];
      }),
    ),
  );
}

function printChannels(all: readonly TriedSeries[]): void {
  const methods = ['Timón', 'ridge', 'raw OLS'];
  printTable(
    'ROAS by channel; in brackets the 90 % range.',
    ['series', 'channel', 'truth', ...methods, 'verdicts'],
    all.flatMap(({ given, attributions, outcome }) =>
      given.series.channels.map(({ name, spend }) => [
        given.name,
        name,
        fixed(given.truth?.find((channel) => channel.name === name)?.roas, 2),
        ...methods.map((method) => {
          const claims = attributions.find((each) => each.method === method)?.channels;
          return roasOf(
            claims?.find((claim) => claim.name === name),
            sumOf(spend),
          );
        }),
        outcome.status === 'fitted'
          ? (outcome.channels
              .find((channel) => channel.name === name)
              ?.verdicts.map(({ code }) => code)
              .join(', ') ?? '-')
          : outcome.status,
      ]),
    ),
  );
}

function roasOf(claim: ChannelClaim | undefined, spend: number): string {
  if (!claim) return '-';
  const most = claim.ranges?.contribution.most;
  const range = most ? ` (${fixed(most.low / spend, 2)} to ${fixed(most.high / spend, 2)})` : '';
  return `${fixed(claim.contribution / spend, 2)}${range}`;
}

function printLookBack(all: readonly TriedSeries[]): void {
  printTable(
    'Look back (four times 28 days), gates and processor seconds of the fit.',
    [
      ...['series', 'outcome', 'r-hat', 'ESS', 'divergences', 'cpu s', 'baseline'],
      ...['WAPE', 'seasonal naive', 'rows in 90 %'],
    ],
    all.map(({ given, outcome, cpu }) => {
      const backtest = backtestMix(given.series, given.options);
      const diagnostics = outcome.status === 'refused' ? null : outcome.diagnostics;
      const share = outcome.status === 'fitted' ? outcome.baseline.share : null;
      return [
        given.name,
        outcome.status,
        fixed(diagnostics?.rhat, 4),
        fixed(diagnostics?.ess, 0),
        fixed(diagnostics?.divergences, 0),
        fixed(cpu, 1),
        share ? `${fixed(share.mean, 2)} (${fixed(share.low, 2)} to ${fixed(share.high, 2)})` : '-',
        fixed(backtest?.mix.wape),
        fixed(backtest?.naive.wape),
        fixed(backtest?.mix.coverage, 2),
      ];
    }),
  );
}
