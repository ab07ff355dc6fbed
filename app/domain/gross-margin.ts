/** Kinds of goods that a merchant chooses from while the shop's own gross margin is not known. */
export const MARGIN_CATEGORIES = [
  'fashion',
  'beauty',
  'food',
  'home',
  'electronics',
  'sports',
  'other',
] as const;
export type MarginCategory = (typeof MARGIN_CATEGORIES)[number];

/** Share of revenue that is left after the cost of goods, and whether the merchant said so. */
export interface GrossMargin {
  /** Above 0, at most 1. */
  readonly share: number;
  readonly source: 'confirmed' | 'estimated';
}

/**
 * The careful end of what is usual, in steps of 5 points: a margin guessed too high gives money away, one guessed too low
 * only forgoes some. It is the lower end of what two published tables of online shops have in common (Xopon's
 * "E-commerce margin benchmarks by category" and Circular Guru's "Average profit margin in eCommerce", both of 2025):
 * apparel 50 to 65 %, beauty 55 to 60, food 30 to 45, home 35 to 50, electronics 15 to 25, sports 35 to 50. Damodaran's
 * table of listed European companies (January 2019) agrees in order: apparel 63 %, household and beauty products 51, food
 * 39, furniture 29; those are makers and chains, so they are not taken as they stand. Other goods: the mean of the six.
 */
const USUAL: Readonly<Record<MarginCategory, number>> = {
  fashion: 0.5,
  beauty: 0.55,
  food: 0.3,
  home: 0.35,
  electronics: 0.15,
  sports: 0.35,
  other: 0.35,
};

/** What is assumed of a kind of goods, a share; an estimate until the merchant tells. */
export function usualMargin(category: MarginCategory | null): number {
  return USUAL[category ?? 'other'];
}

/** The merchant's own figure, else what is usual for the kind of goods. */
export function grossMargin(told: {
  readonly marginShare: number | null;
  readonly category: MarginCategory | null;
}): GrossMargin {
  const { marginShare, category } = told;
  if (marginShare !== null) return { share: marginShare, source: 'confirmed' };
  return { share: usualMargin(category), source: 'estimated' };
}
