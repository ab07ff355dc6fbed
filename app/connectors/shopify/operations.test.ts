import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  NoDeprecatedCustomRule,
  parse,
  specifiedRules,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { inlineVariables } from './inline-variables';
import * as operations from './operations';
import { ALL_ORDERS_SCOPE, APP_SCOPES, SCOPE_BY_ROOT_FIELD, SCOPE_BY_TYPE } from './scopes';

const fragments = new Set(['ORDER_HEADER_FIELDS', 'ORDER_LINE_FIELDS']);
const all: [string, string][] = Object.entries(operations).filter(([name]) => !fragments.has(name));
const exported = all.filter(([name]) => name.endsWith('_EXPORT'));

let schema: GraphQLSchema;
beforeAll(() => {
  schema = buildSchema(readFileSync(new URL('schema/admin-2026-10.graphql', import.meta.url), 'utf8'), {
    assumeValid: true,
  });
});

function scopesOf(document: DocumentNode): ReadonlySet<string> {
  const scopes = new Set<string>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const parent = types.getParentType();
        const isRoot = parent === schema.getQueryType() || parent === schema.getMutationType();
        const named = (types.getType()?.toString() ?? '').replaceAll(/[[\]!]/g, '');
        const scope = (isRoot ? SCOPE_BY_ROOT_FIELD[node.name.value] : undefined) ?? SCOPE_BY_TYPE[named];
        if (scope !== undefined) scopes.add(scope);
      },
      InlineFragment() {
        const scope = SCOPE_BY_TYPE[types.getType()?.toString() ?? ''];
        if (scope !== undefined) scopes.add(scope);
      },
    }),
  );
  return scopes;
}

/** Depth of connections within each other, and their number, in an operation's text. */
function connections(document: DocumentNode): { readonly count: number; readonly depth: number } {
  const types = new TypeInfo(schema);
  let count = 0;
  let depth = 0;
  let open = 0;
  const isConnection = () => /Connection!?$/.test(types.getType()?.toString() ?? '');
  const spread = inlineFragments(document);
  visit(
    spread,
    visitWithTypeInfo(types, {
      Field: {
        enter() {
          if (!isConnection()) return;
          count += 1;
          open += 1;
          depth = Math.max(depth, open);
        },
        leave() {
          if (isConnection()) open -= 1;
        },
      },
    }),
  );
  return { count, depth };
}

/** Names of the values that an operation asks for, without the objects that they stand in. */
function leavesOf(document: DocumentNode): readonly string[] {
  const leaves: string[] = [];
  visit(document, {
    Field({ name, selectionSet }) {
      if (!selectionSet) leaves.push(name.value);
    },
  });
  return leaves;
}

/** Only the operation, without its fragments: none of them holds a connection. */
function inlineFragments(document: DocumentNode): DocumentNode {
  return {
    ...document,
    definitions: document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION),
  };
}

describe('the operations that we send to Shopify', () => {
  it.each(all)('%s is valid against the Admin schema and uses nothing deprecated', (_name, text) => {
    const errors = validate(schema, parse(text), [...specifiedRules, NoDeprecatedCustomRule], {
      maxErrors: 5,
    });
    expect(errors.map(({ message }) => message)).toEqual([]);
  });

  it('fails on a deprecated field, argument or value: the check itself works', () => {
    const text = 'query { orders(first: 1) { nodes { totalPrice } } }';
    expect(validate(schema, parse(text), [NoDeprecatedCustomRule])).toHaveLength(1);
  });

  it('need exactly the scopes that shopify.app.toml asks for, and all orders instead of 60 days', () => {
    const used = new Set([ALL_ORDERS_SCOPE, ...all.flatMap(([, text]) => [...scopesOf(parse(text))])]);
    // A write scope brings its read scope.
    const implied = (scope: string) =>
      scope.startsWith('read_') && used.has(scope.replace('read_', 'write_'));
    const needed = [...used].filter((scope) => !implied(scope));
    const toml = readFileSync(new URL('../../../shopify.app.toml', import.meta.url), 'utf8');
    const asked = /^scopes = "([^"]*)"$/m.exec(toml)?.[1]?.split(',') ?? [];
    expect(asked.sort()).toEqual(needed.sort());
    expect([...APP_SCOPES].sort()).toEqual(asked.sort());
  });

  it.each(exported)('%s stays within what an export may be: 5 connections, 2 deep', (_name, text) => {
    const document = parse(inlineVariables(text, { query: `updated_at:>='2026-01-01T00:00:00.000Z'` }));
    expect(validate(schema, document)).toEqual([]);
    const { count, depth } = connections(document);
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(5);
    expect(depth).toBeLessThanOrEqual(2);
  });

  it('asks for nothing that names a person, but for the contacts that are read live', () => {
    const personal = /^(email\w*|\w*phone\w*|firstName|lastName|displayName|\w*address\w*|clientIp)$/i;
    const naming = all.filter(([, text]) => leavesOf(parse(text)).some((leaf) => personal.test(leaf)));
    expect(naming.map(([name]) => name)).toEqual(['CONTACTS_BY_ID']);
  });
});

describe('inlineVariables', () => {
  it('keeps a quote in a value inside the value', () => {
    const text = inlineVariables(operations.ORDER_TOTALS_EXPORT, { query: 'name:"#1") { x }' });
    expect(validate(schema, parse(text))).toEqual([]);
    expect(text).toContain(String.raw`"name:\"#1\") { x }"`);
    expect(text).not.toContain('$');
  });

  it('refuses an operation with a variable that has no value', () => {
    expect(() => inlineVariables(operations.ORDER_TOTALS_EXPORT, {})).toThrow(
      'no value for the variable $query',
    );
  });
});
