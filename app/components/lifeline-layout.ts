import { scaleLinear } from '@visx/scale';
import { addDays, dayNumber, type IsoDay } from '~/domain/iso-day';

interface LifelineInput {
  /** The latest first. */
  readonly purchases: readonly { readonly day: IsoDay; readonly net: number }[];
  readonly analysisDay: IsoDay;
  /** Days from the analysis day up to which the next order is due; null where nothing is drawn ahead. */
  readonly dueDays: number | null;
}

interface LifelineLayout {
  /** Positions along the line and heights, 0 to 1. */
  readonly marks: readonly { readonly day: IsoDay; readonly x: number; readonly height: number }[];
  readonly today: number;
  /** End of the stretch from today in which the next order is due; cut where it goes on beyond the drawing. */
  readonly due: { readonly x: number; readonly day: IsoDay; readonly cut: boolean } | null;
}

/** Future drawn at most, against the past, for the line is about what happened; a short past may look further. */
const LARGEST_FUTURE = 0.4;
const SHORT_PAST_FUTURE_DAYS = 60;
const SMALLEST_HEIGHT = 0.15;

/** Where the purchases of a customer lie between the first one drawn, the analysis day and the next order. */
export function layoutLifeline({ purchases, analysisDay, dueDays }: LifelineInput): LifelineLayout {
  const today = dayNumber(analysisDay);
  const start = Math.min(today, ...purchases.map(({ day }) => dayNumber(day)));
  const past = Math.max(1, today - start);
  const future =
    dueDays === null
      ? 0
      : Math.min(dueDays, Math.max(SHORT_PAST_FUTURE_DAYS, Math.ceil(past * LARGEST_FUTURE)));
  const x = scaleLinear<number>({ domain: [start, start + past + future], range: [0, 1] });
  const largest = Math.max(...purchases.map(({ net }) => net), 0);
  const height = scaleLinear<number>({ domain: [0, largest], range: [0, 1] });
  return {
    marks: purchases.map(({ day, net }) => ({
      day,
      x: x(dayNumber(day)),
      height: largest > 0 ? Math.max(SMALLEST_HEIGHT, height(net)) : 1,
    })),
    today: x(today),
    due:
      dueDays === null
        ? null
        : { x: x(today + future), day: addDays(analysisDay, dueDays), cut: future < dueDays },
  };
}
