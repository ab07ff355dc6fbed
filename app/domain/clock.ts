/** Where the time comes from. Passed in, so that tests and the demo can stand on another day. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
