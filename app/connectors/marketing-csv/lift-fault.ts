import { faultWriter, type Advice } from '../csv/fault';
import { CELL_ADVICE } from '../csv/cell-advice';
import type { LiftFaultCode, LiftWarning } from './contract';

export const liftFault = faultWriter<LiftFaultCode>({
  ...CELL_ADVICE,
  'empty-file': {
    en: 'The file is empty. The first row must name the columns: channels,from,to,incremental_revenue,standard_error.',
    es: 'El fichero está vacío. La primera fila debe nombrar las columnas: channels,from,to,incremental_revenue,standard_error.',
  },
  'no-rows': {
    en: 'The file names its columns but holds no experiments.',
    es: 'El fichero nombra sus columnas pero no contiene experimentos.',
  },
  'missing-column': {
    en: 'The first row must name this column. Expected channels,from,to,incremental_revenue,standard_error; measured_until and removed_share may follow.',
    es: 'La primera fila debe nombrar esta columna. Se espera channels,from,to,incremental_revenue,standard_error; pueden seguir measured_until y removed_share.',
  },
  'missing-number': {
    en: 'Fill the cell in: an experiment needs its result and how exact it is.',
    es: 'Rellena la celda: un experimento necesita su resultado y su precisión.',
  },
  'missing-channel': {
    en: 'Name the channel, or several as meta+google.',
    es: 'Nombra el canal, o varios como meta+google.',
  },
  'repeated-channel': {
    en: 'The same channel is named twice. Name each channel of the experiment once.',
    es: 'El mismo canal aparece dos veces. Nombra una vez cada canal del experimento.',
  },
  'days-reversed': {
    en: 'The last day cannot be before the first. Check both.',
    es: 'El último día no puede ser anterior al primero. Revisa los dos.',
  },
  'measured-too-early': {
    en: 'Revenue is compared until the last day of the experiment or later. Leave the cell empty for the last day.',
    es: 'Los ingresos se comparan hasta el último día del experimento o más tarde. Deja la celda vacía para el último día.',
  },
  'error-not-positive': {
    en: 'A standard error is above 0. It is the half width of the 95 % interval divided by 1.96.',
    es: 'Un error estándar es mayor que 0. Es la mitad de la anchura del intervalo del 95 % dividida entre 1,96.',
  },
  'bad-share': {
    en: 'Write the part of spend that was taken away, above 0 and at most 1: 1 where it was switched off. Empty means 1.',
    es: 'Escribe la parte del gasto que se quitó, mayor que 0 y como mucho 1: 1 si se apagó. Vacía significa 1.',
  },
});

export const LIFT_WARNING_WORDS: Readonly<Record<LiftWarning['code'], Advice>> = {
  'repeated-rows': {
    en: 'The same experiment stands in the file again and counts as a second one. Delete it if it was only one.',
    es: 'El mismo experimento está otra vez en el fichero y cuenta como otro más. Bórralo si fue uno solo.',
  },
  'column-ignored': {
    en: 'This column is not read. Expected channels,from,to,incremental_revenue,standard_error,measured_until,removed_share.',
    es: 'Esta columna no se lee. Se espera channels,from,to,incremental_revenue,standard_error,measured_until,removed_share.',
  },
};
