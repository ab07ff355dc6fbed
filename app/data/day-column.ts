import { dayFromNumber, dayNumber, type IsoDay } from '~/domain/iso-day';

const MS_PER_DAY = 86_400_000;

/** A date column arrives as midnight UTC. */
export function dayOf(column: Date): IsoDay {
  return dayFromNumber(column.getTime() / MS_PER_DAY);
}

export function dayColumn(day: IsoDay): Date {
  return new Date(dayNumber(day) * MS_PER_DAY);
}
