import { describe, expect, it } from 'vitest';
import { eventRows } from './event-columns';

const on = (name: string, ...days: number[]) => days.map((day) => ({ day, name, weight: 1 }));
const daily = { granularity: 'daily', firstDay: 100, rows: 5 } as const;
const weekly = { granularity: 'weekly', firstDay: 100, rows: 3 } as const;

describe('days of a calendar as columns', () => {
  it('have their weight on their day, and nothing outside the rows', () => {
    const days = [{ day: 101, name: 'half', weight: 0.5 }, ...on('edge', 99, 100, 104, 105)];
    expect(eventRows(days, daily)).toEqual([
      { name: 'edge', values: Float64Array.of(1, 0, 0, 0, 1) },
      { name: 'half', values: Float64Array.of(0, 0.5, 0, 0, 0) },
    ]);
  });

  it('are averaged over the days of a week, first and last day included', () => {
    const days = [...on('sale', 100, 106, 107), { day: 113, name: 'sale', weight: 0.5 }, ...on('sale', 121)];
    expect(eventRows(days, weekly)).toEqual([{ name: 'sale', values: Float64Array.of(2 / 7, 1.5 / 7, 0) }]);
  });

  it('come in the order of their names, whatever the order of the days', () => {
    const days = [...on('c', 100), ...on('a', 101), ...on('b', 102)];
    expect(eventRows(days, daily)).toEqual(eventRows(days.toReversed(), daily));
    expect(eventRows(days, daily).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });

  it('leave out what never happened, and what is the same in every row: that is the level', () => {
    expect(eventRows([...on('elsewhere', 7), ...on('always', 100, 101, 102, 103, 104)], daily)).toEqual([]);
  });

  it('are one column where they only differ by a factor, with the smaller values', () => {
    const days = [...on('week', 101, 102, 103), ...on('day', 104), ...on('other', 100, 110)];
    expect(eventRows(days, weekly)).toEqual([
      { name: 'day + week', values: Float64Array.of(1 / 7, 0, 0) },
      { name: 'other', values: Float64Array.of(1 / 7, 1 / 7, 0) },
    ]);
  });

  it('that share a row stay apart where another row tells them apart', () => {
    const days = [...on('a', 100, 101), ...on('b', 100, 101, 102)];
    expect(eventRows(days, daily).map(({ name }) => name)).toEqual(['a', 'b']);
  });
});
