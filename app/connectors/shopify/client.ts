import { ClientError, GraphQLClient } from 'graphql-request';
import type { z } from 'zod';
import type { Clock } from '~/domain/clock';
import { ConnectorError, type ConnectorErrorCode } from '../contract';
import { httpFailure, networkFailure } from '../http-failure';
import { type RetryPolicy, type Sleep, retry, sleepFor } from '../retry';
import { createCostGauge, queryCostOf } from './cost-gauge';
import { graphqlFailure } from './graphql-failure';
import type { Operation, OperationResult, OperationVariables } from './operation-types';
import { isShopDomain } from './shop-domain';

const API_VERSION = '2026-10';

const REQUEST_TIMEOUT_MS = 30_000;

/** One answer, or failure, of the Admin API: for metrics and debug logs. */
export interface ShopifyRequestEvent {
  readonly operation: string;
  readonly outcome: 'ok' | ConnectorErrorCode;
  readonly milliseconds: number;
  /** Waited beforehand so as not to be throttled. */
  readonly waitedMs: number;
  readonly requestedCost: number | null;
}

export interface ShopifyClientOptions {
  /** `example.myshopify.com` */
  readonly shop: string;
  /**
   * A valid access token. When the shop refuses one (401), it is asked once more with the refused token: another
   * process may have replaced it.
   */
  readonly accessToken: (refused?: string) => Promise<string>;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly sleep?: Sleep;
  /** Uniform in [0, 1), for the jitter of the back-off. */
  readonly random?: () => number;
  readonly observe?: (event: ShopifyRequestEvent) => void;
  /** How long an answer may take before the request is tried again; 30 seconds when absent. */
  readonly timeoutMs?: number;
  /** Ends everything the client does; for a job's own end. */
  readonly signal?: AbortSignal;
}

/** A schema that can read every answer the operation may give: otherwise a type error, not a surprise in production. */
type Reads<S extends z.ZodType, Op extends Operation> =
  OperationResult<Op> extends z.input<S> ? S : { readonly 'the schema cannot read the answer of': Op };

export interface ShopifyClient {
  readonly shop: string;
  /** Runs one operation. @throws ConnectorError */
  request<Op extends Operation, S extends z.ZodType>(
    operation: Op,
    schema: S & Reads<S, Op>,
    variables: OperationVariables<Op>,
    signal?: AbortSignal,
  ): Promise<z.output<S>>;
  /** Opens an export's result, without the token: it lies with a storage provider. @throws ConnectorError */
  download(url: string, signal?: AbortSignal): Promise<Response>;
  /** Waits between polls; here so that tests do not. */
  readonly sleep: Sleep;
}

/** A client of one shop's Admin API that waits its turn, retries what may pass, and names what may not. */
export function createShopifyClient(options: ShopifyClientOptions): ShopifyClient {
  const { shop, accessToken, clock, observe } = options;
  // The token goes wherever this name points.
  if (!isShopDomain(shop)) throw new RangeError(`not a shop domain: ${shop}`);
  const sleep = options.sleep ?? sleepFor;
  const policy: RetryPolicy = {
    sleep,
    random: options.random ?? Math.random,
    tries: 5,
    throttledTries: 20,
    baseMs: 500,
    capMs: 20_000,
  };
  const gauge = createCostGauge(clock);
  const both = (signal: AbortSignal | undefined): AbortSignal | undefined =>
    signal && options.signal ? AbortSignal.any([signal, options.signal]) : (signal ?? options.signal);
  const url = `https://${shop}/admin/api/${API_VERSION}/graphql.json`;
  const graphql = new GraphQLClient(url, {
    errorPolicy: 'all',
    fetch: (input, init) => fetchWhole(options.fetch, input, init),
  });

  async function attempt(name: string, operation: string, variables: object, signal?: AbortSignal) {
    const waitedMs = gauge.reserve(name);
    if (waitedMs > 0) await sleep(waitedMs, signal);
    const started = clock.now().getTime();
    let cost: ReturnType<typeof queryCostOf> = null;
    let outcome: ShopifyRequestEvent['outcome'] = 'ok';
    try {
      const response = await send(operation, variables, signal);
      cost = queryCostOf(response.extensions);
      if (cost) gauge.record(name, cost);
      const failure = graphqlFailure(name, response.errors, cost);
      if (failure) throw failure;
      return response.data;
    } catch (error) {
      const failure = asConnectorError(name, error, clock.now(), signal);
      outcome = failure.code;
      throw failure;
    } finally {
      const milliseconds = clock.now().getTime() - started;
      observe?.({
        operation: name,
        outcome,
        milliseconds,
        waitedMs,
        requestedCost: cost?.requestedQueryCost ?? null,
      });
    }
  }

  async function send(operation: string, variables: object, signal?: AbortSignal) {
    const timeout = AbortSignal.timeout(options.timeoutMs ?? REQUEST_TIMEOUT_MS);
    const request = (token: string) =>
      graphql.rawRequest({
        query: operation,
        variables,
        requestHeaders: { 'X-Shopify-Access-Token': token },
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
    const token = await accessToken();
    try {
      return await request(token);
    } catch (error) {
      if (!(error instanceof ClientError) || error.response.status !== 401) throw error;
      const replaced = await accessToken(token);
      if (replaced === token) throw error;
      return await request(replaced);
    }
  }

  return {
    shop,
    sleep: (ms, signal) => sleep(ms, both(signal)),
    async request<Op extends Operation, S extends z.ZodType>(
      operation: Op,
      schema: S & Reads<S, Op>,
      variables: OperationVariables<Op>,
      callSignal?: AbortSignal,
    ): Promise<z.output<S>> {
      const name = operationName(operation);
      const signal = both(callSignal);
      const data = await retry(() => attempt(name, operation, variables, signal), policy, signal);
      const reader: S = schema;
      const parsed = reader.safeParse(data);
      if (!parsed.success) {
        throw new ConnectorError('invalid-response', `${name} answered in an unknown shape`, {
          cause: parsed.error,
        });
      }
      return parsed.data;
    },
    download: (address, callSignal) => {
      const signal = both(callSignal);
      return retry(() => openDownload(options.fetch, address, clock.now(), signal), policy, signal);
    },
  };
}

/** Reads the body too before it returns: a connection that breaks in the middle is a network failure like any other. */
async function fetchWhole(doFetch: typeof fetch, input: URL | RequestInfo, init?: RequestInit) {
  try {
    // A redirect would carry the token to whatever host it names.
    const response = await doFetch(input, { ...init, redirect: 'manual' });
    const { status, statusText, headers } = response;
    return new Response(await response.text(), { status, statusText, headers });
  } catch (cause) {
    throw networkFailure('Shopify', cause);
  }
}

function asConnectorError(name: string, error: unknown, now: Date, signal?: AbortSignal): ConnectorError {
  signal?.throwIfAborted();
  if (error instanceof ConnectorError) return error;
  if (error instanceof ClientError) {
    const headers = new Headers(error.response.headers instanceof Headers ? error.response.headers : {});
    return httpFailure(name, { status: error.response.status, headers }, now);
  }
  return new ConnectorError('invalid-response', `${name} answered with something unreadable`, {
    cause: error,
  });
}

async function openDownload(doFetch: typeof fetch, url: string, now: Date, signal?: AbortSignal) {
  let response: Response;
  try {
    response = await doFetch(url, signal ? { signal } : {});
  } catch (cause) {
    throw networkFailure('the export result', cause, signal);
  }
  if (response.ok) return response;
  await response.body?.cancel();
  // Storage providers answer an address past its date with 403 (signature), 404 or 410.
  if ([400, 401, 403, 404, 410].includes(response.status)) {
    throw new ConnectorError('expired-url', `the export result answered ${response.status}`);
  }
  throw httpFailure('the export result', response, now);
}

/** Name of the operation in its text; also the key of its cost. */
function operationName(operation: string): string {
  return /\b(?:query|mutation)\s+(\w+)/.exec(operation)?.[1] ?? 'unnamed';
}
