/**
 * Processor seconds of our engine on a simulated shop, the fastest of some rounds, as one line of JSON: the same work as
 * users of lifetimes ask for; all that the product computes without its look at the past; and everything.
 * `npx tsx bench/peers/engine-speed.ts <same|plain|all> <customers> <rounds>`, in a process of its own for each.
 */
import { valueCustomerColumns } from '~/engine/clv/value-customers';
import { simulateOrders } from '../clv/simulate-orders';
import { sameWork } from './same-work';

const [work] = process.argv.slice(2);
const [customers, rounds] = process.argv.slice(3).map(Number);
const { orders, now } = simulateOrders(customers ?? 10_000);
let seconds = Infinity;
for (let round = 0; round < (rounds ?? 1); round++) {
  const before = process.cpuUsage();
  if (work === 'same') sameWork(orders, now);
  else valueCustomerColumns({ orders, now, horizonDays: 365, seed: 1, backtest: work === 'all' });
  const { user, system } = process.cpuUsage(before);
  seconds = Math.min(seconds, (user + system) / 1e6);
}
console.log(JSON.stringify({ seconds }));
