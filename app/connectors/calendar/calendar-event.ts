/** Columns of a calendar; those of one country are 12, in Spain 14. */
export type EventName =
  | 'public-holiday'
  | 'before-holiday'
  /** Around Black Friday: Monday to Thursday before it, and the weekend after it. */
  | 'black-friday-week'
  | 'black-friday'
  | 'cyber-monday'
  | 'christmas-run-up'
  /** Too late for a parcel to arrive in time. */
  | 'christmas-late'
  | 'christmas'
  | 'reyes-run-up'
  | 'sales-start'
  | 'valentines-run-up'
  | 'mothers-day-run-up'
  | 'fathers-day-run-up'
  | 'singles-day';

export interface CalendarEvent {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly name: EventName;
  /** Part of the day that counts: 1, or a half for a holiday from noon. */
  readonly weight: number;
}
