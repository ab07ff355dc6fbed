import type { Readable, Writable } from 'node:stream';
import type { Clock } from '~/domain/clock';
import { valueOrdersFile, type ValueOrdersFileResult } from '~/services/value-orders-file';
import { readClvOptions, type ClvOptions } from './clv-options';
import { csvLines } from './csv-output';
import { faultLines } from './fault-lines';
import { jsonLines } from './json-output';
import type { Language } from './language';
import { tableLines } from './table-output';
import { usage } from './usage';
import { writeLines } from './write-lines';

export interface Terminal {
  readonly language: Language;
  readonly clock: Clock;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

const BAD_INPUT = 2;
const TOO_LITTLE_DATA = 3;

/** `timon clv`: values the customers of a file. @returns the exit code */
export async function clvCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readClvOptions(args, terminal.language);
  if (typeof options === 'string') {
    terminal.stderr.write(`timon clv: ${options}\n\n${usage(terminal.language)}\n`);
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
    if (options.json !== null) await writeLines(options.json, jsonLines(result, seconds), terminal.stdout);
    else if (options.csv !== null) await writeLines(options.csv, csvLines(result), terminal.stdout);
    else await writeLines('-', tableLines(result, options, seconds), terminal.stdout);
  } catch (error) {
    terminal.stderr.write(`timon clv: ${error instanceof Error ? error.message : String(error)}\n`);
    return BAD_INPUT;
  }
  return result.report.status === 'fitted' ? 0 : TOO_LITTLE_DATA;
}

async function valued(options: ClvOptions, terminal: Terminal): Promise<ValueOrdersFileResult> {
  const { stderr } = terminal;
  const showProgress = stderr.isTTY === true;
  const result = await valueOrdersFile({
    source: options.file === '-' ? terminal.stdin : options.file,
    horizonDays: options.horizonDays,
    countFreeOrders: options.countFreeOrders,
    seed: options.seed,
    ...(options.now === null ? {} : { now: options.now }),
    ...(options.currency === null ? {} : { currency: options.currency }),
    ...(options.timeZone === null ? {} : { timeZone: options.timeZone }),
    ...(options.churnWindowDays === null ? {} : { churnWindowDays: options.churnWindowDays }),
    ...(options.discountRateAnnual === null ? {} : { discountRateAnnual: options.discountRateAnnual }),
    ...(showProgress
      ? { onProgress: ({ rows }) => void stderr.write(`\r${rows.toLocaleString(options.language)}… `) }
      : {}),
  });
  if (showProgress) stderr.write('\r\u001b[K');
  return result;
}
