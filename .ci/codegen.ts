import { fileURLToPath } from 'node:url';
import { type CodegenConfig, generate } from '@graphql-codegen/cli';
import { ApiType, pluckConfig, preset } from '@shopify/api-codegen-preset';

/**
 * Derives the types of our Shopify operations from the schema in the repository; goes nowhere near the network.
 * Run with `npx tsx .ci/codegen.ts`. The output is types only: nothing of it exists when the program runs.
 */
const scalars = {
  DateTime: 'string',
  Decimal: 'string',
  UnsignedInt64: 'string',
  URL: 'string',
};

// Typed loosely because Shopify's preset brings the types of an older version of the tool; it runs with this one.
const config: object = {
  schema: 'app/connectors/shopify/schema/admin-2026-10.graphql',
  documents: ['app/connectors/shopify/operations.ts'],
  pluckConfig,
  generates: {
    'app/connectors/shopify/generated/admin.types.d.ts': {
      plugins: ['typescript'],
      config: { onlyOperationTypes: true, enumsAsTypes: true, scalars },
    },
    'app/connectors/shopify/generated/admin.generated.d.ts': {
      preset,
      presetConfig: { apiType: ApiType.Admin, module: '../operation-types' },
      config: { scalars },
    },
  },
  silent: process.argv.includes('--silent'),
};

await generate({ ...(config as CodegenConfig), cwd: fileURLToPath(new URL('..', import.meta.url)) }, true);
