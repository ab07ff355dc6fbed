import type { CodedFault } from './fault';

export const LISTED_FAULTS = 20;

export interface InvalidCsv<Fault> {
  readonly status: 'invalid';
  /** The first {@link LISTED_FAULTS}, by row. */
  readonly faults: readonly Fault[];
  readonly faultCount: number;
}

export interface FaultList<Fault> {
  readonly count: number;
  readonly report: (fault: Fault) => void;
  readonly invalid: () => InvalidCsv<Fault>;
}

/** Counts all faults and keeps the first of them. */
export function createFaultList<Fault extends CodedFault<string>>(): FaultList<Fault> {
  let kept: Fault[] = [];
  let count = 0;
  // Most faults come in the order of rows, those of the calendar in the order of days.
  const cut = (): Fault[] => kept.sort((a, b) => a.row - b.row).slice(0, LISTED_FAULTS);
  return {
    get count() {
      return count;
    },
    report: (fault) => {
      count++;
      kept.push(fault);
      if (kept.length > 50 * LISTED_FAULTS) kept = cut();
    },
    invalid: () => ({ status: 'invalid', faults: cut(), faultCount: count }),
  };
}
