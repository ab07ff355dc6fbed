import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isCompositeType,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import {
  argumentsOf,
  fieldDefinition,
  fieldType,
  type Fragments,
  isConnection,
  responseKey,
  selectedFields,
} from './selection';

export const MAX_QUERY_COST = 1000;
const MUTATION_COST = 10;

/**
 * A connection of size n costs `2 + c * floor(2 ln(max(2, n)))`, c being the cost of what is selected of one item:
 * the logarithmic rule that Shopify's staff gave (community.shopify.dev, "How to calculate GraphQL cost estimates");
 * it gives the 25 points observed for 250 variants with their inventory item.
 */
function sizedCost(size: number, itemCost: number): number {
  return size === 0 ? 2 : 2 + itemCost * Math.floor(2 * Math.log(Math.max(2, size)));
}

interface CostScope {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  readonly variables: Readonly<Record<string, unknown>>;
}

type FieldList = ReturnType<typeof selectedFields>;

/** Cost by Shopify's table: scalars 0, objects 1, mutations 10, connections by their size. */
export function requestedCost(operation: OperationDefinitionNode, scope: CostScope): number {
  const root = scope.schema.getRootType(operation.operation);
  if (!root) return 0;
  const fields = selectedFields(operation.selectionSet, scope.fragments);
  if (operation.operation === OperationTypeNode.MUTATION) return fields.length * MUTATION_COST;
  return costOfFields(fields, root, scope, null);
}

/** The same tally over what came back: a null object costs 1, a connection as many items as it holds. */
export function actualCost(operation: OperationDefinitionNode, scope: CostScope, data: unknown): number {
  const root = scope.schema.getRootType(operation.operation);
  if (!root) return 0;
  const fields = selectedFields(operation.selectionSet, scope.fragments);
  if (operation.operation === OperationTypeNode.MUTATION) return fields.length * MUTATION_COST;
  return costOfFields(fields, root, scope, { data });
}

function costOfFields(
  fields: FieldList,
  parent: GraphQLNamedType,
  scope: CostScope,
  answer: { readonly data: unknown } | null,
): number {
  // Selections under different type conditions exclude each other: the dearest one counts.
  const byCondition = new Map<string | null, number>();
  for (const { node, onType } of fields) {
    const type = onType === null ? parent : (scope.schema.getType(onType) ?? parent);
    const field = fieldDefinition(type, node.name.value);
    if (!field || !node.selectionSet) continue;
    const target = fieldType(field);
    if (!isCompositeType(target) || target.name === 'PageInfo') continue;
    const inner = selectedFields(node.selectionSet, scope.fragments);
    const value = answer ? { data: propertyOf(answer.data, responseKey(node)) } : null;
    let cost: number;
    if (isConnection(target)) {
      const args = argumentsOf(field, node, scope.variables);
      cost = connectionCost(inner, target, scope, Number(args['first'] ?? args['last'] ?? 0), value);
    } else {
      cost = 1 + childrenCost(inner, target, scope, value);
    }
    const condition = onType === parent.name ? null : onType;
    byCondition.set(condition, (byCondition.get(condition) ?? 0) + cost);
  }
  const always = byCondition.get(null) ?? 0;
  byCondition.delete(null);
  return always + Math.max(0, ...byCondition.values());
}

function childrenCost(
  inner: FieldList,
  target: GraphQLNamedType,
  scope: CostScope,
  value: { readonly data: unknown } | null,
): number {
  if (value === null) return costOfFields(inner, target, scope, null);
  if (value.data === null || value.data === undefined) return 0;
  if (!Array.isArray(value.data)) return costOfFields(inner, target, scope, value);
  return Math.max(
    0,
    ...value.data.map((item: unknown) => costOfFields(inner, target, scope, { data: item })),
  );
}

function connectionCost(
  inner: FieldList,
  target: GraphQLNamedType,
  scope: CostScope,
  requestedSize: number,
  value: { readonly data: unknown } | null,
): number {
  let itemCost = 0;
  let size = requestedSize;
  for (const { node } of inner) {
    const field = fieldDefinition(target, node.name.value);
    if (!field || !node.selectionSet || node.name.value === 'pageInfo') continue;
    const items = value ? propertyOf(value.data, responseKey(node)) : null;
    if (value) size = Array.isArray(items) ? items.length : 0;
    const itemFields = selectedFields(node.selectionSet, scope.fragments);
    // `edges` is the frame of `node`: an item is one object, whichever way it is selected.
    const frame = node.name.value === 'edges' ? 0 : 1;
    const answer = value ? { data: items } : null;
    itemCost = Math.max(itemCost, frame + childrenCost(itemFields, fieldType(field), scope, answer));
  }
  return sizedCost(size, itemCost);
}

function propertyOf(data: unknown, key: string): unknown {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[key] : undefined;
}
