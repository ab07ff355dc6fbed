import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import type { GraphQLNamedType, SelectionSetNode } from 'graphql';
import { NotImplementedError } from './graphql-failure';
import {
  fieldDefinition,
  fieldType,
  type Fragments,
  fragmentsOf,
  isConnection,
  isListField,
  selectedFields,
} from './selection';
import { toSyntaxError, toValidationError } from './validation-errors';

export interface BulkUserError {
  readonly field: readonly string[] | null;
  readonly message: string;
  readonly code: 'INVALID' | 'LIMIT_REACHED' | 'OPERATION_IN_PROGRESS';
}

const MAX_CONNECTIONS = 5;
const MAX_DEPTH = 2;

interface Findings {
  connections: number;
  depth: number;
  readonly viaNodes: string[];
  readonly withoutParentId: string[];
  inList: boolean;
}

function invalid(message: string): BulkUserError {
  return { field: ['query'], message, code: 'INVALID' };
}

function inspect(
  selectionSet: SelectionSetNode,
  parent: GraphQLNamedType,
  place: { readonly depth: number; readonly hasId: boolean; readonly inList: boolean },
  schema: GraphQLSchema,
  fragments: Fragments,
  findings: Findings,
): void {
  for (const { node, onType } of selectedFields(selectionSet, fragments)) {
    const type = onType === null ? parent : (schema.getType(onType) ?? parent);
    const field = fieldDefinition(type, node.name.value);
    if (!field || !node.selectionSet) continue;
    const target = fieldType(field);
    if (!isConnection(target)) {
      const inList = place.inList || (isListField(field) && node.name.value !== 'edges');
      const isNode = node.name.value === 'node';
      const hasId = isNode
        ? selectedFields(node.selectionSet, fragments).some(
            (inner) => inner.node.name.value === 'id' && !inner.node.alias,
          )
        : place.hasId;
      inspect(node.selectionSet, target, { depth: place.depth, hasId, inList }, schema, fragments, findings);
      continue;
    }
    findings.connections += 1;
    const depth = place.depth + 1;
    findings.depth = Math.max(findings.depth, depth);
    if (place.inList) findings.inList = true;
    if (depth > 1 && !place.hasId) findings.withoutParentId.push(node.name.value);
    const inner = selectedFields(node.selectionSet, fragments);
    if (inner.some((one) => one.node.name.value === 'nodes')) findings.viaNodes.push(node.name.value);
    inspect(node.selectionSet, target, { ...place, depth }, schema, fragments, findings);
  }
}

/** What `bulkOperationRunQuery` refuses at once, in Shopify's words (captured from the API, version 2026-04). */
export function checkBulkQuery(
  query: string,
  schema: GraphQLSchema,
): { readonly document: DocumentNode } | { readonly userErrors: readonly BulkUserError[] } {
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { userErrors: [invalid(`Invalid bulk query: ${toSyntaxError(error).message}`)] };
  }
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation?.operation !== OperationTypeNode.QUERY) {
    return { userErrors: [invalid('Invalid operation type. Only `query` operations are supported.')] };
  }
  if ((operation.variableDefinitions ?? []).length > 0) {
    throw new NotImplementedError('variables in a bulk query');
  }
  const failures = validate(schema, document);
  if (failures.length > 0) {
    return {
      userErrors: failures.map((failure) =>
        invalid(`Invalid bulk query: ${toValidationError(failure, document).message}`),
      ),
    };
  }
  const root = schema.getQueryType();
  if (!root) throw new Error('the schema has no query root');
  const fragments = fragmentsOf(document);
  const findings: Findings = { connections: 0, depth: 0, viaNodes: [], withoutParentId: [], inList: false };
  const place = { depth: 0, hasId: true, inList: false };
  inspect(operation.selectionSet, root, place, schema, fragments, findings);
  const userErrors = complaints(
    findings,
    selectedFields(operation.selectionSet, fragments).map(({ node }) => node.name.value),
  );
  return userErrors.length > 0 ? { userErrors } : { document };
}

function complaints(findings: Findings, topLevel: readonly string[]): BulkUserError[] {
  const errors: BulkUserError[] = [];
  if (findings.viaNodes.length > 0) {
    errors.push(
      invalid(
        "All connection fields in a bulk query must select their contents using 'edges' > 'node', e.g: 'products { edges { node {'. " +
          `Selecting via 'nodes' is not supported. Invalid connection fields: '${findings.viaNodes.join("', '")}'.`,
      ),
    );
  }
  const node = topLevel.find((name) => name === 'node' || name === 'nodes');
  if (node) errors.push(invalid(`Bulk queries cannot contain a top level \`${node}\` field.`));
  if (findings.depth > MAX_DEPTH) {
    errors.push(
      invalid(`Bulk queries cannot contain connections with a nesting depth greater than ${MAX_DEPTH}.`),
    );
  }
  if (findings.connections > MAX_CONNECTIONS) {
    errors.push(invalid(`Bulk queries cannot contain more than ${MAX_CONNECTIONS} connections.`));
  }
  if (findings.withoutParentId.length > 0) {
    errors.push(
      invalid(
        "The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type. " +
          `Connection fields without 'id': ${findings.withoutParentId.join(', ')}.`,
      ),
    );
  }
  if (findings.inList) {
    errors.push(
      invalid('Queries that contain a connection field within a list field are not currently supported.'),
    );
  }
  if (findings.connections === 0) {
    errors.push(invalid('Bulk queries must contain at least one connection.'));
  }
  return errors;
}
