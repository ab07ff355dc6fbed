import { dayFromNumber } from '~/domain/iso-day';
import type { Estimate } from '~/domain/estimate';
import { backtestWords } from '~/insights/mix/backtest-words';
import { experimentWords, noExperimentWords } from '~/insights/mix/experiment-words';
import { mixWords } from '~/insights/mix/mix-words';
import { outcomeWords } from '~/insights/mix/outcome-words';
import type { Speaker } from '~/insights/mix/speaker';
import { daysPerRow, type FittedMarketingFile, type MixFit } from '~/services/fit-marketing-file';
import { LABELS } from './mmm-labels';
import type { MmmOptions } from './mmm-options';
import { textTable } from './text-table';

/** What a person at a terminal wants first: what each channel brings, what the next euro brings, and how sure that is. */
export function* mmmTableLines(
  result: FittedMarketingFile,
  options: MmmOptions,
  say: Speaker,
  seconds: number,
): Generator<string> {
  const { mix, series, warnings } = result;
  const labels = LABELS[options.language];
  const rows = series.revenue.length;
  const last = series.firstDay + rows * daysPerRow(series.granularity) - 1;
  yield labels.period[series.granularity](
    say.number(rows),
    say.day(dayFromNumber(series.firstDay)),
    say.day(dayFromNumber(last)),
  );
  for (const warning of warnings) {
    const place = warning.column === null ? labels.row(warning.firstRow) : `"${warning.column}"`;
    yield `  ${place}: ${options.language === 'es' ? warning.spanishAdvice : warning.advice}`;
  }
  yield '';
  if (mix.status === 'fitted') yield* fitLines(result, mix, options, say);
  else yield* Object.values(outcomeWords(mix, say));
  yield '';
  yield labels.took(say.number(seconds));
}

function* fitLines(
  { backtest, experiments, series: { granularity } }: FittedMarketingFile,
  mix: MixFit,
  { language, file }: MmmOptions,
  say: Speaker,
): Generator<string> {
  const labels = LABELS[language];
  const words = mixWords(mix, say);
  yield words.baseline;
  yield '';
  yield* textTable(
    labels.columns,
    mix.channels.map((channel) => channelCells(channel, labels, say)),
    'words',
  );
  yield '';
  yield labels.intervals;
  for (const { name, headline, figures, advice, more } of words.channels) {
    yield '';
    yield `${name}: ${headline}`;
    for (const sentence of figures) yield `  ${sentence}`;
    yield `  ${advice}`;
    for (const { says, advice: also } of more) yield `  ${says} ${also}`;
  }
  for (const { says, advice } of words.silent) yield* ['', `${says} ${advice}`];
  const notes = [...words.pairs, ...words.joined, ...words.history];
  if (notes.length > 0) yield* ['', ...notes];

  const past = backtestWords(backtest, granularity, say);
  yield* ['', labels.backtest, `  ${past.overall}`];
  for (const line of [past.coverage, ...past.folds, past.caution]) if (line !== '') yield `  ${line}`;

  yield* ['', labels.experiment];
  const [first] = experiments;
  const proposal = first ? Object.values(experimentWords(first, say)) : [noExperimentWords(say)];
  for (const line of proposal) if (line !== null) yield `  ${line}`;
  if (file !== '-') yield* ['', labels.next(file)];
}

function channelCells(
  {
    name,
    currentDailySpend,
    roas,
    marginalRoas,
    learning,
    hasEvidence,
    verdicts,
  }: MixFit['channels'][number],
  labels: (typeof LABELS)['en'],
  say: Speaker,
): readonly string[] {
  const range = ({ mean, low, high }: Estimate): string =>
    `${say.number(mean)} (${say.number(low)} – ${say.number(high)})`;
  // Without evidence the figures are the prior's, of half a pair nobody's: in a table they would be taken for findings.
  const told = hasEvidence && verdicts.every(({ code }) => code !== 'collinear');
  return [
    name,
    say.money(currentDailySpend),
    told ? range(roas) : '–',
    told && marginalRoas !== null ? range(marginalRoas) : '–',
    say.percent(Math.max(0, learning)),
    labels.verdicts[verdicts[0]?.code ?? 'no-evidence'],
  ];
}
