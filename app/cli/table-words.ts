import type { FileCustomer } from '~/services/value-orders-file';
import type { Language } from './language';

export interface TableWords {
  readonly basis: (customers: string, purchases: string, firstDay: string, now: string) => string;
  readonly model: string;
  readonly corrected: Readonly<Record<'both' | 'chances' | 'counts', string>>;
  readonly atRisk: string;
  readonly purchases: (days: number) => string;
  readonly revenue: (days: number) => string;
  readonly revenue12m: string;
  readonly columns: Readonly<Record<'fitted' | 'rules', readonly string[]>>;
  readonly segment: Readonly<Record<FileCustomer['segment'], string>>;
  readonly took: (seconds: string) => string;
}

export function tableWords(language: Language): TableWords {
  return language === 'es' ? SPANISH : ENGLISH;
}

const ENGLISH: TableWords = {
  basis: (customers, purchases, firstDay, now) =>
    `${customers} customers, ${purchases} purchases, ${firstDay} to ${now}`,
  model: 'Model',
  corrected: {
    both: 'Its chances and numbers of orders are corrected by what earlier trials got wrong.',
    chances: 'Its chances are corrected by what earlier trials got wrong.',
    counts: 'Its numbers of orders are corrected by what earlier trials got wrong.',
  },
  atRisk: 'Money at risk',
  purchases: (days) => `Purchases expected in ${days} days`,
  revenue: (days) => `Revenue expected in ${days} days`,
  revenue12m: 'Revenue expected in 12 months',
  columns: {
    fitted: ['customer', 'last order', 'orders', 'buys in 90 d', 'expected', 'value', 'at risk', 'segment'],
    rules: ['customer', 'last order', 'orders', 'overdue', 'spent', 'segment'],
  },
  segment: {
    'vip-at-risk': 'VIP at risk',
    lost: 'lost',
    loyal: 'loyal',
    'potential-whale': 'potential whale',
    standard: 'standard',
  },
  took: (seconds) => `${seconds} s`,
};

const SPANISH: TableWords = {
  basis: (customers, purchases, firstDay, now) =>
    `${customers} clientes, ${purchases} compras, del ${firstDay} al ${now}`,
  model: 'Modelo',
  corrected: {
    both: 'Sus probabilidades y números de pedidos se corrigen con lo que fallaron las pruebas anteriores.',
    chances: 'Sus probabilidades se corrigen con lo que fallaron las pruebas anteriores.',
    counts: 'Sus números de pedidos se corrigen con lo que fallaron las pruebas anteriores.',
  },
  atRisk: 'Dinero en riesgo',
  purchases: (days) => `Compras esperadas en ${days} días`,
  revenue: (days) => `Ingresos esperados en ${days} días`,
  revenue12m: 'Ingresos esperados en 12 meses',
  columns: {
    fitted: [
      'cliente',
      'último pedido',
      'pedidos',
      'compra en 90 d',
      'esperados',
      'valor',
      'en riesgo',
      'segmento',
    ],
    rules: ['cliente', 'último pedido', 'pedidos', 'retraso', 'gastado', 'segmento'],
  },
  segment: {
    'vip-at-risk': 'VIP en riesgo',
    lost: 'perdido',
    loyal: 'fiel',
    'potential-whale': 'posible gran cliente',
    standard: 'estándar',
  },
  took: (seconds) => `${seconds} s`,
};
