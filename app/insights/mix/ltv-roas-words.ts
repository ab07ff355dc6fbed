import type { LtvRoas } from '~/engine/budget/ltv-roas';
import { withRange, type Language, type Speaker } from './speaker';

interface LtvRoasPhrases {
  readonly total: (planned: string, today: string) => string;
  readonly plannedOnly: (planned: string) => string;
  /** What the series must hold for the figure to mean what it says. */
  readonly basis: string;
}

/** The headline of a plan for what customers will be worth; empty where the plan spends nothing. */
export function ltvRoasWords(
  { planned, today }: { readonly planned: LtvRoas; readonly today: LtvRoas },
  say: Speaker,
): readonly string[] {
  if (planned.total === null) return [];
  const { total, plannedOnly, basis } = PHRASES[say.language];
  const written = withRange(planned.total, say.number, say);
  return [
    today.total ? total(written, withRange(today.total, say.number, say)) : plannedOnly(written),
    basis,
  ];
}

const PHRASES: Readonly<Record<Language, LtvRoasPhrases>> = {
  en: {
    total: (planned, today) =>
      `12-month return (LTV-ROAS): ${planned} for each 1 spent; with today’s spend ${today}.`,
    plannedOnly: (planned) => `12-month return (LTV-ROAS): ${planned} for each 1 spent.`,
    basis:
      'It counts every unit of revenue that the channels cause as a first order: fit a series of new customers’ first orders, or repeat orders count twice.',
  },
  es: {
    total: (planned, today) =>
      `Retorno a 12 meses (LTV-ROAS): ${planned} por cada 1 invertido; con el gasto de hoy, ${today}.`,
    plannedOnly: (planned) => `Retorno a 12 meses (LTV-ROAS): ${planned} por cada 1 invertido.`,
    basis:
      'Cuenta como primer pedido cada unidad de ingresos que causan los canales: ajusta una serie de primeros pedidos de clientes nuevos, o los pedidos repetidos contarán dos veces.',
  },
};
