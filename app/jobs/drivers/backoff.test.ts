import { describe, expect, it } from 'vitest';
import { jobCatalog } from '../catalog';
import { retryDelayMs } from './backoff';

describe('retryDelayMs', () => {
  it('starts at the catalog value and doubles with each failure', () => {
    expect([1, 2, 3, 4].map((failures) => retryDelayMs(2_000, failures))).toEqual([
      2_000, 4_000, 8_000, 16_000,
    ]);
  });

  it('tries a privacy request for a day at least and a week at most', () => {
    const { attempts, backoffMs } = jobCatalog.comply;
    let total = 0;
    for (let failures = 1; failures < attempts; failures += 1) total += retryDelayMs(backoffMs, failures);
    expect(total).toBeGreaterThan(24 * 3_600_000);
    expect(total).toBeLessThan(7 * 24 * 3_600_000);
  });
});
