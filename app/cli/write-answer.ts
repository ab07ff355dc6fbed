import type { Terminal } from './file-command';
import { writeLines } from './write-lines';

/** One answer in the three forms that a command can give it. */
export interface Answer {
  readonly table: () => Iterable<string>;
  readonly json: () => Iterable<string>;
  readonly csv: () => Iterable<string>;
}

/** Where the answer goes: paths, `-` for standard output; the table where both are `null`. */
export interface AnswerTarget {
  readonly json: string | null;
  readonly csv: string | null;
}

/** @returns whether it could be written; else standard error has said why */
export async function writeAnswer(
  command: string,
  answer: Answer,
  { json, csv }: AnswerTarget,
  { stdout, stderr }: Terminal,
): Promise<boolean> {
  try {
    const lines = json !== null ? answer.json() : csv !== null ? answer.csv() : answer.table();
    await writeLines(json ?? csv ?? '-', lines, stdout);
    return true;
  } catch (error) {
    stderr.write(`timon ${command}: ${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  }
}
