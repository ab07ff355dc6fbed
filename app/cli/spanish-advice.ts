import type { CsvFault } from '~/services/value-orders-file';

export const SPANISH_ADVICE: Readonly<Record<CsvFault['code'], string>> = {
  'cannot-read': 'No se puede leer el fichero. Comprueba la ruta y los permisos.',
  'not-utf8': 'El fichero no es texto UTF-8. Guárdalo como "CSV UTF-8" e inténtalo de nuevo.',
  'empty-file':
    'El fichero está vacío. La primera fila debe nombrar las columnas: customer_id,order_date,revenue.',
  'no-rows': 'El fichero nombra sus columnas pero no contiene pedidos.',
  'missing-column':
    'La primera fila debe nombrar esta columna. Se espera customer_id,order_date,revenue o la exportación de pedidos de Shopify tal cual.',
  'repeated-column': 'Dos columnas tienen este nombre. Cambia el nombre de una o bórrala.',
  malformed:
    'Las comillas no cuadran aquí. Una comilla dentro de una celda se escribe doble ("") y la celda va entre comillas.',
  'column-count':
    'Esta fila tiene otro número de celdas que la primera. Una celda que contiene el separador va entre comillas, también los importes con coma decimal.',
  'missing-customer': 'Cada pedido necesita un cliente. Rellena la celda o borra la fila.',
  'bad-date': 'Escribe un día que exista como 2026-01-31, o una hora como 2026-01-31T23:59:00+01:00.',
  'missing-amount':
    'Escribe el importe, 0 si el pedido es gratuito. Si no hay importes, quita la columna entera.',
  'bad-amount':
    'Escribe un número como 12.90 o 12,90; las devoluciones son negativas. Sin letras ni símbolos de moneda.',
  'ambiguous-amount':
    'Puede ser un punto decimal o de millares. Escribe 1234, o 1,234 si los decimales llevan coma.',
  'amount-too-large': 'Este importe tiene más de 15 cifras antes del separador decimal.',
  'other-currency': 'Un fichero lleva una sola moneda. Divide el fichero o indica la moneda de sus importes.',
};
