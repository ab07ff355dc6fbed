import { redactText } from '~/observability/redact';

/** What of an error the queue's server may keep: message without personal data, no stack. */
export function storableError(error: Error): Error {
  const stored = new Error(redactText(`${error.name}: ${error.message}`));
  stored.stack = stored.message;
  return stored;
}
