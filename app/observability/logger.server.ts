import pino from 'pino';
import { redactFields, redactText } from './redact';

export type Logger = pino.Logger;

interface LoggerOptions {
  readonly level: pino.LevelWithSilent;
  /** Which process speaks: web, worker, bot. */
  readonly service: string;
  /** Standard output when absent. */
  readonly destination?: pino.DestinationStream;
}

/**
 * JSON lines without personal data. Three walls: values of private keys go ({@link redactFields}), errors keep only
 * type, code, message, stack and causes (a database error's `detail` quotes the row), and every finished line is
 * searched for e-mail addresses and credentials.
 */
export function createLogger({ level, service, destination }: LoggerOptions): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: { service, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: (error: unknown) => describeError(error, 0) },
    formatters: { level: (label) => ({ level: label }), log: redactFields },
    hooks: { streamWrite: redactText },
  };
  const log = destination === undefined ? pino(options) : pino(options, destination);
  // pino formats the bindings of the first logger only; those of its children come through here.
  const child = Reflect.get(log, 'child') as unknown as MakeChild;
  const redactingChild: MakeChild = function redactingChild(this: Logger, bindings, childOptions) {
    return child.call(this, redactFields(bindings), childOptions);
  };
  log.child = redactingChild as unknown as Logger['child'];
  return log;
}

type MakeChild = (this: Logger, bindings: pino.Bindings, options?: object) => Logger;

const DEEPEST_CAUSE = 4;

function describeError(error: unknown, depth: number): unknown {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const cause =
    error.cause === undefined || depth >= DEEPEST_CAUSE
      ? {}
      : { cause: describeError(error.cause, depth + 1) };
  return { type: error.name, ...code, message: error.message, stack: error.stack, ...cause };
}
