import { Prisma } from './generated/prisma/client';

/**
 * A value for a JSON column. Prisma writes it as JSON.stringify does; bigints and functions are not JSON and throw
 * there. Null is stored as SQL's NULL.
 */
export function toJsonColumn(value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value === null || value === undefined ? Prisma.DbNull : value;
}

/** The same for a column that must hold something: null is stored as JSON's null. */
export function toRequiredJsonColumn(value: unknown): Prisma.InputJsonValue | typeof Prisma.JsonNull {
  return value === null || value === undefined ? Prisma.JsonNull : value;
}
