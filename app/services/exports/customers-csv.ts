import type { ExportFigures } from '~/data/model-runs/read-export-figures';
import { minorUnitDigits } from '~/domain/money';
import { spreadsheetDialect } from './csv-dialect';
import { day, number, percent, text } from './csv-row';
import { modelName, type CustomersTerms } from './customers-terms';
import type { ExportLanguage } from './export-locale';
import type { ExportWriter } from './export-writer';
import { segmentWord } from './segment-words';
import { spreadsheetContact, spreadsheetContactHeader } from './spreadsheet-contact';

interface FigureWords {
  readonly segment: string;
  readonly leaving: string;
  readonly yes: string;
  readonly no: string;
  readonly lastOrder: string;
  readonly orders: string;
  readonly chance: string;
  readonly value: string;
  readonly low: string;
  readonly high: string;
  readonly atRisk: string;
  readonly gain: string;
  readonly interval: string;
  readonly analysisDay: string;
  readonly method: string;
  readonly rules: string;
}

const WORDS: Readonly<Record<ExportLanguage, FigureWords>> = {
  es: {
    segment: 'Grupo',
    leaving: 'Se está yendo',
    yes: 'sí',
    no: 'no',
    lastOrder: 'Último pedido',
    orders: 'Pedidos',
    chance: 'Probabilidad de pedido en 90 días (%)',
    value: 'Valor a 12 meses',
    low: 'desde',
    high: 'hasta',
    atRisk: 'Dinero en riesgo',
    gain: 'Recuperable, margen esperado de un rescate',
    interval: 'Veces de cada 100 entre desde y hasta',
    analysisDay: 'Día del análisis',
    method: 'Método',
    rules: 'Reglas',
  },
  en: {
    segment: 'Group',
    leaving: 'Slipping away',
    yes: 'yes',
    no: 'no',
    lastOrder: 'Last order',
    orders: 'Orders',
    chance: 'Probability of an order in 90 days (%)',
    value: '12-month value',
    low: 'from',
    high: 'to',
    atRisk: 'Money at risk',
    gain: 'Recoverable, expected margin of a rescue',
    interval: 'Times in 100 between from and to',
    analysisDay: 'Analysis day',
    method: 'Method',
    rules: 'Rules',
  },
};

/** Customers with their forecast for a spreadsheet: the numbers of the screen, with range, day and method. */
export function customersCsv(terms: CustomersTerms): ExportWriter<ExportFigures> {
  const { shop, locale, analysisDay, model, intervalLevel, aliasOf } = terms;
  const words = WORDS[locale.language];
  const digits = minorUnitDigits(shop.currency);
  const inMoney = (words: string): string => `${words} (${shop.currency})`;
  const range = (name: string): string[] => [name, `${name}, ${words.low}`, `${name}, ${words.high}`];
  return {
    dialect: spreadsheetDialect(locale.tag),
    header: [
      ...spreadsheetContactHeader(locale.language),
      ...[words.segment, words.leaving, words.lastOrder, words.orders],
      ...range(words.chance),
      ...range(inMoney(words.value)),
      ...[inMoney(words.atRisk), inMoney(words.gain)],
      ...[words.interval, words.analysisDay, words.method],
    ],
    row: (figures, contact) => [
      ...spreadsheetContact(contact, {
        alias: aliasOf(figures.customerId),
        shopDomain: shop.domain,
        language: locale.language,
      }),
      text(segmentWord(figures.segment, locale.language)),
      text(figures.leaving ? words.yes : words.no),
      day(figures.lastOrderDay),
      number(figures.ordersCounted),
      ...[percent(figures.pBuy90), percent(figures.pBuy90Low), percent(figures.pBuy90High)],
      number(figures.clv12m, digits),
      number(figures.clv12mLow, digits),
      number(figures.clv12mHigh, digits),
      number(figures.moneyAtRisk, digits),
      number(figures.rescueGain, digits),
      percent(intervalLevel),
      day(analysisDay),
      text(model === null ? words.rules : modelName(model)),
    ],
  };
}
