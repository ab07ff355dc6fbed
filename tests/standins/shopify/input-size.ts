import { GraphQLError, Kind, type OperationDefinitionNode, type ValueNode } from 'graphql';

const MAX_INPUT_LIST = 250;

/** A list too long, with the way to it. */
interface LongList {
  readonly size: number;
  readonly path: readonly string[];
}

function longValue(value: unknown, path: readonly string[]): LongList | null {
  if (Array.isArray(value)) {
    if (value.length > MAX_INPUT_LIST) return { size: value.length, path };
    return first(value.map((item: unknown) => longValue(item, path)));
  }
  if (typeof value !== 'object' || value === null) return null;
  return first(Object.entries(value).map(([name, inner]) => longValue(inner, [...path, name])));
}

function longLiteral(
  node: ValueNode,
  path: readonly string[],
  variables: Readonly<Record<string, unknown>>,
): LongList | null {
  switch (node.kind) {
    case Kind.VARIABLE:
      return longValue(variables[node.name.value], path);
    case Kind.LIST:
      if (node.values.length > MAX_INPUT_LIST) return { size: node.values.length, path };
      return first(node.values.map((item) => longLiteral(item, path, variables)));
    case Kind.OBJECT:
      return first(
        node.fields.map((field) => longLiteral(field.value, [...path, field.name.value], variables)),
      );
    default:
      return null;
  }
}

function first(found: readonly (LongList | null)[]): LongList | null {
  return found.find((one) => one !== null) ?? null;
}

/** Shopify refuses lists of more than 250 anywhere in the arguments of a request, before anything runs. */
export function inputSizeError(
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError | null {
  for (const field of operation.selectionSet.selections) {
    if (field.kind !== Kind.FIELD) continue;
    for (const argument of field.arguments ?? []) {
      const start = [field.alias?.value ?? field.name.value, argument.name.value];
      const long = longLiteral(argument.value, start, variables);
      if (!long) continue;
      return new GraphQLError(
        `The input array size of ${long.size} is greater than the maximum allowed of ${MAX_INPUT_LIST}.`,
        { nodes: [field], path: [...long.path], extensions: { code: 'MAX_INPUT_SIZE_EXCEEDED' } },
      );
    }
  }
  return null;
}
