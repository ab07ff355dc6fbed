import { COMMON_ADVICE } from './common-advice';
import type { Advice } from './fault';

/** What is said of cells alike in series and in experiments. */
export const CELL_ADVICE = {
  ...COMMON_ADVICE,
  'bad-number': {
    en: 'Write a number such as 1234.56, or 1234,56 in a file with semicolons. No letters, currency or percent signs.',
    es: 'Escribe un número como 1234.56, o 1234,56 en un fichero con punto y coma. Sin letras ni símbolos de moneda o de porcentaje.',
  },
  'ambiguous-number': {
    en: 'This sign could mark decimals or thousands. Write the number without separators of thousands.',
    es: 'Este signo puede ser de decimales o de millares. Escribe el número sin separador de millares.',
  },
  'number-too-large': {
    en: 'No number beyond 1,000,000,000,000,000 is taken. Check the cell.',
    es: 'No se admiten números de más de 1.000.000.000.000.000. Revisa la celda.',
  },
  'bad-date': {
    en: 'Write a day that exists as 2026-01-31: year, month, day.',
    es: 'Escribe un día que exista como 2026-01-31: año, mes, día.',
  },
  'ambiguous-date': {
    en: 'In another time zone this time falls on another day. Write the day alone: 2026-01-31.',
    es: 'En otra zona horaria esta hora cae en otro día. Escribe solo el día: 2026-01-31.',
  },
  'too-many-rows': {
    en: 'At most {most} rows are taken, and this one is beyond. Leave out the oldest, or check that this is the right file.',
    es: 'Se admiten como mucho {most} filas y esta ya sobra. Quita las más antiguas o comprueba que es el fichero correcto.',
  },
  'file-too-large': {
    en: 'The file holds far more text than such a table needs. Leave out the columns that are not used.',
    es: 'El fichero tiene mucho más texto del que necesita una tabla así. Quita las columnas que no se usan.',
  },
} as const satisfies Readonly<Record<string, Advice>>;
