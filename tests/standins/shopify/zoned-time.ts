const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** What the wall clock of `timeZone` shows at `ms`, as if it were UTC. */
function wallClock(ms: number, timeZone: string): number {
  const parts = new Map(
    formatterFor(timeZone)
      .formatToParts(ms)
      .map((part) => [part.type, Number(part.value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/**
 * The instant (ms since 1970) at which the wall clock of a zone shows a local time such as `2026-03-01T12:00:00`.
 * A time that a clock change skips or repeats is read with the offset that held before the change.
 */
export function zonedTimeToMs(localTime: string, timeZone: string): number {
  const asUtc = Date.parse(`${localTime}Z`);
  const first = asUtc - (wallClock(asUtc, timeZone) - asUtc);
  return asUtc - (wallClock(first, timeZone) - first);
}

/** The instant as the shop's clock shows it, with the offset: `2026-03-01T12:00:00+01:00`. */
export function zonedIso(instant: string, timeZone: string): string {
  const ms = Date.parse(instant);
  const local = wallClock(ms, timeZone);
  const offset = Math.round((local - ms) / 60_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const sign = offset < 0 ? '-' : '+';
  const size = Math.abs(offset);
  const text = new Date(local).toISOString().slice(0, 19);
  return `${text}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
