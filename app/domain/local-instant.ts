const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 86_400_000;

/** Turns a wall-clock moment of one zone into an instant. */
export type LocalInstant = (day: number, secondOfDay: number) => number;

/**
 * Wall clock of a zone to instants, for many moments: the offset of each hour is asked of `Intl` once.
 *
 * A moment that the clock skips (02:30 on the night summer time begins) becomes the one an hour away; a moment that it
 * shows twice becomes one of the two. The calendar day on the wall is kept in every zone that changes its clock
 * inside a day.
 * @param timeZone IANA name
 * @returns a function of the day number (days since 1970-01-01) and the second of that day, to milliseconds since
 *   1970-01-01T00:00:00Z
 */
export function localInstantIn(timeZone: string): LocalInstant {
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const offsetByHour = new Map<number, number>();

  function offsetAt(ms: number): number {
    const hour = Math.floor(ms / MS_PER_HOUR);
    let offset = offsetByHour.get(hour);
    if (offset === undefined) {
      const start = hour * MS_PER_HOUR;
      const part: Record<string, number> = {};
      for (const { type, value } of formatter.formatToParts(start)) part[type] = Number(value);
      const wall = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute);
      offset = wall - start;
      offsetByHour.set(hour, offset);
    }
    return offset;
  }

  return (day, secondOfDay) => {
    const wall = day * MS_PER_DAY + secondOfDay * 1000;
    // The offset belongs to the instant, which is what we look for: the second look is exact off the changes.
    const near = wall - offsetAt(wall);
    return wall - offsetAt(near);
  };
}
