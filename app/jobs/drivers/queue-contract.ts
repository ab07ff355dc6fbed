import { afterEach, beforeEach, describe } from 'vitest';
import { crashContract } from './contract/crash-contract';
import { deliveryContract } from './contract/delivery-contract';
import { failureContract } from './contract/failure-contract';
import { Bench, type DriverUnderTest } from './contract/harness';
import { outageContract } from './contract/outage-contract';
import { scheduleContract } from './contract/schedule-contract';

/** What the rest of the product relies on in a job queue. Each driver runs all of it against a real server. */
export function queueContract(under: () => DriverUnderTest): void {
  describe('the contract of the job queue', () => {
    let bench: Bench;
    beforeEach(() => {
      bench = new Bench(under());
    });
    afterEach(() => bench.close());

    deliveryContract(() => bench);
    failureContract(() => bench);
    crashContract(() => bench);
    scheduleContract(() => bench);
  });
  outageContract(under);
}
