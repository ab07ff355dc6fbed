/** What to do about a fault, in the languages of the product; `{name}` stands for a detail of the fault. */
export interface Advice {
  readonly en: string;
  readonly es: string;
}

/** What is wrong with a file, where, and what to do about it. */
export interface CodedFault<Code extends string> {
  readonly code: Code;
  /** As a spreadsheet counts; 1 is the header. */
  readonly row: number;
  /** Name of the column as the file writes it; `null` when the whole row is meant. */
  readonly column: string | null;
  /** The offending text, cut to a readable length. */
  readonly value: string;
  /** What to do, in English. */
  readonly advice: string;
  /** The same in Spanish. */
  readonly spanishAdvice: string;
}

export type FaultWriter<Code extends string> = (
  code: Code,
  row: number,
  column: string | null,
  value: string,
  details?: AdviceDetails,
) => CodedFault<Code>;

/** What a sentence of advice names. */
type AdviceDetails = Readonly<Record<string, string | number>>;

const LONGEST_VALUE = 60;

/** Writes faults of one kind of file: a code without words in both languages is a type error. */
export function faultWriter<Code extends string>(words: Readonly<Record<Code, Advice>>): FaultWriter<Code> {
  return (code, row, column, value, details = {}) => ({
    code,
    row,
    column,
    value: value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE - 1)}…` : value,
    advice: fillIn(words[code].en, details),
    spanishAdvice: fillIn(words[code].es, details),
  });
}

function fillIn(sentence: string, details: AdviceDetails): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (gap, name: string) => String(details[name] ?? gap));
}
