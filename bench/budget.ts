/** Speed of the budget engine alone: `npx tsx bench/budget.ts`. */
import { printBudgetSpeed } from './mmm/budget-speed';

printBudgetSpeed();
