import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { Kind } from 'graphql';
import {
  compileSelection,
  type CompiledSelection,
  nodeSelection,
  nodeType,
  type Row,
} from './compiled-selection';
import { NotImplementedError } from './graphql-failure';
import { fieldResolver, listResolver } from './resolvers';
import type { ResolverContext } from './resolvers/resolver';
import { checkFieldScope } from './scopes';
import {
  argumentsOf,
  fieldDefinition,
  fieldType,
  fragmentsOf,
  isConnection,
  selectedFields,
} from './selection';

const BATCH = 1000;

interface ExportProgress {
  readonly objectCount: number;
  readonly rootObjectCount: number;
}

export interface ExportPlan {
  readonly roots: () => readonly unknown[];
  readonly compiled: CompiledSelection;
  /** Global id of a root object. */
  readonly idOf: (item: unknown) => string;
}

/** Prepares the one top-level connection of a bulk query; runs the first object to find what is not implemented. */
export function planExport(
  document: DocumentNode,
  schema: GraphQLSchema,
  context: ResolverContext,
): ExportPlan {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const root = schema.getQueryType();
  if (!operation || !root) throw new Error('a bulk query has one operation');
  const fragments = fragmentsOf(document);
  const [top, ...others] = selectedFields(operation.selectionSet, fragments);
  if (!top?.node.selectionSet || others.length > 0) {
    throw new NotImplementedError('a bulk query with several top-level fields');
  }
  const name = top.node.name.value;
  const field = fieldDefinition(root, name);
  const list = listResolver(root.name, name);
  if (!field || !list || !isConnection(fieldType(field))) {
    throw new NotImplementedError(`the bulk root ${name}`);
  }
  const selection = nodeSelection(top.node.selectionSet, fragments);
  if (!selection) throw new NotImplementedError('a bulk query without edges and node');
  const args = argumentsOf(field, top.node, {});
  const itemType = nodeType(fieldType(field));
  const idField = fieldResolver(itemType.name, 'id');
  return {
    compiled: compileSelection(itemType, selection, { schema, fragments }),
    idOf: (item) => String(idField(item, {}, context)),
    roots: () => {
      checkFieldScope(root.name, name, context.scopes);
      return list(null, args, context).items;
    },
  };
}

/** A seeded shuffle (Fisher-Yates over a linear congruential generator): disorder that every run repeats. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const result = [...items];
  let state = seed >>> 0;
  for (let index = result.length - 1; index > 0; index -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (index + 1);
    const held = result[index] as T;
    result[index] = result[other] as T;
    result[other] = held;
  }
  return result;
}

function toLines(rows: readonly Row[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/**
 * Writes the JSONL in chunks, leaving the event loop between them. Ungrouped (the default since 2026-01), children
 * come shuffled and a batch later than their parents, because Shopify promises no order.
 */
export async function* exportChunks(
  plan: ExportPlan,
  groupObjects: boolean,
  context: ResolverContext,
): AsyncGenerator<{ readonly chunk: Buffer; readonly progress: ExportProgress }> {
  const roots = plan.roots();
  let objectCount = 0;
  let late: Row[] = [];
  for (let start = 0; start < roots.length; start += BATCH) {
    const batch = roots.slice(start, start + BATCH);
    const rows: Row[] = [];
    const children: Row[] = [];
    for (const item of batch) {
      const own: Row[] = [];
      const row = plan.compiled(item, { context, children: own, parentId: plan.idOf(item) });
      rows.push(row);
      if (groupObjects) rows.push(...own);
      else children.push(...own);
    }
    rows.push(...shuffled(late, start));
    objectCount += rows.length;
    late = children;
    const progress = { objectCount, rootObjectCount: Math.min(roots.length, start + BATCH) };
    yield { chunk: Buffer.from(toLines(rows)), progress };
    await nextTurn();
  }
  if (late.length > 0) {
    objectCount += late.length;
    yield {
      chunk: Buffer.from(toLines(shuffled(late, roots.length))),
      progress: { objectCount, rootObjectCount: roots.length },
    };
  }
}
