/** How a rescue stands, from the group that was picked to codes that were taken back. */
export const RESCUE_STATUSES = [
  /** A job looks up who may be written to and plans the offers. */
  'checking',
  /** The merchant looks at it; nothing is stored but the plan. */
  'ready',
  /** The hold-out is drawn and stored; a job makes the codes. */
  'creating',
  'active',
  /** A job takes the codes back. */
  'undoing',
  'undone',
  /** The job that was at it has given up. */
  'failed',
  /** Thrown away before anything was made. */
  'discarded',
] as const;
export type RescueStatus = (typeof RESCUE_STATUSES)[number];

/** In these a job is at the rescue, or should be. */
export const STATUSES_AT_WORK = [
  'checking',
  'creating',
  'undoing',
] as const satisfies readonly RescueStatus[];
export type StatusAtWork = (typeof STATUSES_AT_WORK)[number];

export function isAtWork(status: RescueStatus): status is StatusAtWork {
  return STATUSES_AT_WORK.some((atWork) => atWork === status);
}
