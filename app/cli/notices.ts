import type { CsvWarning, ValuedOrdersFile, Verdict } from '~/services/value-orders-file';
import type { Language } from './language';

type Values = Verdict['values'];
type Words<Code extends string> = Readonly<Record<Code, (value: (name: string) => string) => string>>;

/** What to be careful about: the engine's verdicts, then the file reader's warnings. */
export function* noticeLines({ report, file }: ValuedOrdersFile, language: Language): Generator<string> {
  for (const { code, values } of report.verdicts) yield `· ${noticeText(code, values, language)}`;
  for (const { code, count, firstRow } of file.warnings) {
    const revenue = Math.round(file.guests.revenue);
    yield `· ${noticeText(code, { count, firstRow, revenue, currency: file.currency }, language)}`;
  }
}

const SHARES = new Set(['share', 'modelError']);

/** A verdict of the engine or a warning of the file reader, in one sentence. */
function noticeText(code: Verdict['code'] | CsvWarning['code'], values: Values, language: Language): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return (language === 'es' ? SPANISH : ENGLISH)[code]((name) => {
    const value = values[name];
    if (typeof value !== 'number') return value ?? '?';
    return (SHARES.has(name) ? percent : number).format(value);
  });
}

const ENGLISH: Words<Verdict['code'] | CsvWarning['code']> = {
  'no-purchases': () => 'There is no purchase up to the analysis date.',
  'model-needs-repeat-customers': (v) =>
    `A model needs ${v('required')} customers who came back; there are ${v('repeatCustomers')}.${
      v('possibleOn') === '?' ? '' : ` At this pace: about ${v('possibleOn')}.`
    } Until then customers are ranked by rules.`,
  'model-needs-history': (v) =>
    `Customers come back after ${v('medianGapDays')} days or so, and there are only ${v('historyDays')} days of history. A model is possible from ${v('possibleOn')}.`,
  'model-did-not-fit': () => 'No model describes these orders; customers are ranked by rules.',
  'few-repeat-customers': (v) =>
    `Only ${v('repeatCustomers')} customers came back (${v('recommended')} are recommended): the intervals are wide.`,
  'no-churn-detectable': () => 'No churn is detectable in this window: nothing can be said to be at risk.',
  'wholesale-set-aside': (v) =>
    `${v('customers')} buyers with unusually large orders do not shape the model.`,
  'rows-after-now': (v) => `${v('rows')} rows after the analysis date were ignored.`,
  'rows-unusable': (v) => `${v('rows')} rows without a usable amount or customer were ignored.`,
  'refunds-without-order': (v) =>
    `${v('customers')} customers were refunded more than their earlier orders add up to.`,
  'empty-days': (v) => `${v('days')} orders add up to nothing (free or refunded) and are no purchases.`,
  'no-revenue': () => 'The file has no amounts: each order counts 1, values are in orders.',
  'value-depends-on-frequency': (v) =>
    `Order values move with frequency (correlation ${v('correlation')}); the value model allows for it.`,
  'value-fallback': () => 'Order values do not follow the usual law; a simpler value model is used.',
  'history-may-start-late': (v) =>
    `${v('share')} of customers first bought in the first ${v('days')} days of the data: older customers may look new.`,
  'totals-interval-default': (v) =>
    `Totals carry a default model error of ${v('modelError')}: ${v('origins')} forecasts could be checked against the shop’s past, and at least 2 are needed to measure it.`,
  'customers-older-than-data': (v) =>
    `${v('customers')} customers (${v('share')}) bought before the data begin: they have forecasts, but do not shape the model.`,
  'season-used': (v) =>
    `Forecasts follow the shop’s own season, learned from ${v('years')} years: its peak is week ${v('peakWeek')}, with ${v('peakFactor')} times the usual purchases.`,
  'repeated-rows': (v) =>
    `${v('count')} rows repeat an earlier row (first: row ${v('firstRow')}); they were counted.`,
  'guest-orders': (v) =>
    `${v('count')} orders of guests (${v('revenue')} ${v('currency')}) name no customer: they are counted here, not modelled.`,
  'cancelled-orders': (v) => `${v('count')} cancelled orders were left out.`,
  'test-orders': (v) => `${v('count')} test orders were left out.`,
  'unpaid-orders': (v) => `${v('count')} unpaid orders were left out.`,
  'repeated-orders': (v) => `${v('count')} orders appear twice (first: row ${v('firstRow')}); counted once.`,
};

const SPANISH: Words<Verdict['code'] | CsvWarning['code']> = {
  'no-purchases': () => 'No hay ninguna compra hasta la fecha de análisis.',
  'model-needs-repeat-customers': (v) =>
    `Un modelo necesita ${v('required')} clientes que hayan repetido; hay ${v('repeatCustomers')}.${
      v('possibleOn') === '?' ? '' : ` A este ritmo: hacia el ${v('possibleOn')}.`
    } Hasta entonces los clientes se ordenan por reglas.`,
  'model-needs-history': (v) =>
    `Los clientes vuelven a los ${v('medianGapDays')} días, y solo hay ${v('historyDays')} días de historia. Habrá modelo desde el ${v('possibleOn')}.`,
  'model-did-not-fit': () => 'Ningún modelo describe estos pedidos; los clientes se ordenan por reglas.',
  'few-repeat-customers': (v) =>
    `Solo ${v('repeatCustomers')} clientes han repetido (se recomiendan ${v('recommended')}): los intervalos son amplios.`,
  'no-churn-detectable': () =>
    'No se detectan bajas en este periodo: no se puede decir que haya dinero en riesgo.',
  'wholesale-set-aside': (v) =>
    `${v('customers')} compradores con pedidos inusualmente grandes no dan forma al modelo.`,
  'rows-after-now': (v) => `Se han ignorado ${v('rows')} filas posteriores a la fecha de análisis.`,
  'rows-unusable': (v) => `Se han ignorado ${v('rows')} filas sin importe o cliente utilizable.`,
  'refunds-without-order': (v) =>
    `A ${v('customers')} clientes se les devolvió más de lo que suman sus pedidos anteriores.`,
  'empty-days': (v) => `${v('days')} pedidos suman cero (gratuitos o devueltos) y no cuentan como compras.`,
  'no-revenue': () => 'El fichero no tiene importes: cada pedido cuenta 1 y los valores van en pedidos.',
  'value-depends-on-frequency': (v) =>
    `El valor de los pedidos varía con la frecuencia (correlación ${v('correlation')}); el modelo de valor lo tiene en cuenta.`,
  'value-fallback': () =>
    'El valor de los pedidos no sigue la ley habitual; se usa un modelo de valor más simple.',
  'history-may-start-late': (v) =>
    `El ${v('share')} de los clientes compró por primera vez en los primeros ${v('days')} días de los datos: clientes antiguos pueden parecer nuevos.`,
  'totals-interval-default': (v) =>
    `Los totales llevan un error de modelo por defecto del ${v('modelError')}: se han podido comprobar ${v('origins')} previsiones con el pasado de la tienda, y hacen falta al menos 2 para medirlo.`,
  'customers-older-than-data': (v) =>
    `${v('customers')} clientes (${v('share')}) compraban antes de que empiecen los datos: tienen previsión, pero no dan forma al modelo.`,
  'season-used': (v) =>
    `Las previsiones siguen la temporada de la propia tienda, aprendida de ${v('years')} años: el pico es la semana ${v('peakWeek')}, con ${v('peakFactor')} veces las compras habituales.`,
  'repeated-rows': (v) =>
    `${v('count')} filas repiten otra anterior (primera: fila ${v('firstRow')}); se han contado.`,
  'guest-orders': (v) =>
    `${v('count')} pedidos de invitados (${v('revenue')} ${v('currency')}) no nombran a ningún cliente: se cuentan aquí, sin modelarlos.`,
  'cancelled-orders': (v) => `Se han excluido ${v('count')} pedidos cancelados.`,
  'test-orders': (v) => `Se han excluido ${v('count')} pedidos de prueba.`,
  'unpaid-orders': (v) => `Se han excluido ${v('count')} pedidos sin pagar.`,
  'repeated-orders': (v) =>
    `${v('count')} pedidos aparecen dos veces (primero: fila ${v('firstRow')}); se cuentan una vez.`,
};
