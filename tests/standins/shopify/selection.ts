import {
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type DocumentNode,
  type SelectionSetNode,
} from 'graphql';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export function fragmentsOf(document: DocumentNode): Fragments {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return fragments;
}

/** One field selection with the type condition under which it stands; `null` means every type. */
interface SelectedField {
  readonly node: FieldNode;
  readonly onType: string | null;
}

/** The fields of a selection set with fragments opened. */
export function selectedFields(
  selectionSet: SelectionSetNode,
  fragments: Fragments,
  onType: string | null = null,
): SelectedField[] {
  const fields: SelectedField[] = [];
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD) {
      fields.push({ node: selection, onType });
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value ?? onType;
      fields.push(...selectedFields(selection.selectionSet, fragments, condition));
    } else {
      const fragment = fragments.get(selection.name.value);
      if (fragment) {
        fields.push(...selectedFields(fragment.selectionSet, fragments, fragment.typeCondition.name.value));
      }
    }
  }
  return fields;
}

export function responseKey(node: FieldNode): string {
  return node.alias?.value ?? node.name.value;
}

/** The definition of a field on an object or interface type; `null` for `__typename`. */
export function fieldDefinition(type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | null {
  if (!isObjectType(type) && !isInterfaceType(type)) return null;
  return type.getFields()[name] ?? null;
}

export function isConnection(type: GraphQLNamedType): boolean {
  return isObjectType(type) && type.name.endsWith('Connection');
}

export function isListField(field: GraphQLField<unknown, unknown>): boolean {
  return isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
}

/** Whether a type condition holds for a concrete type. */
export function conditionHolds(schema: GraphQLSchema, onType: string | null, concrete: string): boolean {
  if (onType === null || onType === concrete) return true;
  const condition = schema.getType(onType);
  const type = schema.getType(concrete);
  return isAbstractType(condition) && isObjectType(type) && schema.isSubType(condition, type);
}

export function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return getArgumentValues(field, node, variables);
}

export function fieldType(field: GraphQLField<unknown, unknown>): GraphQLNamedType {
  return getNamedType(field.type);
}
