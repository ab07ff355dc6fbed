import type { Language } from './language';

/** A fault of any kind of file. */
interface FileFault {
  readonly row: number;
  readonly column: string | null;
  readonly value: string;
  readonly advice: string;
  readonly spanishAdvice: string;
}

/** What is wrong with the file: row, column, value and what to do, a line each. */
export function* faultLines(
  { faults, faultCount }: { readonly faults: readonly FileFault[]; readonly faultCount: number },
  { file, language }: { readonly file: string; readonly language: Language },
): Generator<string> {
  const spanish = language === 'es';
  const name = file === '-' ? 'stdin' : file;
  yield spanish
    ? `${name}: ${faultCount} ${faultCount === 1 ? 'error' : 'errores'}, no se ha importado nada.`
    : `${name}: ${faultCount} ${faultCount === 1 ? 'fault' : 'faults'}, nothing was imported.`;
  for (const fault of faults) {
    const place = spanish
      ? `fila ${fault.row}${fault.column === null ? '' : `, columna ${fault.column}`}`
      : `row ${fault.row}${fault.column === null ? '' : `, column ${fault.column}`}`;
    const value = fault.value === '' ? '' : ` "${printable(fault.value)}"`;
    yield `  ${place}:${value} ${spanish ? fault.spanishAdvice : fault.advice}`;
  }
  if (faultCount > faults.length) {
    const more = faultCount - faults.length;
    yield spanish ? `  … y ${more} más.` : `  … and ${more} more.`;
  }
}

/** A file must not be able to move the cursor of the terminal that shows its faults. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '·');
}
