import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { applyFault } from './apply-fault';
import type { Exchange, Outcome } from './http-exchange';
import { EXPIRED_ANSWER, type StorageAnswer } from './result-storage';
import type { StandinCore } from './standin-core';

async function sendStored(exchange: Exchange, answer: StorageAnswer, share: number): Promise<number> {
  const { response } = exchange;
  if (answer.status !== 200) {
    response.writeHead(answer.status, { 'Content-Type': 'application/xml; charset=UTF-8' });
    response.end(answer.xml);
    return answer.status;
  }
  response.writeHead(200, { 'Content-Type': 'application/jsonl' });
  const { chunks, size } = answer.file;
  if (share >= 1) {
    await pipeline(Readable.from(chunks), response);
    return 200;
  }
  const whole = Buffer.concat(chunks);
  let cut = Math.floor(size * share);
  // Never at the end of a line: a whole number of lines would look like a whole file.
  if (whole[cut - 1] === 0x0a) cut -= 2;
  response.end(whole.subarray(0, Math.max(1, cut)));
  return 200;
}

/** Downloads of bulk results. */
export async function serveResult(exchange: Exchange, core: StandinCore): Promise<Outcome> {
  const fault = core.faults.takeHttp({ request: 'bulk-result', shop: null, operationName: null });
  if (fault?.kind === 'expired-url') return { status: await sendStored(exchange, EXPIRED_ANSWER, 1) };
  const answer = core.storage.get(exchange.path, exchange.query);
  if (fault?.kind === 'truncated') return { status: await sendStored(exchange, answer, fault.share) };
  if (fault) return applyFault(exchange, fault, undefined);
  return { status: await sendStored(exchange, answer, 1) };
}
