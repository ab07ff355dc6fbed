import type Bull from 'bull';
import { settledWithin } from './deadline';

/** What bull keeps of a queue beyond its types. */
interface BullInternals {
  closing?: Promise<void>;
  readonly clients: readonly { disconnect(): void; flushQueue(error: Error): void }[];
  setWorkerName(): Promise<void>;
  _clearTimers(): Promise<void>;
}

/**
 * Opens the connections of a worker that bull would open one by one, so that {@link hangUp} finds them all. Leaves out
 * their names: bull sends them without waiting for an answer, which without Redis is a rejection nobody handles.
 */
export function openWorkerConnections(bull: Bull.Queue): void {
  internals(bull).setWorkerName = () => Promise.resolve();
  for (const name of ['client', 'eclient', 'bclient']) Reflect.get(bull, name);
}

/** From here on the worker takes no job: neither by asking, nor with the answer to a finished one, nor by waiting. */
export function stopTaking(bull: Bull.Queue): void {
  internals(bull).closing = Promise.resolve();
  (Reflect.get(bull, 'bclient') as { disconnect(): void }).disconnect();
}

/**
 * Lets the last commands be answered and ends the connections. Instead of bull's own `close`, which does not end without
 * Redis: it opens the blocking connection again on the way, and that one goes on trying for ever.
 */
export async function hangUp(bull: Bull.Queue, withinMs: number): Promise<void> {
  // Answers come in the order of the commands.
  await settledWithin(withinMs, bull.client.ping());
  await settledWithin(withinMs, internals(bull)._clearTimers());
  for (const client of internals(bull).clients) {
    // Commands that Redis never took are dropped: rejected, those of the library's own would be handled by nobody.
    client.flushQueue = () => undefined;
    client.disconnect();
  }
}

function internals(bull: Bull.Queue): BullInternals {
  return bull as unknown as BullInternals;
}
