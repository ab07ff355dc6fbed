interface DayPlaces {
  /** Where the analysis day lies, 0 to 1 of the width. */
  readonly today: number;
  /** Whether the drawing goes on beyond it. */
  readonly ahead: boolean;
}

interface PlacedLabel {
  readonly of: 'first' | 'today' | 'last';
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Shares of the narrowest drawing (a phone's card) that a day takes, and the analysis day with its name. */
const DAY = 0.27;
const TODAY = 0.45;

/** Which days can be written below a time plot without two of them meeting, and which way each text goes. */
export function placeDayLabels({ today, ahead }: DayPlaces): readonly PlacedLabel[] {
  const anchor = today > 1 - TODAY / 2 ? 'end' : today < TODAY / 2 ? 'start' : 'middle';
  const width = { start: 0, middle: TODAY / 2, end: TODAY }[anchor];
  const from = today - width;
  const to = from + TODAY;
  const labels: PlacedLabel[] = [{ of: 'today', anchor }];
  if (from >= DAY) labels.unshift({ of: 'first', anchor: 'start' });
  if (ahead && to <= 1 - DAY) labels.push({ of: 'last', anchor: 'end' });
  return labels;
}
