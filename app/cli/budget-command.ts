import { budgetRefusalWords } from '~/insights/mix/budget-refusal-words';
import { planBudgetFile, type PlanBudgetFileResult } from '~/services/plan-budget-file';
import { budgetCsvLines } from './budget-csv';
import { budgetDocument } from './budget-document';
import { readBudgetOptions, type BudgetOptions } from './budget-options';
import { budgetTableLines } from './budget-table';
import { BAD_INPUT, TOO_LITTLE_DATA } from './exit-codes';
import { faultLines } from './fault-lines';
import type { Terminal } from './file-command';
import { FIT_FILE_WORDS } from './fit-file-words';
import { moneySpeaker } from './money-speaker';
import { usage } from './usage';
import { writeAnswer } from './write-answer';

/**
 * `timon budget`: where the money of a fitted series should go.
 * @returns the exit code
 */
export async function runBudgetCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { stdout, stderr } = terminal;
  const options = readBudgetOptions(args, terminal.language);
  if (typeof options === 'string') {
    stderr.write(`timon budget: ${options}\n\n${usage(terminal.language, 'budget')}\n`);
    return BAD_INPUT;
  }
  if (options.help) {
    stdout.write(`${usage(options.language, 'budget')}\n`);
    return 0;
  }
  const { terms, values, seed } = options;
  const fit = options.file === '-' ? terminal.stdin : options.file;
  const result = await planBudgetFile({ fit, values, terms, seed });
  if (result.status !== 'planned') {
    const { lines, code } = refusal(result, options);
    for (const line of lines) stderr.write(`${line}\n`);
    return code;
  }
  const say = moneySpeaker(
    options.language,
    result.fit.currency,
    result.plan.dailyMinor / result.minorPerUnit,
  );
  const answer = {
    table: () => budgetTableLines(result, options, say),
    json: () => [JSON.stringify(budgetDocument(result, options, say))],
    csv: () => budgetCsvLines(result),
  };
  return (await writeAnswer('budget', answer, options, terminal)) ? 0 : BAD_INPUT;
}

interface Refusal {
  readonly lines: Iterable<string>;
  readonly code: number;
}

/** Limits that cannot be met are for whoever set them to change; what the fit does not support nobody can. */
function refusal(
  result: Exclude<PlanBudgetFileResult, { readonly status: 'planned' }>,
  { file, language, values }: BudgetOptions,
): Refusal {
  const words = FIT_FILE_WORDS[language];
  switch (result.status) {
    case 'invalid':
      return { lines: [`${file}: ${words[result.code](result.detail)}`], code: BAD_INPUT };
    case 'stopped':
      return {
        lines: [`${file}: ${words.stopped}`, ...result.words.map((line) => `  ${line}`)],
        code: TOO_LITTLE_DATA,
      };
    case 'bad-values':
      return { lines: faultLines(result, { file: values ?? '', language }), code: BAD_INPUT };
    case 'refused': {
      const { fit, minorPerUnit } = result;
      const needed = (result.refusal.neededMinor ?? 0) / minorPerUnit;
      const { what, advice } = budgetRefusalWords(
        result.refusal,
        moneySpeaker(language, fit.currency, needed),
        minorPerUnit,
      );
      const known = fit.channels.map(({ name }) => name).join(', ');
      const lines = result.refusal.reason === 'unknown-channel' ? [what, words.known(known)] : [what, advice];
      return { lines, code: result.refusal.reason === 'no-evidence' ? TOO_LITTLE_DATA : BAD_INPUT };
    }
  }
}
