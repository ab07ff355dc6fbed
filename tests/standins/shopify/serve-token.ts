import { applyFault } from './apply-fault';
import { type Exchange, type Outcome, parseObject, readBody, sendJson } from './http-exchange';
import { answerTokenRequest } from './oauth';
import type { StandinCore, StandinShop } from './standin-core';

/** The token endpoint. */
export async function serveToken(exchange: Exchange, shop: StandinShop, core: StandinCore): Promise<Outcome> {
  const text = await readBody(exchange.request);
  const body = parseObject(text) ?? Object.fromEntries(new URLSearchParams(text));
  const occasion = { request: 'token', shop: shop.state.profile.domain, operationName: null } as const;
  const fault = core.faults.takeHttp(occasion);
  if (fault) return applyFault(exchange, fault, shop);
  const answer = answerTokenRequest(body, shop.state, core);
  return { status: sendJson(exchange.response, answer.status, answer.body) };
}
