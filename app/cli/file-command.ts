import type { Readable, Writable } from 'node:stream';
import type { Clock } from '~/domain/clock';
import type { MixTasks } from '~/services/fit-mix';
import {
  valueOrdersFile,
  type ValuedOrdersFile,
  type ValueOrdersFileResult,
} from '~/services/value-orders-file';
import { channelValuesLines, noChannelValues } from './channel-values-output';
import { readClvOptions, type ClvOptions } from './clv-options';
import { BAD_INPUT, TOO_LITTLE_DATA } from './exit-codes';
import { faultLines } from './fault-lines';
import type { Language } from './language';
import { progressLine } from './progress-line';
import { statusLine } from './status-line';
import { usage } from './usage';
import { writeLines } from './write-lines';

export interface Terminal {
  readonly language: Language;
  readonly clock: Clock;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
  /** Threads for the fits of a command that needs them; it closes them. */
  readonly openFits: (threads: number) => FitThreads;
}

interface FitThreads {
  readonly mixTasks: () => MixTasks;
  readonly close: () => Promise<void>;
}

/** A command that values a file of orders; what differs between them is what they write. */
export interface FileCommand {
  readonly name: 'clv' | 'segments';
  readonly json: (result: ValuedOrdersFile, options: ClvOptions, seconds: number) => Iterable<string>;
  readonly csv: (result: ValuedOrdersFile, options: ClvOptions) => Iterable<string>;
  readonly table: (result: ValuedOrdersFile, options: ClvOptions, seconds: number) => Iterable<string>;
}

/** @returns the exit code */
export async function runFileCommand(
  command: FileCommand,
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const options = readClvOptions(args, terminal.language);
  if (typeof options === 'string') {
    terminal.stderr.write(`timon ${command.name}: ${options}\n\n${usage(terminal.language, command.name)}\n`);
    return BAD_INPUT;
  }
  if (options.help) {
    terminal.stdout.write(`${usage(options.language, command.name)}\n`);
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
    await writeChannelValues(result, options, terminal);
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
  terminal: Terminal,
): Promise<void> {
  const { stdout } = terminal;
  const target = options.json ?? options.csv;
  if (target === null) return writeLines('-', command.table(result, options, seconds), stdout);
  const status = statusLine(terminal);
  // What is written to the terminal itself shows that it is being written.
  if (target !== '-') status.show(progressLine({ step: 'write', rows: 0 }, options.language));
  const lines = options.json === null ? command.csv(result, options) : command.json(result, options, seconds);
  await writeLines(target, lines, stdout);
  if (target !== '-') status.clear();
}

/** @throws Error with a sentence for the terminal where there is nothing to write though a model could be fitted */
async function writeChannelValues(
  result: ValuedOrdersFile,
  { channelValues: target, language }: ClvOptions,
  { stdout }: Terminal,
): Promise<void> {
  const { channelValues, report } = result;
  // Without a model the answer itself says what is missing.
  if (target === null || report.status !== 'fitted') return;
  if (channelValues === null || channelValues.length === 0) {
    throw new Error(noChannelValues(channelValues, language));
  }
  await writeLines(target, channelValuesLines(channelValues), stdout);
}

async function valued(options: ClvOptions, terminal: Terminal): Promise<ValueOrdersFileResult> {
  const status = statusLine(terminal);
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
    onProgress: (progress) => status.show(progressLine(progress, options.language)),
  });
  status.clear();
  return result;
}
