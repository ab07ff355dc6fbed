import { faultWriter, type CodedFault } from '~/connectors/csv/fault';
import { createFaultList, type InvalidCsv } from '~/connectors/csv/fault-list';
import type { LiftRow, LiftWarning } from '~/connectors/marketing-csv/contract';
import { readLiftTestsCsv } from '~/connectors/marketing-csv/read-lift-tests-csv';
import { dayFromNumber } from '~/domain/iso-day';
import { daysPerRow } from '~/engine/budget/spend-levels';
import type { LiftTest } from '~/engine/mmm/lift-test';
import type { MarketingSeries } from '~/engine/mmm/marketing-series';

/** What is wrong with an experiment in the light of the series that it belongs to. */
type MatchFaultCode = 'unknown-channel' | 'outside-series' | 'not-whole-weeks' | 'no-spend-tested';

const matchFault = faultWriter<MatchFaultCode>({
  'unknown-channel': {
    en: 'The series has no channel of this name. It has: {known}.',
    es: 'La serie no tiene ningún canal con este nombre. Tiene: {known}.',
  },
  'outside-series': {
    en: 'The experiment must lie within the series, which goes from {first} to {last}.',
    es: 'El experimento debe estar dentro de la serie, que va del {first} al {last}.',
  },
  'not-whole-weeks': {
    en: 'The series is weekly: an experiment begins on the first day of a week of the series and ends on a last one, such as {first} to {last}.',
    es: 'La serie es semanal: un experimento empieza el primer día de una semana de la serie y acaba en un último día, como del {first} al {last}.',
  },
  'no-spend-tested': {
    en: 'This channel spent nothing on these days: there was nothing to take away.',
    es: 'Este canal no gastó nada en esos días: no había nada que quitar.',
  },
});

type ReadLiftTests =
  | { readonly status: 'ok'; readonly lifts: readonly LiftTest[]; readonly warnings: readonly LiftWarning[] }
  | InvalidCsv<CodedFault<string>>;

/** The experiments of a file, each of which the series can hear. */
export async function readLiftTests(path: string, series: MarketingSeries): Promise<ReadLiftTests> {
  const read = await readLiftTestsCsv(path);
  if (read.status === 'invalid') return read;
  const faults = createFaultList<CodedFault<MatchFaultCode>>();
  for (const lift of read.lifts) checkLift(lift, series, faults.report);
  return faults.count > 0 ? faults.invalid() : read;
}

function checkLift(
  lift: LiftRow,
  { channels, granularity, firstDay, revenue }: MarketingSeries,
  report: (fault: CodedFault<MatchFaultCode>) => void,
): void {
  const { rowNumber: row, lastDay, measuredUntil = lastDay } = lift;
  const days = daysPerRow(granularity);
  const end = firstDay + days * revenue.length - 1;
  const day = (number: number): string => dayFromNumber(number);
  if (lift.firstDay < firstDay || measuredUntil > end) {
    const [column, outside] =
      lift.firstDay < firstDay
        ? ['from', lift.firstDay]
        : [lastDay > end ? 'to' : 'measured_until', measuredUntil];
    report(matchFault('outside-series', row, column, day(outside), { first: day(firstDay), last: day(end) }));
    return;
  }
  const startsWeek = (number: number): boolean => (number - firstDay) % days === 0;
  for (const [column, given, ok] of [
    ['from', lift.firstDay, startsWeek(lift.firstDay)],
    ['to', lastDay, startsWeek(lastDay + 1)],
    ['measured_until', measuredUntil, startsWeek(measuredUntil + 1)],
  ] as const) {
    if (ok) continue;
    report(
      matchFault('not-whole-weeks', row, column, day(given), {
        first: day(firstDay),
        last: day(firstDay + days - 1),
      }),
    );
    return;
  }
  for (const name of lift.channels) {
    const channel = channels.find((each) => each.name === name);
    if (!channel) {
      const known = channels.map((each) => each.name).join(', ');
      report(matchFault('unknown-channel', row, 'channels', name, { known }));
      continue;
    }
    const from = (lift.firstDay - firstDay) / days;
    const tested = channel.spend.subarray(from, (lastDay + 1 - firstDay) / days);
    if (!tested.some((spend) => spend > 0)) report(matchFault('no-spend-tested', row, 'channels', name));
  }
}
