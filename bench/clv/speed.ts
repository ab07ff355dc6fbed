/**
 * Wall and processor time of the whole retention engine, from columns of orders to predictions of every customer.
 * `npx tsx bench/clv/speed.ts` measures 10k, 100k and 1M customers, each in a process of its own, best of five.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { valueCustomerColumns, valueCustomers } from '~/engine/clv/value-customers';
import { simulateOrders } from './simulate-orders';

const [size, kind] = process.argv.slice(2);
if (size === undefined) {
  console.log('| customers | orders | output | wall s | cpu s | peak MB |\n|---|---|---|---|---|---|');
  for (const customers of ['10000', '100000', '1000000']) {
    for (const output of ['columns', 'objects']) {
      const script = fileURLToPath(import.meta.url);
      spawnSync(process.execPath, [...process.execArgv, script, customers, output], { stdio: 'inherit' });
    }
  }
} else {
  const { orders, now } = simulateOrders(Number(size));
  const value = kind === 'objects' ? valueCustomers : valueCustomerColumns;
  let wall = Infinity;
  let cpu = Infinity;
  for (let round = 0; round < 5; round++) {
    const before = process.cpuUsage();
    const start = performance.now();
    value({ orders, now, horizonDays: 365, seed: 1 });
    const used = process.cpuUsage(before);
    wall = Math.min(wall, (performance.now() - start) / 1000);
    cpu = Math.min(cpu, (used.user + used.system) / 1e6);
  }
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    `| ${size} | ${orders.day.length} | ${kind ?? 'columns'} | ${wall.toFixed(2)} | ${cpu.toFixed(2)} | ${peak.toFixed(0)} |`,
  );
}
