import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { API_VERSION } from './admin-schema';
import type { RequestKind } from './faults';
import { errorAnswer } from './http-errors';
import { type Exchange, sendError, sendJson } from './http-exchange';
import { STORAGE_HOST } from './result-storage';
import { serveGraphql } from './serve-graphql';
import { serveResult } from './serve-result';
import { serveToken } from './serve-token';
import type { StandinCore } from './standin-core';

const GRAPHQL_PATH = `/admin/api/${API_VERSION}/graphql.json`;
const TOKEN_PATH = '/admin/oauth/access_token';

/** `/{host}/path` (how `fetchVia` maps) or a plain path with the host in the Host header. */
function locate(request: IncomingMessage): { host: string; path: string; query: URLSearchParams } {
  const url = new URL(request.url ?? '/', 'http://standin');
  const [, first = '', ...rest] = url.pathname.split('/');
  if (first.includes('.')) return { host: first, path: `/${rest.join('/')}`, query: url.searchParams };
  return { host: request.headers.host ?? '', path: url.pathname, query: url.searchParams };
}

function kindOf(exchange: Exchange): RequestKind | null {
  if (exchange.host === STORAGE_HOST) return 'bulk-result';
  if (exchange.request.method !== 'POST') return null;
  if (exchange.path === GRAPHQL_PATH) return 'graphql';
  return exchange.path === TOKEN_PATH ? 'token' : null;
}

async function serve(exchange: Exchange, core: StandinCore): Promise<void> {
  const kind = kindOf(exchange);
  const shop = core.shops.get(exchange.host);
  exchange.response.setHeader('X-Request-Id', randomUUID());
  if (kind === null || (kind !== 'bulk-result' && !shop)) {
    sendError(exchange.response, errorAnswer(404));
    return;
  }
  if (kind === 'graphql') exchange.response.setHeader('X-Shopify-API-Version', API_VERSION);
  const outcome =
    kind === 'bulk-result' || !shop
      ? await serveResult(exchange, core)
      : kind === 'token'
        ? await serveToken(exchange, shop, core)
        : await serveGraphql(exchange, shop, core);
  core.requests.add({
    at: new Date().toISOString(),
    kind,
    shop: shop?.state.profile.domain ?? null,
    operationName: outcome.operationName ?? null,
    requestedCost: outcome.requestedCost ?? null,
    status: outcome.status,
    userAgent: exchange.request.headers['user-agent'] ?? null,
  });
}

type ControlHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Starts the HTTP server on 127.0.0.1; control requests (`/__standin/...`) pass even during an outage. */
export async function startServer(
  core: StandinCore,
  control: ControlHandler,
  port: number,
): Promise<{ readonly server: Server; readonly port: number }> {
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url?.startsWith('/__standin/')) return control(request, response);
    if (core.faults.outage) {
      request.socket.destroy();
      return;
    }
    return serve({ request, response, ...locate(request) }, core);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { standinError: error instanceof Error ? error.message : String(error) });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { server, port: (server.address() as AddressInfo).port };
}
