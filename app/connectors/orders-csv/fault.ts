import { COMMON_ADVICE } from '../csv/common-advice';
import { faultWriter } from '../csv/fault';
import type { FaultCode } from './contract';

export const fault = faultWriter<FaultCode>({
  ...COMMON_ADVICE,
  'empty-file': {
    en: 'The file is empty. The first row must name the columns: customer_id,order_date,revenue.',
    es: 'El fichero está vacío. La primera fila debe nombrar las columnas: customer_id,order_date,revenue.',
  },
  'no-rows': {
    en: 'The file names its columns but holds no orders.',
    es: 'El fichero nombra sus columnas pero no contiene pedidos.',
  },
  'missing-column': {
    en: 'The first row must name this column. Expected customer_id,order_date,revenue, or the orders export of Shopify as it comes.',
    es: 'La primera fila debe nombrar esta columna. Se espera customer_id,order_date,revenue o la exportación de pedidos de Shopify tal cual.',
  },
  'missing-customer': {
    en: 'Every order needs a customer. Fill the cell in or delete the row.',
    es: 'Cada pedido necesita un cliente. Rellena la celda o borra la fila.',
  },
  'bad-date': {
    en: 'Write a day that exists as 2026-01-31, or a time as 2026-01-31T23:59:00+01:00.',
    es: 'Escribe un día que exista como 2026-01-31, o una hora como 2026-01-31T23:59:00+01:00.',
  },
  'missing-amount': {
    en: 'Write the amount, 0 for a free order. Without any amounts, leave the whole column out.',
    es: 'Escribe el importe, 0 si el pedido es gratuito. Si no hay importes, quita la columna entera.',
  },
  'bad-amount': {
    en: 'Write a number such as 12.90 or 12,90; refunds are negative. No letters or currency signs.',
    es: 'Escribe un número como 12.90 o 12,90; las devoluciones son negativas. Sin letras ni símbolos de moneda.',
  },
  'ambiguous-amount': {
    en: 'This could be a decimal point or a thousands point. Write 1234 or 1,234 with a decimal comma.',
    es: 'Puede ser un punto decimal o de millares. Escribe 1234, o 1,234 si los decimales llevan coma.',
  },
  'amount-too-large': {
    en: 'This amount has more than 15 digits before the decimal sign.',
    es: 'Este importe tiene más de 15 cifras antes del separador decimal.',
  },
  'other-currency': {
    en: 'One file holds one currency. Split the file, or name the currency of its amounts.',
    es: 'Un fichero lleva una sola moneda. Divide el fichero o indica la moneda de sus importes.',
  },
});
