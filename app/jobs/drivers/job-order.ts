import type { JobDefinitions, JobName, JobPayload } from '../catalog';

/** What a driver stores for a job: the parsed payload and what the catalog says about it. */
export interface JobOrder {
  readonly data: unknown;
  readonly key: string | null;
  readonly attempts: number;
  readonly backoffMs: number;
}

/** Failed jobs stay for inspection; they do not hold their key. */
export const KEEP_FAILED = { age: 30 * 24 * 3_600, count: 1_000 } as const;

/** bull separates its Redis keys by `:` and `~` separates key and payload hash in ours. */
const PLAIN_KEY = /^[\w.-]+$/;

/** @throws ZodError when the payload does not fit the catalog */
export function orderJob<N extends JobName>(
  catalog: JobDefinitions,
  name: N,
  payload: JobPayload<N>,
): JobOrder {
  const { payload: schema, key, attempts, backoffMs } = catalog[name];
  const data = schema.parse(payload);
  return { data, key: key === null ? null : checkKey(key(data as never)), attempts, backoffMs };
}

/** @throws RangeError when a key holds what the drivers reserve */
export function checkKey(key: string): string {
  if (PLAIN_KEY.test(key)) return key;
  throw new RangeError(`invalid job key "${key}"; only letters, digits, "-", "_" and "." may be used`);
}
