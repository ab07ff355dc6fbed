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

const USUAL: Readonly<Record<MarginCategory, number>> = {
  fashion: 0.5,
  beauty: 0.6,
  food: 0.35,
  home: 0.45,
  electronics: 0.25,
  sports: 0.45,
  other: 0.4,
};

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
