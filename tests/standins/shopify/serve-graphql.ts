import type { AccessToken } from './access-tokens';
import { applyFault } from './apply-fault';
import { executeGraphql } from './graphql-execution';
import { errorAnswer, type ErrorAnswer, NON_EXPIRING_TOKEN } from './http-errors';
import { type Exchange, type Outcome, parseObject, readBody, sendError, sendJson } from './http-exchange';
import type { StandinCore, StandinShop } from './standin-core';

function refusalFor(token: AccessToken | null, shop: StandinShop): ErrorAnswer | null {
  if (token?.shop !== shop.state.profile.domain || !shop.state.installed) return errorAnswer(401);
  return token.expiresAtMs === null ? errorAnswer(403, NON_EXPIRING_TOKEN) : null;
}

/** The GraphQL endpoint: faults, token, then execution. */
export async function serveGraphql(
  exchange: Exchange,
  shop: StandinShop,
  core: StandinCore,
): Promise<Outcome> {
  const body = parseObject(await readBody(exchange.request));
  const query = typeof body?.['query'] === 'string' ? body['query'] : null;
  const named = /\b(?:query|mutation)\s+([A-Za-z_]\w*)/.exec(query ?? '')?.[1] ?? null;
  const operationName = typeof body?.['operationName'] === 'string' ? body['operationName'] : null;
  const occasion = {
    request: 'graphql',
    shop: shop.state.profile.domain,
    operationName: operationName ?? named,
  } as const;
  const fault = core.faults.takeHttp(occasion);
  if (fault) return { operationName: occasion.operationName, ...applyFault(exchange, fault, shop) };

  const header = exchange.request.headers['x-shopify-access-token'];
  const token = typeof header === 'string' ? core.tokens.find(header) : null;
  const refusal = refusalFor(token, shop);
  if (refusal || !token) {
    return {
      operationName: occasion.operationName,
      status: sendError(exchange.response, refusal ?? errorAnswer(401)),
    };
  }
  if (query === null) {
    return {
      status: sendJson(exchange.response, 400, {
        errors: { query: 'Required parameter missing or invalid' },
      }),
    };
  }
  const variables = body?.['variables'];
  const context = {
    shop: shop.state,
    apiKey: core.apiKey,
    // A scope taken away ends at once; one newly granted needs a new token.
    scopes: new Set(token.scopes.filter((scope) => shop.state.scopes.has(scope))),
    bulk: shop.bulk,
    webhooks: shop.subscriptions,
    discounts: shop.discounts,
  };
  const request = {
    query,
    operationName,
    variables:
      typeof variables === 'object' && variables !== null ? (variables as Record<string, unknown>) : {},
  };
  const answer = executeGraphql(request, context, shop.state.bucket);
  return {
    operationName: answer.operationName,
    requestedCost: answer.requestedCost,
    status: sendJson(exchange.response, answer.status, answer.body),
  };
}
