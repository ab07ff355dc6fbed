import { dayFromNumber } from '~/domain/iso-day';
import { backtestWords } from '~/insights/mix/backtest-words';
import { experimentWords, noExperimentWords } from '~/insights/mix/experiment-words';
import { mixWords } from '~/insights/mix/mix-words';
import { outcomeWords } from '~/insights/mix/outcome-words';
import type { Speaker } from '~/insights/mix/speaker';
import { daysPerRow, type FittedMarketingFile, type MixFit } from '~/services/fit-marketing-file';
import type { MmmOptions } from './mmm-options';

/**
 * The JSON of docs/models/mmm.md. Money in currency units; intervals are 90 %; `adstock` and `halfSaturation` are per row.
 * `timon budget` reads it back (services/fit-document).
 */
export function mmmDocument(
  result: FittedMarketingFile,
  { seed, currency }: MmmOptions,
  say: Speaker,
  seconds: number,
): object {
  const { mix, series, warnings } = result;
  const days = daysPerRow(series.granularity);
  const rows = series.revenue.length;
  const head = {
    status: mix.status,
    granularity: series.granularity,
    seed,
    engineVersion: result.engineVersion,
    seconds,
    currency,
    country: series.country,
    period: {
      from: dayFromNumber(series.firstDay),
      to: dayFromNumber(series.firstDay + rows * days - 1),
      rows,
    },
    warnings,
  };
  if (mix.status !== 'fitted') {
    const { what, advice } = outcomeWords(mix, say);
    const { status: _, ...outcome } = mix;
    const readyOn = 'readyOn' in mix ? { readyOn: dayFromNumber(mix.readyOn) } : {};
    return { ...head, words: [what, advice], outcome: { ...outcome, ...readyOn }, channels: [] };
  }
  const words = mixWords(mix, say);
  const past = backtestWords(result.backtest, series.granularity, say);
  return {
    ...head,
    revenue: mix.revenue,
    words: [words.baseline, ...words.pairs, ...words.joined, ...words.history],
    channels: [...channelObjects(mix, words), ...silentObjects(mix, words)],
    baseline: mix.baseline,
    pairs: mix.pairs,
    joined: mix.joined,
    noise: mix.noise,
    backtest:
      result.backtest === null
        ? null
        : {
            ...result.backtest,
            folds: result.backtest.folds.map(({ cutDay, ...fold }) => ({
              from: dayFromNumber(cutDay),
              ...fold,
            })),
            words: [past.overall, past.coverage, ...past.folds, past.caution],
          },
    experiments: result.experiments.map((proposal) => ({
      ...proposal,
      words: Object.values(experimentWords(proposal, say)).filter((text) => text !== null),
    })),
    experimentWords: result.experiments.length === 0 ? noExperimentWords(say) : null,
    preview:
      result.preview === null ? null : { method: result.preview.method, channels: result.preview.channels },
    diagnostics: mix.diagnostics,
    rows: rowColumns(result, mix),
    draws: {
      count: mix.draws.count,
      baselineTotals: [...mix.draws.baselineTotals],
      channels: mix.draws.channels.map(({ name, curve, roas }) => ({
        name,
        roas: [...roas],
        beta: [...curve.beta],
        theta: [...curve.theta],
        halfSaturation: [...curve.halfSaturation],
        slope: [...curve.slope],
      })),
    },
  };
}

function channelObjects(mix: MixFit, words: ReturnType<typeof mixWords>): object[] {
  return mix.channels.map(({ curve, verdicts, ...channel }, i) => ({
    ...channel,
    verdict: verdicts[0]?.code,
    verdicts,
    words: words.channels[i]?.text,
    curve:
      curve === null
        ? null
        : {
            level: curve.level,
            triedUntil: curve.triedUntil,
            dailySpend: [...curve.dailySpend],
            mean: [...curve.mean],
            low: [...curve.low],
            high: [...curve.high],
          },
  }));
}

/** A channel without spend: it brought nothing, and nothing else is known. */
function silentObjects(mix: MixFit, words: ReturnType<typeof mixWords>): object[] {
  return mix.silent.map(({ name, verdicts }, i) => {
    const nothing = { mean: 0, low: 0, high: 0, level: 0.9 };
    const said = words.silent[i];
    return {
      name,
      spend: 0,
      currentDailySpend: 0,
      contribution: nothing,
      share: nothing,
      roas: null,
      marginalRoas: null,
      adstock: null,
      halfSaturation: null,
      slope: null,
      learning: 0,
      hasEvidence: false,
      verdict: verdicts[0]?.code,
      verdicts,
      words: said === undefined ? '' : `${said.says} ${said.advice}`,
      curve: null,
    };
  });
}

/** Posterior means row by row: baseline and contributions add up to `fitted`. */
function rowColumns({ series }: FittedMarketingFile, mix: MixFit): object {
  const { decomposition, joined } = mix;
  const spendOf = (name: string): number[] => {
    const members = joined.find((each) => each.name === name)?.names ?? [name];
    const columns = series.channels.filter((channel) => members.includes(channel.name));
    return Array.from(series.revenue, (_, t) => columns.reduce((sum, { spend }) => sum + (spend[t] ?? 0), 0));
  };
  return {
    revenue: [...series.revenue],
    fitted: [...decomposition.fitted],
    baseline: [...decomposition.baseline],
    channels: [
      ...mix.channels.map(({ name }, i) => ({
        name,
        spend: spendOf(name),
        contribution: [...(decomposition.contributions[i] ?? [])],
      })),
      ...mix.silent.map(({ name }) => ({ name, spend: spendOf(name), contribution: spendOf(name) })),
    ],
  };
}
