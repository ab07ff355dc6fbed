import { fitMarketingFile, type MixProgress } from '~/services/fit-marketing-file';
import { BAD_INPUT, TOO_LITTLE_DATA } from './exit-codes';
import { faultLines } from './fault-lines';
import type { Terminal } from './file-command';
import type { Language } from './language';
import { mmmCsvLines } from './mmm-csv';
import { mmmDocument } from './mmm-document';
import { readMmmOptions, type MmmOptions } from './mmm-options';
import { mmmTableLines } from './mmm-table';
import { moneySpeaker } from './money-speaker';
import { statusLine } from './status-line';
import { usage } from './usage';
import { writeAnswer } from './write-answer';

/**
 * `timon mmm`: what each channel of a file of revenue and spend really brings.
 * @returns the exit code
 */
export async function runMmmCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { stdout, stderr, clock } = terminal;
  const options = readMmmOptions(args, terminal.language);
  if (typeof options === 'string') {
    stderr.write(`timon mmm: ${options}\n\n${usage(terminal.language, 'mmm')}\n`);
    return BAD_INPUT;
  }
  if (options.help) {
    stdout.write(`${usage(options.language, 'mmm')}\n`);
    return 0;
  }
  const started = clock.now().getTime();
  const result = await fitted(options, terminal);
  if (result.status === 'invalid') {
    const file = result.file === 'lifts' ? (options.lifts ?? '') : options.file;
    for (const line of faultLines(result, { file, language: options.language })) stderr.write(`${line}\n`);
    return BAD_INPUT;
  }
  if (result.status === 'unknown-country') {
    const advice = options.language === 'es' ? result.spanishAdvice : result.advice;
    stderr.write(`timon mmm: --country ${options.country ?? ''}: ${advice}\n`);
    return BAD_INPUT;
  }
  const seconds = (clock.now().getTime() - started) / 1000;
  const { series, mix } = result;
  const meanRevenue = series.revenue.reduce((sum, value) => sum + value, 0) / series.revenue.length;
  const say = moneySpeaker(options.language, options.currency, Math.abs(meanRevenue));
  const answer = {
    table: () => mmmTableLines(result, options, say, seconds),
    json: () => [JSON.stringify(mmmDocument(result, options, say, seconds))],
    csv: () => mmmCsvLines(result),
  };
  if (!(await writeAnswer('mmm', answer, options, terminal))) return BAD_INPUT;
  return mix.status === 'fitted' ? 0 : TOO_LITTLE_DATA;
}

async function fitted(options: MmmOptions, terminal: Terminal) {
  const { stdin, openFits } = terminal;
  const status = statusLine(terminal);
  const fits = openFits(options.threads);
  try {
    return await fitMarketingFile(fits.mixTasks(), {
      source: options.file === '-' ? stdin : options.file,
      lifts: options.lifts,
      country: options.country,
      seed: options.seed,
      backtest: options.backtest,
      onProgress: (progress) => status.show(progressWords(progress, options.language)),
    });
  } finally {
    await fits.close();
    status.clear();
  }
}

function progressWords(progress: MixProgress, language: Language): string {
  const spanish = language === 'es';
  switch (progress.step) {
    case 'prepare':
      return spanish ? 'Preparando el modelo… ' : 'Preparing the model… ';
    case 'sample': {
      const percent = `${Math.round(100 * progress.share)} %`;
      if (progress.again)
        return spanish
          ? `Las cadenas aún no coinciden, más largas: ${percent}… `
          : `The chains do not agree yet, longer ones: ${percent}… `;
      return spanish ? `Calculando: ${percent}… ` : `Sampling: ${percent}… `;
    }
    case 'summarise':
      return spanish ? 'Resumiendo… ' : 'Summing up… ';
  }
}
