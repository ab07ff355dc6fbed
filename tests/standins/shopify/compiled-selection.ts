import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { NotImplementedError } from './graphql-failure';
import { fieldResolver, listResolver } from './resolvers';
import type { ResolverContext } from './resolvers/resolver';
import { checkFieldScope } from './scopes';
import {
  argumentsOf,
  conditionHolds,
  fieldDefinition,
  fieldType,
  type Fragments,
  isConnection,
  isListField,
  responseKey,
  selectedFields,
} from './selection';

/** One object of a bulk result. */
export type Row = Record<string, unknown>;

interface RowScope {
  readonly context: ResolverContext;
  /** Objects of nested connections, collected with the `__parentId` of the node they hang on. */
  readonly children: Row[];
  /** Global id of the enclosing node. */
  readonly parentId: string | null;
}

export type CompiledSelection = (source: unknown, scope: RowScope) => Row;

interface Compilation {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
}

/**
 * Turns a selection into closures once, so that a bulk operation over a whole shop costs a function call a field:
 * graphql-js plans every object anew, which is an order of magnitude slower. Same resolvers, same scopes.
 * A nested connection leaves its parent and becomes objects of their own.
 */
export function compileSelection(
  type: GraphQLNamedType,
  selectionSet: SelectionSetNode,
  compilation: Compilation,
): CompiledSelection {
  if (isAbstractType(type)) return compileAbstract(selectionSet, compilation);
  if (!isObjectType(type)) throw new NotImplementedError(`a selection on ${type.name}`);
  const writers: ((source: unknown, row: Row, scope: RowScope) => void)[] = [];
  for (const { node, onType } of selectedFields(selectionSet, compilation.fragments)) {
    if (!conditionHolds(compilation.schema, onType, type.name)) continue;
    const key = responseKey(node);
    const name = node.name.value;
    if (name === '__typename') {
      writers.push((_source, row) => (row[key] = type.name));
      continue;
    }
    const field = fieldDefinition(type, name);
    if (!field) throw new NotImplementedError(`${type.name}.${name}`);
    const target = fieldType(field);
    const args = argumentsOf(field, node, {});
    if (isConnection(target)) {
      if (node.selectionSet) {
        writers.push(compileConnection(type.name, name, target, node.selectionSet, args, compilation));
      }
      continue;
    }
    const resolve = fieldResolver(type.name, name);
    if (!node.selectionSet || !isCompositeType(target)) {
      writers.push((source, row, scope) => (row[key] = resolve(source, args, scope.context) ?? null));
      continue;
    }
    const inner = compileSelection(target, node.selectionSet, compilation);
    const many = isListField(field);
    writers.push((source, row, scope) => {
      const value = resolve(source, args, scope.context);
      if (value === null || value === undefined) row[key] = null;
      else if (many && Array.isArray(value)) row[key] = value.map((item: unknown) => inner(item, scope));
      else row[key] = inner(value, scope);
    });
  }
  return (source, scope) => {
    const row: Row = {};
    for (const write of writers) write(source, row, scope);
    return row;
  };
}

function compileAbstract(selectionSet: SelectionSetNode, compilation: Compilation): CompiledSelection {
  const byType = new Map<string, CompiledSelection>();
  return (source, scope) => {
    const name =
      typeof source === 'object' && source !== null && '__typename' in source
        ? String(source.__typename)
        : '';
    let compiled = byType.get(name);
    if (!compiled) {
      const type = compilation.schema.getType(name);
      if (!type) throw new NotImplementedError(`objects of type ${name || 'unknown'}`);
      compiled = compileSelection(type, selectionSet, compilation);
      byType.set(name, compiled);
    }
    return compiled(source, scope);
  };
}

/** The selection inside `edges { node { ... } }`, which is the only form a bulk query may use. */
export function nodeSelection(connection: SelectionSetNode, fragments: Fragments): SelectionSetNode | null {
  const selections = selectedFields(connection, fragments)
    .filter(({ node }) => node.name.value === 'edges')
    .flatMap(({ node }) => (node.selectionSet ? selectedFields(node.selectionSet, fragments) : []))
    .filter(({ node }) => node.name.value === 'node')
    .flatMap(({ node }) => node.selectionSet?.selections ?? []);
  return selections.length > 0 ? { kind: Kind.SELECTION_SET, selections } : null;
}

/** The type of the nodes of a connection. */
export function nodeType(connection: GraphQLNamedType): GraphQLNamedType {
  const nodes = fieldDefinition(connection, 'nodes');
  if (!nodes) throw new NotImplementedError(`nodes of ${connection.name}`);
  return fieldType(nodes);
}

function compileConnection(
  typeName: string,
  fieldName: string,
  connection: GraphQLNamedType,
  selectionSet: SelectionSetNode,
  args: Readonly<Record<string, unknown>>,
  compilation: Compilation,
): (source: unknown, row: Row, scope: RowScope) => void {
  const list = listResolver(typeName, fieldName);
  if (!list) throw new NotImplementedError(`the connection ${typeName}.${fieldName} in bulk`);
  const selection = nodeSelection(selectionSet, compilation.fragments);
  if (!selection) return () => undefined;
  const itemType = nodeType(connection);
  const compiled = compileSelection(itemType, selection, compilation);
  const ownId =
    isObjectType(itemType) && itemType.getFields()['id'] ? fieldResolver(itemType.name, 'id') : null;
  return (source, _row, scope) => {
    checkFieldScope(typeName, fieldName, scope.context.scopes);
    for (const item of list(source, args, scope.context).items) {
      const id = ownId ? String(ownId(item, {}, scope.context)) : scope.parentId;
      const position = scope.children.length;
      const row = compiled(item, { ...scope, parentId: id });
      // A child stands before its own children.
      scope.children.splice(position, 0, { ...row, __parentId: scope.parentId });
    }
  };
}
