import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLSchema } from 'graphql';

const SCHEMA_FILE = new URL('../../../app/connectors/shopify/schema/admin-2026-10.graphql', import.meta.url);

export const API_VERSION = '2026-10';

let schema: GraphQLSchema | null = null;

/** The real Admin schema. Building it takes about a second, so a process does it once. */
export function adminSchema(): GraphQLSchema {
  schema ??= buildSchema(readFileSync(SCHEMA_FILE, 'utf8'), { assumeValidSDL: true });
  return schema;
}
