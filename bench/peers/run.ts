/**
 * Our retention engine beside lifetimes, the library most shops would reach for: accuracy on public data sets and
 * processor time on simulated shops, as Markdown tables. How to read them: README.md in this folder.
 * `npx tsx bench/peers/run.ts [--accuracy] [--speed] [--full]`
 */
import { parseArgs } from 'node:util';
import { compareAccuracy } from './compare-accuracy';
import { compareSpeed } from './compare-speed';
import { prepareLifetimes } from './lifetimes-peer';

const { values } = parseArgs({
  options: {
    accuracy: { type: 'boolean', default: false },
    speed: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
  },
});
const speed = values.speed || values.full;
const both = values.accuracy === speed;
const missing = prepareLifetimes();
if (missing !== null) {
  console.log(`SKIPPED: ${missing}`);
} else {
  if (values.accuracy || both) compareAccuracy();
  if (both) console.log('');
  if (speed || both) compareSpeed(values.full);
}
