import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import { adminSchema } from './admin-schema';
import { NotImplementedError } from './graphql-failure';
import { inputSizeError } from './input-size';
import { actualCost, MAX_QUERY_COST, requestedCost } from './query-cost';
import { fieldResolver } from './resolvers';
import type { Resolver, ResolverContext } from './resolvers/resolver';
import { type Fragments, fragmentsOf } from './selection';
import type { ThrottleBucket, ThrottleStatus } from './throttle-bucket';
import { toSyntaxError, toValidationError, toVariableError } from './validation-errors';

interface GraphqlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

interface GraphqlAnswer {
  readonly status: number;
  readonly body: unknown;
  /** For the request log. */
  readonly operationName: string | null;
  readonly requestedCost: number | null;
}

interface PreparedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
}

const prepared = new Map<string, PreparedOperation>();
const MAX_PREPARED = 200;
const resolverCache = new Map<string, Resolver<unknown>>();

function cachedResolver(typeName: string, fieldName: string): Resolver<unknown> {
  const key = `${typeName}.${fieldName}`;
  let resolver = resolverCache.get(key);
  if (!resolver) {
    resolver = fieldResolver(typeName, fieldName);
    resolverCache.set(key, resolver);
  }
  return resolver;
}

function costExtension(requested: number, actual: number | null, throttleStatus: ThrottleStatus): unknown {
  return { cost: { requestedQueryCost: requested, actualQueryCost: actual, throttleStatus } };
}

/** Shopify's answer when the bucket does not hold the requested cost: HTTP 200, no data. */
export function throttledBody(requested: number, status: ThrottleStatus): unknown {
  return {
    errors: [
      {
        message: 'Throttled',
        extensions: { code: 'THROTTLED', documentation: 'https://shopify.dev/api/usage/rate-limits' },
      },
    ],
    extensions: costExtension(requested, null, status),
  };
}

function maxCostBody(cost: number): unknown {
  return {
    errors: [
      {
        message:
          `Query cost is ${cost}, which exceeds the single query max cost limit (${MAX_QUERY_COST}).\n\n` +
          'See https://shopify.dev/concepts/about-apis/rate-limits for more information on how the\n' +
          'cost of a query is calculated.\n\n' +
          'To query larger amounts of data with fewer limits, bulk operations should be used instead.\n' +
          'See https://shopify.dev/tutorials/perform-bulk-operations-with-admin-api for usage details.\n',
        extensions: {
          code: 'MAX_COST_EXCEEDED',
          cost,
          maxCost: MAX_QUERY_COST,
          documentation: 'https://shopify.dev/api/usage/limits#rate-limits',
        },
      },
    ],
  };
}

function prepare(request: GraphqlRequest): PreparedOperation | { readonly errors: readonly unknown[] } {
  const key = `${request.operationName ?? ''}\n${request.query}`;
  const known = prepared.get(key);
  if (known) return known;
  let document: DocumentNode;
  try {
    document = parse(request.query);
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [toSyntaxError(error)] };
    throw error;
  }
  const failures = validate(adminSchema(), document);
  if (failures.length > 0) return { errors: failures.map((failure) => toValidationError(failure, document)) };
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const operation =
    request.operationName === null
      ? operations.length === 1
        ? operations[0]
        : undefined
      : operations.find((candidate) => candidate.name?.value === request.operationName);
  if (!operation) {
    const message =
      request.operationName === null
        ? 'An operation name is required'
        : `No operation named "${request.operationName}"`;
    return { errors: [{ message }] };
  }
  const result = { document, operation, fragments: fragmentsOf(document) };
  if (prepared.size >= MAX_PREPARED) prepared.clear();
  prepared.set(key, result);
  return result;
}

function run(plan: PreparedOperation, request: GraphqlRequest, context: ResolverContext): ExecutionResult {
  const result = execute({
    schema: adminSchema(),
    document: plan.document,
    operationName: request.operationName,
    variableValues: request.variables,
    contextValue: context,
    fieldResolver: (source: unknown, args: Record<string, unknown>, ctx: ResolverContext, info) =>
      cachedResolver(info.parentType.name, info.fieldName)(source, args, ctx),
    typeResolver: (value: unknown) =>
      typeof value === 'object' && value !== null && '__typename' in value
        ? String(value.__typename)
        : undefined,
  });
  if (result instanceof Promise) throw new Error('resolvers of the stand-in answer at once');
  return result;
}

/** Executes one Admin API request: syntax, schema, cost, throttle, then our resolvers on the shop's data. */
export function executeGraphql(
  request: GraphqlRequest,
  context: ResolverContext,
  bucket: ThrottleBucket,
): GraphqlAnswer {
  const plan = prepare(request);
  if ('errors' in plan) {
    return {
      status: 200,
      body: { errors: plan.errors },
      operationName: request.operationName,
      requestedCost: null,
    };
  }
  const operationName = plan.operation.name?.value ?? null;
  const scope = { schema: adminSchema(), fragments: plan.fragments, variables: request.variables };
  const cost = requestedCost(plan.operation, scope);
  const answer = (status: number, body: unknown): GraphqlAnswer => ({
    status,
    body,
    operationName,
    requestedCost: cost,
  });
  const tooLong = inputSizeError(plan.operation, request.variables);
  if (tooLong) {
    const extensions = costExtension(cost, null, bucket.status());
    return answer(200, { errors: [tooLong.toJSON()], extensions });
  }
  if (cost > MAX_QUERY_COST && plan.operation.operation === OperationTypeNode.QUERY) {
    return answer(200, maxCostBody(cost));
  }
  if (!bucket.tryTake(cost)) return answer(200, throttledBody(cost, bucket.status()));

  const result = run(plan, request, context);
  const variableErrors = (result.errors ?? []).flatMap(
    (error) => toVariableError(error, plan.operation) ?? [],
  );
  if (variableErrors.length > 0) {
    bucket.giveBack(cost);
    return answer(200, { errors: variableErrors });
  }
  const missing = result.errors?.find((error) => error.originalError instanceof NotImplementedError);
  if (missing) {
    bucket.giveBack(cost);
    return answer(501, { errors: [{ message: missing.message, path: missing.path }] });
  }
  const bug = result.errors?.find(
    (error) => error.originalError && !(error.originalError instanceof GraphQLError),
  );
  if (bug?.originalError) throw bug.originalError;
  const actual = Math.min(cost, actualCost(plan.operation, scope, result.data));
  bucket.giveBack(cost - actual);
  return answer(200, {
    ...(result.errors ? { errors: result.errors.map((error) => error.toJSON()) } : {}),
    data: result.data ?? null,
    extensions: costExtension(cost, actual, bucket.status()),
  });
}
