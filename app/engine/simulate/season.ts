import { dayFromNumber, dayNumber, isoDay } from '~/domain/iso-day';

/** Monday first. Shops that sell to households peak early in the week and rest on Saturday. */
const WEEKDAY = [1.14, 1.08, 1.03, 1.0, 0.92, 0.8, 1.03];

/** January first, without the peaks below: a summer that is spent away, an autumn that comes back. */
const MONTH = [0.98, 0.96, 0.98, 0.99, 1.0, 0.93, 0.82, 0.64, 0.98, 1.06, 1.1, 1.05];

const MS_PER_DAY = 86_400_000;

/**
 * How much a shop in Spain sells on a day, relative to an ordinary one: month, weekday, Black Friday's week, the
 * weeks before Christmas and the holidays themselves.
 * @param day days since 1970-01-01
 */
export function dayIntensity(day: number): number {
  return smoothMonth(day) * WEEKDAY[weekday(day)]! * blackFriday(day) * christmas(day);
}

/** 0 is Monday. 1970-01-01 was a Thursday. */
export function weekday(day: number): number {
  return (day + 3) % 7;
}

/** The fourth Friday of November, as days since 1970-01-01. */
export function blackFridayOf(year: number): number {
  const first = dayNumber(isoDay(`${year}-11-01`));
  const firstFriday = first + ((4 - weekday(first) + 7) % 7);
  return firstFriday + 21;
}

/** Straight lines between the middles of the months: a step on the first of a month would be no season. */
function smoothMonth(day: number): number {
  const date = new Date(day * MS_PER_DAY);
  const month = date.getUTCMonth();
  const position = (date.getUTCDate() - 15) / 30.5;
  const other = (month + (position < 0 ? 11 : 1)) % 12;
  const share = Math.abs(position);
  return MONTH[month]! * (1 - share) + MONTH[other]! * share;
}

/** From the Monday before to Cyber Monday, highest on the Friday. */
function blackFriday(day: number): number {
  const after = day - blackFridayOf(yearOf(day));
  switch (after) {
    case -4:
    case -3:
      return 1.4;
    case -2:
      return 1.6;
    case -1:
      return 2.2;
    case 0:
      return 4.2;
    case 1:
      return 2.6;
    case 2:
      return 2.4;
    case 3:
      return 2.9;
    default:
      return 1;
  }
}

/** Gifts are ordered while the parcel still arrives; in Spain a second time before the Kings on 6 January. */
function christmas(day: number): number {
  const date = dayFromNumber(day).slice(5);
  if (date >= '12-04' && date <= '12-19') return 1.45;
  if (date === '12-24' || date === '12-25' || date === '12-31' || date === '01-01' || date === '01-06') {
    return 0.45;
  }
  if (date >= '12-20' && date <= '12-23') return 0.85;
  if (date >= '01-02' && date <= '01-04') return 1.2;
  return 1;
}

function yearOf(day: number): number {
  return Number(dayFromNumber(day).slice(0, 4));
}
