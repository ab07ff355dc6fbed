import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, type GraphQLSchema } from 'graphql';

const SCHEMA_PATH = 'app/connectors/shopify/schema/admin-2026-10.graphql';

export const API_VERSION = '2026-10';

let schema: GraphQLSchema | null = null;

/** The real Admin schema. Building it takes about a second, so a process does it once. */
export function adminSchema(): GraphQLSchema {
  schema ??= buildSchema(readFileSync(schemaFile(), 'utf8'), { assumeValidSDL: true });
  return schema;
}

/** Seen from the source and from the demo's bundle alike. */
function schemaFile(): URL {
  for (const up of ['../../../', '../../', '../']) {
    const file = new URL(`${up}${SCHEMA_PATH}`, import.meta.url);
    if (existsSync(file)) return file;
  }
  throw new Error(`no ${SCHEMA_PATH} above ${import.meta.url}`);
}
