import { eventColumns, controlColumns, type NamedColumn } from './given-columns';
import type { Granularity } from './marketing-series';
import { trendColumns } from './trend-columns';
import { weekdayColumns, yearlyColumns } from './season-columns';

type BaselinePart = 'level' | 'trend' | 'season' | 'weekday' | 'event' | 'control';

/** One column of the baseline; its coefficient is N(0, 1) because the values carry the prior's width. */
export interface BaselineColumn {
  readonly part: BaselinePart;
  /** Of the event or control; empty for what has no name. */
  readonly name: string;
  /** A value a row, times the prior standard deviation in units of mean revenue. */
  readonly values: Float64Array;
}

interface BaselineRows {
  readonly granularity: Granularity;
  readonly firstDay: number;
  /** All rows, those to be forecast included. */
  readonly rows: number;
  /** Rows whose revenue is known: they decide about knots, seasons and scales. */
  readonly knownRows: number;
  readonly events: readonly NamedColumn[];
  readonly controls: readonly NamedColumn[];
}

const LEVEL_SD = 0.5;

/** Everything that revenue would do without advertising: level, trend, seasons, events, controls. */
export function baselineDesign(input: BaselineRows): BaselineColumn[] {
  const { granularity, firstDay, rows, knownRows } = input;
  const daysPerRow = granularity === 'daily' ? 1 : 7;
  return [
    { part: 'level', name: '', values: new Float64Array(rows).fill(LEVEL_SD) },
    ...trendColumns(rows, knownRows, daysPerRow).map(column('trend')),
    ...yearlyColumns(firstDay, rows, knownRows, daysPerRow).map(column('season')),
    ...(granularity === 'daily' ? weekdayColumns(firstDay, rows).map(column('weekday')) : []),
    ...eventColumns(input.events, knownRows).map(named('event')),
    ...controlColumns(input.controls, knownRows, daysPerRow).map(named('control')),
  ];
}

function column(part: BaselinePart): (values: Float64Array) => BaselineColumn {
  return (values) => ({ part, name: '', values });
}

function named(part: BaselinePart): (given: NamedColumn) => BaselineColumn {
  return ({ name, values }) => ({ part, name, values });
}
