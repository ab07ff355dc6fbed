import {
  type ASTNode,
  type DocumentNode,
  type GraphQLError,
  Kind,
  type OperationDefinitionNode,
  print,
  visit,
} from 'graphql';

interface ShopifyError {
  readonly message: string;
  readonly locations: readonly { readonly line: number; readonly column: number }[];
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

interface Translation {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** graphql-js wording to the wording and code of graphql-ruby, which Shopify runs. */
const TRANSLATIONS: readonly (readonly [RegExp, (parts: readonly string[]) => Translation])[] = [
  [
    /^Cannot query field "(.+?)" on type "(.+?)"/,
    ([fieldName = '', typeName = '']) => ({
      message: `Field '${fieldName}' doesn't exist on type '${typeName}'`,
      extensions: { code: 'undefinedField', typeName, fieldName },
    }),
  ],
  [
    /^Unknown argument "(.+?)" on field "(?:.+?)\.(.+?)"/,
    ([argumentName = '', name = '']) => ({
      message: `Field '${name}' doesn't accept argument '${argumentName}'`,
      extensions: { code: 'argumentNotAccepted', name, typeName: 'Field', argumentName },
    }),
  ],
  [
    /^Field "(.+?)" argument "(.+?)" of type ".+?" is required/,
    ([name = '', argument = '']) => ({
      message: `Field '${name}' is missing required arguments: ${argument}`,
      extensions: { code: 'missingRequiredArguments', className: 'Field', name, arguments: argument },
    }),
  ],
  [
    /^Variable "\$(.+?)" is not defined(?: by operation "(.+?)")?/,
    ([variableName = '', operation]) => ({
      message: `Variable $${variableName} is used by ${operation ?? 'anonymous query'} but not declared`,
      extensions: { code: 'variableNotDefined', variableName },
    }),
  ],
  [
    /^Variable "\$(.+?)" is never used(?: in operation "(.+?)")?/,
    ([variableName = '', operation]) => ({
      message: `Variable $${variableName} is declared by ${operation ?? 'anonymous query'} but not used`,
      extensions: { code: 'variableNotUsed', variableName },
    }),
  ],
  [
    /^Variable "\$(.+?)" of type "(.+?)" used in position expecting type "(.+?)"/,
    ([variableName = '', typeName = '', argumentTypeName = '']) => ({
      message: `Type mismatch on variable $${variableName} (${typeName} / ${argumentTypeName})`,
      extensions: { code: 'variableMismatch', variableName, typeName },
    }),
  ],
  [
    /^Field "(.+?)" of type "(.+?)" must have a selection of subfields/,
    ([field = '', type = '']) => ({
      message: `Field must have selections (field '${field}' returns ${type.replace(/[![\]]/g, '')} but has no selections. Did you mean '${field} { ... }'?)`,
      extensions: { code: 'selectionMismatch', nodeName: `field '${field}'`, typeName: type },
    }),
  ],
];

/** The way from the operation to a node, as graphql-ruby writes it: `["query Name", "orders", "nodes", "x"]`. */
function pathTo(document: DocumentNode, target: ASTNode | undefined): string[] {
  const path: string[] = [];
  const found: string[][] = [];
  visit(document, {
    enter(node) {
      if (node.kind === Kind.OPERATION_DEFINITION) {
        path.push(node.name ? `${node.operation} ${node.name.value}` : node.operation);
      } else if (node.kind === Kind.FRAGMENT_DEFINITION) {
        path.push(`fragment ${node.name.value}`);
      } else if (node.kind === Kind.FIELD) {
        path.push(node.alias?.value ?? node.name.value);
      }
      if (node === target) found.push([...path]);
    },
    leave(node) {
      if (
        node.kind === Kind.OPERATION_DEFINITION ||
        node.kind === Kind.FRAGMENT_DEFINITION ||
        node.kind === Kind.FIELD
      ) {
        path.pop();
      }
    },
  });
  return found[0] ?? [];
}

/** A validation error in Shopify's shape. */
export function toValidationError(error: GraphQLError, document: DocumentNode): ShopifyError {
  const base = { locations: error.locations ?? [], path: pathTo(document, error.nodes?.[0]) };
  for (const [pattern, translate] of TRANSLATIONS) {
    const match = pattern.exec(error.message);
    if (match) return { ...translate(match.slice(1)), ...base };
  }
  return { message: error.message, ...base, extensions: { code: 'argumentLiteralsIncompatible' } };
}

const BAD_VARIABLE = /^Variable "\$(\w+)" got invalid value [^]*?(?: at "\w+\.?(.*?)")?; ([^]*)$/;

/** A variable whose value does not fit its type, in Shopify's shape; `null` for any other error. */
export function toVariableError(
  error: GraphQLError,
  operation: OperationDefinitionNode,
): ShopifyError | null {
  const match = BAD_VARIABLE.exec(error.message);
  if (!match) return null;
  const [, name = '', path = '', why = ''] = match;
  const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  const type = definition ? print(definition.type) : '';
  const where = path === '' ? '' : ` for ${path} (${why})`;
  return {
    message: `Variable $${name} of type ${type} was provided invalid value${where}`,
    locations: error.locations ?? [],
    extensions: { code: 'INVALID_VARIABLE', problems: [{ path: path.split('.'), explanation: why }] },
  };
}

/** A syntax error in Shopify's shape. */
export function toSyntaxError(error: GraphQLError): ShopifyError {
  const detail = error.message
    .replace(/^Syntax Error: /, '')
    .replace('Unexpected <EOF>.', 'unexpected end of file')
    .replace(/, found <EOF>\.$/, ', unexpected end of file');
  return { message: `syntax error, ${detail}`, locations: error.locations ?? [] };
}
