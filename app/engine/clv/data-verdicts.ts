import { dayFromNumber, type IsoDay } from '~/domain/iso-day';
import type { Verdict } from './customer-valuation';
import type { RfmSummary } from './rfm-summary';

export const REQUIRED_REPEAT_CUSTOMERS = 10;
const RECOMMENDED_REPEAT_CUSTOMERS = 100;
const REQUIRED_GAPS = 2;
/** A day further off than this is a guess that helps nobody. */
const FARTHEST_PROMISE_DAYS = 3 * 365;
const FIRST_DAYS = 60;

/** What the reader must know about the data, whatever is done with them. */
export function dataVerdicts(summary: RfmSummary): readonly Verdict[] {
  const { shop } = summary;
  const verdicts: Verdict[] = [];
  if (shop.rowsAfterNow > 0) verdicts.push({ code: 'rows-after-now', values: { rows: shop.rowsAfterNow } });
  if (shop.rowsUnusable > 0) verdicts.push({ code: 'rows-unusable', values: { rows: shop.rowsUnusable } });
  if (shop.emptyDays > 0) verdicts.push({ code: 'empty-days', values: { days: shop.emptyDays } });
  if (shop.customersWithUnmatchedRefunds > 0) {
    verdicts.push({
      code: 'refunds-without-order',
      values: { customers: shop.customersWithUnmatchedRefunds },
    });
  }
  const late = shareOfEarlyFirstOrders(summary);
  if (late !== null)
    verdicts.push({ code: 'history-may-start-late', values: { share: late, days: FIRST_DAYS } });
  return verdicts;
}

/** Why a model must wait and, at the shop's pace, until when; empty when it need not. */
export function waitingVerdicts(summary: RfmSummary): readonly Verdict[] {
  const { repeatCustomers, historyDays, firstDay, medianGap } = summary.shop;
  const verdicts: Verdict[] = [];
  if (repeatCustomers < REQUIRED_REPEAT_CUSTOMERS) {
    const needed =
      repeatCustomers > 0 ? Math.ceil((historyDays * REQUIRED_REPEAT_CUSTOMERS) / repeatCustomers) : Infinity;
    verdicts.push({
      code: 'model-needs-repeat-customers',
      values: {
        repeatCustomers,
        required: REQUIRED_REPEAT_CUSTOMERS,
        ...possibleOn(firstDay, historyDays, needed),
      },
    });
  }
  const requiredDays = REQUIRED_GAPS * medianGap;
  if (historyDays < requiredDays) {
    verdicts.push({
      code: 'model-needs-history',
      values: {
        historyDays,
        requiredDays,
        medianGapDays: medianGap,
        ...possibleOn(firstDay, historyDays, Math.ceil(requiredDays)),
      },
    });
  }
  return verdicts;
}

export function fewRepeatCustomersVerdict(repeatCustomers: number): readonly Verdict[] {
  if (repeatCustomers >= RECOMMENDED_REPEAT_CUSTOMERS) return [];
  return [
    { code: 'few-repeat-customers', values: { repeatCustomers, recommended: RECOMMENDED_REPEAT_CUSTOMERS } },
  ];
}

function possibleOn(firstDay: number, historyDays: number, needed: number): { readonly possibleOn?: IsoDay } {
  if (needed <= historyDays || needed - historyDays > FARTHEST_PROMISE_DAYS) return {};
  return { possibleOn: dayFromNumber(firstDay + needed) };
}

/** Share of customers whose first order falls into the first 60 days, where it is far above an even inflow. */
function shareOfEarlyFirstOrders({ age, shop }: RfmSummary): number | null {
  if (shop.historyDays < 3 * FIRST_DAYS || age.length < 50) return null;
  let early = 0;
  for (const days of age) if (days > shop.historyDays - FIRST_DAYS) early++;
  const share = early / age.length;
  return share > Math.max(0.4, (3 * FIRST_DAYS) / shop.historyDays) ? share : null;
}
