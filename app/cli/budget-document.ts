import { ltvRoasWords } from '~/insights/mix/ltv-roas-words';
import { planWords } from '~/insights/mix/plan-words';
import type { Speaker } from '~/insights/mix/speaker';
import { targetWords } from '~/insights/mix/target-words';
import type { PlannedBudgetFile } from '~/services/plan-budget-file';
import type { BudgetOptions } from './budget-options';

/** The JSON of docs/models/mmm.md. Money in currency units; estimates over the horizon, intervals 90 %. */
export function budgetDocument(
  { fit, plan, targets, minorPerUnit, valueSources, ltvRoas }: PlannedBudgetFile,
  { terms }: BudgetOptions,
  say: Speaker,
): object {
  const units = (minor: number): number => minor / minorPerUnit;
  const words = planWords({ plan, objective: terms.objective, minorPerUnit }, say);
  return {
    status: plan.status,
    answer: plan.answer,
    reason: plan.reason,
    objective: terms.objective,
    mode: terms.mode,
    total: { amount: terms.total, per: terms.days === null ? 'day' : 'horizon' },
    horizonDays: plan.horizonDays,
    currency: fit.currency,
    allocation: plan.channels.map((channel, i) => {
      const said = words.channels[i];
      const target = targets.find(({ name }) => name === channel.name);
      return {
        channel: channel.name,
        dailySpend: units(channel.dailyMinor),
        range: { low: units(channel.range.lowMinor), high: units(channel.range.highMinor) },
        currentDailySpend: units(channel.currentDailyMinor),
        optimalDailySpend: units(channel.optimalDailyMinor),
        horizonSpend: units(channel.dailyMinor * plan.horizonDays),
        note: said?.notes.join(' ') ?? '',
        notes: channel.notes,
        customerValue: valueSources?.find((each) => each.channel === channel.name)?.source ?? null,
        revenue: channel.revenue,
        changeReturn: channel.changeReturn,
        targetRoas: target?.targetRoas ?? null,
        ltvRoas: ltvRoas?.planned.channels.find(({ name }) => name === channel.name)?.ltvRoas ?? null,
        words: [
          said?.move,
          said?.range,
          said?.revenue,
          said?.changeReturn,
          target && targetWords(target, say),
        ].filter((text) => text != null),
      };
    }),
    dailySpend: units(plan.dailyMinor),
    horizonSpend: units(plan.horizonMinor),
    ltvRoas: ltvRoas && { planned: ltvRoas.planned.total, today: ltvRoas.today.total },
    unspent: { amount: units(plan.unspentMinor), per: plan.unspentPer },
    expectedGain: plan.expectedGain,
    probabilityBetter: plan.probabilityBetter,
    comparedWith: plan.comparedWith,
    words: [
      words.answer,
      words.gain,
      ...(ltvRoas ? ltvRoasWords(ltvRoas, say) : []),
      words.total,
      words.unspent,
    ].filter((text) => text !== null),
    fit: { engineVersion: fit.engineVersion, seed: fit.seed, period: fit.period },
  };
}
