import type { Advice } from './fault';

/** Advice that does not depend on what the file is about. */
export const COMMON_ADVICE = {
  'cannot-read': {
    en: 'The file could not be read. Check the path and its permissions.',
    es: 'No se puede leer el fichero. Comprueba la ruta y los permisos.',
  },
  'not-utf8': {
    en: 'The file is not UTF-8 text. Save it as "CSV UTF-8" and try again.',
    es: 'El fichero no es texto UTF-8. Guárdalo como "CSV UTF-8" e inténtalo de nuevo.',
  },
  'repeated-column': {
    en: 'Two columns have this name. Rename or delete one.',
    es: 'Dos columnas tienen este nombre. Cambia el nombre de una o bórrala.',
  },
  malformed: {
    en: 'The quotes do not match here. A quote inside a cell is written twice (""), and the cell stands in quotes.',
    es: 'Las comillas no cuadran aquí. Una comilla dentro de una celda se escribe doble ("") y la celda va entre comillas.',
  },
  'column-count': {
    en: 'This row has another number of cells than the first row. A cell that contains the separator must stand in quotes; that includes amounts with a decimal comma.',
    es: 'Esta fila tiene otro número de celdas que la primera. Una celda que contiene el separador va entre comillas, también los importes con coma decimal.',
  },
} as const satisfies Readonly<Record<string, Advice>>;
