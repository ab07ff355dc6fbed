import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorAnswer } from './http-errors';

/** One request with where it was meant to go. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

/** What the request log keeps of an answer. */
export interface Outcome {
  readonly operationName?: string | null;
  readonly requestedCost?: number | null;
  readonly status: number | null;
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

export function sendJson(response: ServerResponse, status: number, body: unknown): number {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(
    JSON.stringify(body, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
  );
  return status;
}

export function sendError(
  response: ServerResponse,
  answer: ErrorAnswer,
  headers: Record<string, string> = {},
): number {
  response.writeHead(answer.status, { 'Content-Type': answer.contentType, ...headers });
  response.end(answer.body);
  return answer.status;
}

export function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
