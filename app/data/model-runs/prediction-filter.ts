import type { SmartFilter } from '~/domain/customer-filter';
import { Prisma } from '../generated/prisma/client';

/** Which customers of a run are meant. */
export interface PredictionFilter {
  readonly smart: SmartFilter | null;
  readonly search: PredictionSearch | null;
}

/** Customers of whom one of the two is true; of an empty search nobody is. */
export interface PredictionSearch {
  /** How their pseudonym begins or, of digits alone, their id. */
  readonly code: string | null;
  /** Found elsewhere, by what is not stored here. */
  readonly customerIds: readonly string[];
}

export const EVERYBODY: PredictionFilter = { smart: null, search: null };

/** A filter as the database is asked. */
export interface FilterCondition {
  readonly where: Prisma.Sql;
  /** True when the indexes of the list's orders answer it; otherwise the few that match are looked up and sorted. */
  readonly indexed: boolean;
}

/** Ids of Shopify. */
const DIGITS = /^\d+$/;
/** Days from the first order on which a customer is new. */
const NEW_DAYS = 90;

/** `silent-vip` is about all of a run at once, not about one row: see {@link silentVips}. */
export function filterCondition({ smart, search }: PredictionFilter): FilterCondition {
  const bySmart = smartCondition(smart);
  if (search === null) return bySmart;
  const bySearch = searchCondition(search);
  return {
    where: Prisma.sql`${bySmart.where} AND ${bySearch.where}`,
    indexed: bySmart.indexed && bySearch.indexed,
  };
}

function smartCondition(smart: SmartFilter | null): FilterCondition {
  switch (smart) {
    case null:
      // Any: so that all are counted along the small index of segments, which has the rows as they lie.
      return { where: Prisma.sql`segment >= ''`, indexed: true };
    case 'leaving':
      return { where: Prisma.sql`leaving`, indexed: true };
    case 'likely-gone':
      // Churn above 70 % is the first thing that segments ask for, and these two are what they then answer.
      return { where: Prisma.sql`segment IN ('vip-at-risk', 'lost')`, indexed: true };
    case 'silent-vip':
      return { where: Prisma.sql`TRUE`, indexed: false };
    case 'new-whale':
      return {
        where: Prisma.sql`segment = 'potential-whale' AND age_days <= ${NEW_DAYS}::int`,
        indexed: false,
      };
    default:
      return { where: Prisma.sql`segment = ${smart}`, indexed: true };
  }
}

function searchCondition({ code, customerIds }: PredictionSearch): FilterCondition {
  if (code === null) return oneOf(customerIds);
  // Not LIKE: row-level security lets no index be used for it.
  const arms = [Prisma.sql`alias COLLATE "C" ^@ ${code}`];
  if (DIGITS.test(code)) arms.push(Prisma.sql`customer_id ^@ ${code}`);
  if (customerIds.length > 0) arms.push(oneOf(customerIds).where);
  return { where: Prisma.sql`(${Prisma.join(arms, ' OR ')})`, indexed: true };
}

function oneOf(customerIds: readonly string[]): FilterCondition {
  return { where: Prisma.sql`customer_id = ANY(${[...customerIds]}::text[])`, indexed: false };
}
