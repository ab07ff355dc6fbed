/**
 * Our retention engine beside lifetimes, the library most shops would reach for: accuracy on public data sets and
 * processor time on simulated shops; and our marketing mix beside PyMC-Marketing. Markdown tables; how to read them:
 * README.md in this folder. `npx tsx bench/peers/run.ts [--accuracy] [--speed] [--full]` or
 * `npx tsx bench/peers/run.ts --mmm [--seeds 601-602]`
 */
import { parseArgs } from 'node:util';
import { seedsOf } from '../support/seeds';
import { compareAccuracy } from './compare-accuracy';
import { compareSpeed } from './compare-speed';
import { compareMix } from './compare-mix';
import { prepareLifetimes } from './lifetimes-peer';
import { preparePymc } from './pymc-peer';

const { values } = parseArgs({
  options: {
    accuracy: { type: 'boolean', default: false },
    speed: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    mmm: { type: 'boolean', default: false },
    seeds: { type: 'string', default: '601-602' },
  },
});
if (values.mmm) await marketingMix();
else retention();

async function marketingMix(): Promise<void> {
  const missing = preparePymc();
  if (missing !== null) console.log(`SKIPPED: ${missing}`);
  else await compareMix(seedsOf(values.seeds));
}

function retention(): void {
  const speed = values.speed || values.full;
  const both = values.accuracy === speed;
  const missing = prepareLifetimes();
  if (missing !== null) {
    console.log(`SKIPPED: ${missing}`);
    return;
  }
  if (values.accuracy || both) compareAccuracy();
  if (both) console.log('');
  if (speed || both) compareSpeed(values.full);
}
