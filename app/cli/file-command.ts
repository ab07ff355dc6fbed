import type { Readable, Writable } from 'node:stream';
import type { Clock } from '~/domain/clock';
import {
  valueOrdersFile,
  type ValuedOrdersFile,
  type ValueOrdersFileResult,
} from '~/services/value-orders-file';
import { readClvOptions, type ClvOptions } from './clv-options';
import { faultLines } from './fault-lines';
import type { Language } from './language';
import { progressLine } from './progress-line';
import { usage } from './usage';
import { writeLines } from './write-lines';

export interface Terminal {
  readonly language: Language;
  readonly clock: Clock;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

/** A command that values a file of orders; what differs between them is what they write. */
export interface FileCommand {
  readonly name: string;
  readonly json: (result: ValuedOrdersFile, options: ClvOptions, seconds: number) => Iterable<string>;
  readonly csv: (result: ValuedOrdersFile, options: ClvOptions) => Iterable<string>;
  readonly table: (result: ValuedOrdersFile, options: ClvOptions, seconds: number) => Iterable<string>;
}

const BAD_INPUT = 2;
const TOO_LITTLE_DATA = 3;
/** Erases the line of the cursor. */
const CLEAR_LINE = '\r\u001b[K';

/** @returns the exit code */
export async function runFileCommand(
  command: FileCommand,
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const options = readClvOptions(args, terminal.language);
  if (typeof options === 'string') {
    terminal.stderr.write(`timon ${command.name}: ${options}\n\n${usage(terminal.language)}\n`);
    return BAD_INPUT;
  }
  if (options.help) {
    terminal.stdout.write(`${usage(options.language)}\n`);
    return 0;
  }
  const started = terminal.clock.now().getTime();
  const result = await valued(options, terminal);
  if (result.status === 'invalid') {
    for (const line of faultLines(result, options)) terminal.stderr.write(`${line}\n`);
    return BAD_INPUT;
  }
  const seconds = (terminal.clock.now().getTime() - started) / 1000;
  try {
    await writeResult(command, result, options, seconds, terminal);
  } catch (error) {
    terminal.stderr.write(
      `timon ${command.name}: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return BAD_INPUT;
  }
  return result.report.status === 'fitted' ? 0 : TOO_LITTLE_DATA;
}

async function writeResult(
  command: FileCommand,
  result: ValuedOrdersFile,
  options: ClvOptions,
  seconds: number,
  { stdout, stderr }: Terminal,
): Promise<void> {
  const target = options.json ?? options.csv;
  if (target === null) return writeLines('-', command.table(result, options, seconds), stdout);
  const showProgress = stderr.isTTY === true && target !== '-';
  if (showProgress)
    stderr.write(`${CLEAR_LINE}${progressLine({ step: 'write', rows: 0 }, options.language)}`);
  const lines = options.json === null ? command.csv(result, options) : command.json(result, options, seconds);
  await writeLines(target, lines, stdout);
  if (showProgress) stderr.write(CLEAR_LINE);
}

async function valued(options: ClvOptions, terminal: Terminal): Promise<ValueOrdersFileResult> {
  const { stderr } = terminal;
  const showProgress = stderr.isTTY === true;
  const result = await valueOrdersFile({
    source: options.file === '-' ? terminal.stdin : options.file,
    horizonDays: options.horizonDays,
    countFreeOrders: options.countFreeOrders,
    seed: options.seed,
    backtest: options.backtest,
    segmentThresholds: options.segmentThresholds,
    ...(options.now === null ? {} : { now: options.now }),
    ...(options.currency === null ? {} : { currency: options.currency }),
    ...(options.timeZone === null ? {} : { timeZone: options.timeZone }),
    ...(options.churnWindowDays === null ? {} : { churnWindowDays: options.churnWindowDays }),
    ...(options.discountRateAnnual === null ? {} : { discountRateAnnual: options.discountRateAnnual }),
    ...(options.marginShare === null ? {} : { marginShare: options.marginShare }),
    ...(showProgress
      ? {
          onProgress: (progress) =>
            void stderr.write(`${CLEAR_LINE}${progressLine(progress, options.language)}`),
        }
      : {}),
  });
  if (showProgress) stderr.write(CLEAR_LINE);
  return result;
}
