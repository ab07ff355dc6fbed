import { randomUUID } from 'node:crypto';
import type { HttpFault } from './faults';
import { throttledBody } from './graphql-execution';
import { errorAnswer } from './http-errors';
import { type Exchange, type Outcome, sendError, sendJson } from './http-exchange';
import type { StandinShop } from './standin-core';

/** Answers, or does not answer, as the fault says. */
export function applyFault(exchange: Exchange, fault: HttpFault, shop: StandinShop | undefined): Outcome {
  const { response } = exchange;
  switch (fault.kind) {
    case 'hang':
      return { status: null };
    case 'reset':
      exchange.request.socket.destroy();
      return { status: null };
    case 'status': {
      const headers: Record<string, string> =
        fault.status === 429 || fault.retryAfterS !== undefined
          ? { 'Retry-After': (fault.retryAfterS ?? 2).toFixed(1) }
          : {};
      return { status: sendError(response, errorAnswer(fault.status), headers) };
    }
    case 'throttled': {
      const status = shop?.state.bucket.status();
      return status
        ? { status: sendJson(response, 200, throttledBody(10, { ...status, currentlyAvailable: 0 })) }
        : { status: sendError(response, errorAnswer(404)) };
    }
    case 'internal-error': {
      const requestId = randomUUID();
      const message = `Internal error. Looks like something went wrong on our end.\nRequest ID: ${requestId} (include this in support requests).`;
      const errors = [{ message, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } }];
      return { status: sendJson(response, 200, { errors }) };
    }
    case 'truncated':
    case 'expired-url':
      throw new Error(`${fault.kind} belongs to bulk results`);
  }
}
