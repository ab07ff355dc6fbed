/**
 * The generated types add one member an operation to these two interfaces, keyed by the operation's text. Without them
 * (`npx tsx .ci/codegen.ts` not run yet) no operation type-checks.
 * @public
 */
export interface AdminQueries {
  readonly __version?: '2026-10';
}
/** @public */
export interface AdminMutations {
  readonly __version?: '2026-10';
}

type Operations = AdminQueries & AdminMutations;

/** Text of an operation of `operations.ts`. */
export type Operation = Exclude<keyof Operations, '__version'>;

export type OperationResult<Op extends Operation> = Operations[Op] extends { return: infer R } ? R : never;
export type OperationVariables<Op extends Operation> = Operations[Op] extends {
  variables: infer V extends object;
}
  ? V
  : never;
