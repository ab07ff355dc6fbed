import type { MarketingOptions } from './marketing-world';
import { byRow, saleEvent, weeklySeason, yearlySeason } from './yearly-pattern';

const DAYS_PER_YEAR = 365.25;
/** A shop in its worst week still sells something. */
const LEAST = 0.05;

/** What the baseline hangs on. */
interface BaselineDrivers {
  readonly demand: Float64Array;
  readonly promotions: Float64Array;
  readonly firstDay: number;
  readonly rowDays: number;
}

/** The baseline up to its height: 1 in an ordinary row in the middle of the series. */
export function baselineShape(options: MarketingOptions, drivers: BaselineDrivers): Float64Array {
  const { rows, yearlyGrowth = 0, hiddenDemand, promotions, baselineForm = 'multiply' } = options;
  const { demand, promotions: promoted, firstDay, rowDays } = drivers;
  const patterns = [
    byRow(rows, firstDay, rowDays, (day) => (options.yearlySeason ?? 0) * yearlySeason(day)),
    byRow(rows, firstDay, rowDays, (day) => (options.weeklySeason ?? 0) * weeklySeason(day)),
    byRow(rows, firstDay, rowDays, (day) => (options.saleEvents ?? 0) * saleEvent(day)),
    Float64Array.from(
      { length: rows },
      (_, row) => (yearlyGrowth * (row - (rows - 1) / 2) * rowDays) / DAYS_PER_YEAR,
    ),
    promoted.map((share) => (promotions?.revenue ?? 0) * share),
    demand.map((value) => Math.expm1((hiddenDemand?.revenue ?? 0) * value)),
  ];
  return Float64Array.from({ length: rows }, (_, row) => {
    const value =
      baselineForm === 'add'
        ? patterns.reduce((sum, pattern) => sum + pattern[row]!, 1)
        : patterns.reduce((product, pattern) => product * (1 + pattern[row]!), 1);
    return Math.max(LEAST, value);
  });
}
