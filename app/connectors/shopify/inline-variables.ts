import { Kind, type ValueNode, parse, print, visit } from 'graphql';

/**
 * Writes the values of an operation's variables into its text: exports take a text without variables. Values are
 * placed in the syntax tree, so that a quote in one cannot end it.
 */
export function inlineVariables(operation: string, values: Readonly<Record<string, string | null>>): string {
  const document = visit(parse(operation), {
    VariableDefinition: () => null,
    Variable: ({ name }) => literal(name.value, values),
  });
  return print(document);
}

function literal(name: string, values: Readonly<Record<string, string | null>>): ValueNode {
  const value = values[name];
  if (value === undefined) throw new Error(`no value for the variable $${name}`);
  return value === null ? { kind: Kind.NULL } : { kind: Kind.STRING, value };
}
