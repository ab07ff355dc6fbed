import type { Language } from './language';

interface Progress {
  readonly step: 'read' | 'model' | 'write';
  readonly rows: number;
}

/** What is being done right now. A step is told before it begins: while it computes, nothing can be written. */
export function progressLine({ step, rows }: Progress, language: Language): string {
  const count = rows.toLocaleString(language);
  const spanish = language === 'es';
  switch (step) {
    case 'read':
      return spanish ? `Leyendo: ${count} filas… ` : `Reading: ${count} rows… `;
    case 'model':
      return spanish
        ? `${count} pedidos. Probando pronósticos en el pasado, ajustando el modelo y valorando a los clientes… `
        : `${count} orders. Trying forecasts on the past, fitting the model and valuing the customers… `;
    case 'write':
      return spanish ? 'Escribiendo… ' : 'Writing… ';
  }
}
