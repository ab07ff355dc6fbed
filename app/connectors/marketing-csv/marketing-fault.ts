import { faultWriter, type Advice } from '../csv/fault';
import { CELL_ADVICE } from '../csv/cell-advice';
import type { MarketingFaultCode, MarketingWarningCode } from './contract';

export const marketingFault = faultWriter<MarketingFaultCode>({
  ...CELL_ADVICE,
  'empty-file': {
    en: 'The file is empty. The first row must name the columns: date,revenue,spend:meta,control:clicks.',
    es: 'El fichero está vacío. La primera fila debe nombrar las columnas: date,revenue,spend:meta,control:clicks.',
  },
  'no-rows': {
    en: 'The file names its columns but holds no days or weeks.',
    es: 'El fichero nombra sus columnas pero no contiene días ni semanas.',
  },
  'missing-column': {
    en: 'The first row must name this column. Expected date,revenue, then spend:<channel> for each channel.',
    es: 'La primera fila debe nombrar esta columna. Se espera date,revenue y después spend:<canal> para cada canal.',
  },
  'no-channels': {
    en: 'No column holds spend. Name the column of each channel spend:<channel>, for example spend:meta.',
    es: 'Ninguna columna contiene gasto. Llama a la columna de cada canal spend:<canal>, por ejemplo spend:meta.',
  },
  'unnamed-column': {
    en: 'Write a name after the colon, for example spend:meta or control:clicks.',
    es: 'Escribe un nombre detrás de los dos puntos, por ejemplo spend:meta o control:clicks.',
  },
  'too-many-channels': {
    en: 'At most {most} channels are taken. Add small ones up into one.',
    es: 'Se admiten como mucho {most} canales. Suma los pequeños en uno.',
  },
  'too-many-controls': {
    en: 'At most {most} controls are taken. Leave out those that matter least.',
    es: 'Se admiten como mucho {most} controles. Quita los que menos importan.',
  },
  'missing-number': {
    en: 'Fill the cell in: 0 where nothing was sold or spent.',
    es: 'Rellena la celda: 0 donde no se vendió o no se gastó nada.',
  },
  'negative-spend': {
    en: 'Spend cannot be negative. Write what was spent, 0 for nothing; take credits off the day they belong to.',
    es: 'El gasto no puede ser negativo. Escribe lo que se gastó, 0 si nada; resta los abonos del día al que pertenecen.',
  },
  'duplicate-day': {
    en: 'Row {otherRow} already holds this day. Add the two up or delete one.',
    es: 'La fila {otherRow} ya contiene este día. Suma las dos o borra una.',
  },
  'missing-rows': {
    en: 'Rows missing before this one: {count}. Add one for each day or week named here; 0 where nothing was sold or spent.',
    es: 'Filas que faltan antes de esta: {count}. Añade una por cada día o semana que se indica; 0 donde no se vendió o no se gastó nada.',
  },
  'mixed-spacing': {
    en: 'Days and weeks are mixed. Rows that break the common spacing: {count}, this is the first. Write all rows by day or all by week.',
    es: 'Se mezclan días y semanas. Filas que rompen la distancia común: {count}, esta es la primera. Escribe todas las filas por día o todas por semana.',
  },
  'unknown-spacing': {
    en: 'Most rows are neither a day nor a week apart. Write one row for each day, or one for each week.',
    es: 'La mayoría de las filas no distan ni un día ni una semana. Escribe una fila por día o una por semana.',
  },
});

export const MARKETING_WARNING_WORDS: Readonly<Record<MarketingWarningCode, Advice>> = {
  'unsorted-rows': {
    en: 'Rows stand below a later day. They were sorted; nothing needs to be done.',
    es: 'Hay filas debajo de un día posterior. Se han ordenado; no hace falta hacer nada.',
  },
  'negative-revenue': {
    en: 'Revenue is negative: more was refunded than sold. Check that this is meant; it is counted as given.',
    es: 'Los ingresos son negativos: se devolvió más de lo que se vendió. Comprueba que es así; se cuenta tal cual.',
  },
  'column-ignored': {
    en: 'This column is not read. If it is what a channel cost, name it spend:<channel>; if it moves sales, control:<name>.',
    es: 'Esta columna no se lee. Si es lo que costó un canal, llámala spend:<canal>; si mueve las ventas, control:<nombre>.',
  },
};
