import { faultWriter } from '../csv/fault';
import { CELL_ADVICE } from '../csv/cell-advice';
import type { ChannelValuesFaultCode } from './contract';

export const channelValuesFault = faultWriter<ChannelValuesFaultCode>({
  ...CELL_ADVICE,
  'empty-file': {
    en: 'The file is empty. The first row must name the columns: channel,multiplier,low,high.',
    es: 'El fichero está vacío. La primera fila debe nombrar las columnas: channel,multiplier,low,high.',
  },
  'no-rows': {
    en: 'The file names its columns but holds no channels.',
    es: 'El fichero nombra sus columnas pero no contiene canales.',
  },
  'missing-column': {
    en: 'The first row must name this column. Expected channel,multiplier,low,high, as timon clv --channel-values writes them.',
    es: 'La primera fila debe nombrar esta columna. Se espera channel,multiplier,low,high, como los escribe timon clv --channel-values.',
  },
  'missing-number': {
    en: 'Fill the cell in: a value needs its range, because a plan on values without one looks surer than it is.',
    es: 'Rellena la celda: un valor necesita su intervalo, porque sin él un plan parece más seguro de lo que es.',
  },
  'missing-channel': {
    en: 'Name the channel, or write * for all channels that are not named.',
    es: 'Nombra el canal, o escribe * para todos los canales sin nombrar.',
  },
  'repeated-channel': {
    en: 'Another row names the same channel. Keep one of them.',
    es: 'Otra fila nombra el mismo canal. Deja una sola.',
  },
  'not-positive': {
    en: 'Write a number above 0: what a customer brings in twelve months for each unit of the first order, 2.5 for example.',
    es: 'Escribe un número mayor que 0: lo que un cliente aporta en doce meses por cada unidad del primer pedido, por ejemplo 2.5.',
  },
  'not-ascending': {
    en: 'low, multiplier and high must ascend. Check the three.',
    es: 'low, multiplier y high deben ir de menor a mayor. Revisa los tres.',
  },
  'logs-differ': {
    en: 'log_mean and log_sd say something else than multiplier, low and high. Delete these two columns, or undo the change.',
    es: 'log_mean y log_sd no dicen lo mismo que multiplier, low y high. Borra esas dos columnas o deshaz el cambio.',
  },
});
