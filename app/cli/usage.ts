import type { Language } from './language';
import { BUDGET_USAGE } from './usage/budget-usage';
import { CLV_USAGE } from './usage/clv-usage';
import { MMM_USAGE } from './usage/mmm-usage';
import { OVERVIEW } from './usage/overview';
import { SEGMENTS_USAGE } from './usage/segments-usage';
import { SIMULATE_USAGE } from './usage/simulate-usage';

const USAGES = {
  clv: CLV_USAGE,
  segments: SEGMENTS_USAGE,
  mmm: MMM_USAGE,
  budget: BUDGET_USAGE,
  simulate: SIMULATE_USAGE,
};

/** What the help of a command says, or of all of them together. */
export function usage(language: Language, command?: keyof typeof USAGES): string {
  return (command === undefined ? OVERVIEW : USAGES[command])[language];
}
