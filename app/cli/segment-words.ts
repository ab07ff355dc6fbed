import { RULE_LIMITS, type FileCustomer, type SegmentThresholds } from '~/services/value-orders-file';
import type { Language } from './language';
import type { TerminalFormat } from './terminal-format';

type Segment = FileCustomer['segment'];
type Definitions = Readonly<Record<Segment, string>>;

export interface SegmentWords {
  /** By what the segments were drawn: chances and values of the model, or rules. */
  readonly definitions: (
    thresholds: SegmentThresholds,
    churnWindowDays: number | null,
    format: TerminalFormat,
  ) => Definitions;
  readonly whatToDo: Definitions;
  readonly columns: Readonly<Record<'fitted' | 'rules', readonly string[]>>;
  /** Column of the 12-month margin, where the share that is left is known. */
  readonly margin: string;
  readonly action: string;
  /** The values of the segments are sums of means; the shop's own has a range. */
  readonly sumOfMeans: (total: string) => string;
  readonly rulesOnly: string;
}

export function segmentWords(language: Language): SegmentWords {
  return language === 'es' ? SPANISH : ENGLISH;
}

const ENGLISH: SegmentWords = {
  definitions: (thresholds, days, { percent, precise }) => {
    if (days === null) return englishRules(percent);
    const high = percent(thresholds.highChurn);
    return {
      'vip-at-risk': `more than ${high} likely not to buy in ${days} days, and a 12-month value in the top ${percent(thresholds.vipShare)}`,
      loyal: `less than ${percent(thresholds.lowChurn)} likely not to buy in ${days} days, and orders expected in 90 days above ${precise(thresholds.loyalPurchases90)}`,
      'potential-whale': `a 12-month value in the top ${percent(thresholds.whaleShare)}, and neither at risk, lost nor loyal`,
      standard: 'everybody else',
      lost: `more than ${high} likely not to buy in ${days} days, and no VIP`,
    };
  },
  whatToDo: {
    'vip-at-risk': 'Write to each of them personally this week; an offer pays here before anywhere else.',
    loyal: 'Give no discounts, they buy anyway: thank them and show them what is new first.',
    'potential-whale': 'Recommend them something that goes with their last order, and serve them fast.',
    standard: 'Send the usual newsletter and a reminder when their next order is due.',
    lost: 'Spend little: one automatic message with a good reason to return, then no more paid advertising.',
  },
  columns: {
    fitted: ['segment', 'customers', 'share', 'revenue so far', '12-month value', 'at risk', 'mean churn'],
    rules: ['segment', 'customers', 'share', 'revenue so far'],
  },
  margin: '12-month margin',
  action: 'what to do',
  sumOfMeans: (total) =>
    `12-month values are sums of the customers’ means, discounted; only the whole shop’s has a range: ${total}.`,
  rulesOnly: 'Too little data for a model: segments by rules, without values.',
};

function englishRules(percent: TerminalFormat['percent']): Definitions {
  const { overdueGaps, goneGaps, loyalOrders, vipShare, whaleShare } = RULE_LIMITS;
  return {
    'vip-at-risk': `away for more than ${overdueGaps} times their usual gap after more than one order, and spend in the top ${percent(vipShare)}`,
    loyal: `${loyalOrders} orders or more, and away for no more than ${overdueGaps} times their usual gap`,
    'potential-whale': `spend in the top ${percent(whaleShare)}, and neither at risk, lost nor loyal`,
    standard: 'everybody else',
    lost: `away for more than ${goneGaps} times their usual gap, and no VIP`,
  };
}

const SPANISH: SegmentWords = {
  definitions: (thresholds, days, { percent, precise }) => {
    if (days === null) return spanishRules(percent);
    const high = percent(thresholds.highChurn);
    return {
      'vip-at-risk': `más de un ${high} de probabilidad de no comprar en ${days} días, y un valor a 12 meses entre el ${percent(thresholds.vipShare)} mayor`,
      loyal: `menos de un ${percent(thresholds.lowChurn)} de probabilidad de no comprar en ${days} días, y más pedidos esperados en 90 días que ${precise(thresholds.loyalPurchases90)}`,
      'potential-whale': `un valor a 12 meses entre el ${percent(thresholds.whaleShare)} mayor, y ni en riesgo, ni perdido, ni fiel`,
      standard: 'todos los demás',
      lost: `más de un ${high} de probabilidad de no comprar en ${days} días, sin ser VIP`,
    };
  },
  whatToDo: {
    'vip-at-risk':
      'Escríbeles esta semana uno a uno; aquí compensa una oferta antes que en ningún otro sitio.',
    loyal: 'No les hagas descuentos, compran igual: dales las gracias y enséñales antes las novedades.',
    'potential-whale': 'Recomiéndales algo que combine con su último pedido y atiéndelos rápido.',
    standard: 'Envíales el boletín de siempre y un aviso cuando les toque volver a comprar.',
    lost: 'Gasta poco: un mensaje automático con un buen motivo para volver y, después, nada de publicidad de pago.',
  },
  columns: {
    fitted: [
      'segmento',
      'clientes',
      'proporción',
      'ingresos hasta hoy',
      'valor a 12 meses',
      'en riesgo',
      'baja media',
    ],
    rules: ['segmento', 'clientes', 'proporción', 'ingresos hasta hoy'],
  },
  margin: 'margen a 12 meses',
  action: 'qué hacer',
  sumOfMeans: (total) =>
    `Los valores a 12 meses son sumas de las medias de los clientes, descontadas; solo el de toda la tienda tiene intervalo: ${total}.`,
  rulesOnly: 'Faltan datos para un modelo: segmentos por reglas, sin valores.',
};

function spanishRules(percent: TerminalFormat['percent']): Definitions {
  const { overdueGaps, goneGaps, loyalOrders, vipShare, whaleShare } = RULE_LIMITS;
  return {
    'vip-at-risk': `más de ${overdueGaps} veces su intervalo habitual sin comprar tras más de un pedido, y un gasto entre el ${percent(vipShare)} mayor`,
    loyal: `${loyalOrders} pedidos o más, y no más de ${overdueGaps} veces su intervalo habitual sin comprar`,
    'potential-whale': `un gasto entre el ${percent(whaleShare)} mayor, y ni en riesgo, ni perdido, ni fiel`,
    standard: 'todos los demás',
    lost: `más de ${goneGaps} veces su intervalo habitual sin comprar, sin ser VIP`,
  };
}
