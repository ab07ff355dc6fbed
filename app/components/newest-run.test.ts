import { describe, expect, it } from 'vitest';
import { failedRun, runningRun } from './fixtures/views';
import { newestRun } from './newest-run';

const later = { ...runningRun, runId: 'run-2', startedAt: '2026-11-21T10:00:00.000Z' };

describe('newestRun', () => {
  it('follows the polled state of the run that the page was loaded with', () => {
    expect(newestRun(runningRun, failedRun)).toBe(failedRun);
  });

  it('forgets a polled run that is over once the page has loaded its numbers', () => {
    expect(newestRun(null, { ...runningRun, status: 'done' })).toBeNull();
    expect(newestRun(failedRun, runningRun)).toBe(failedRun);
  });

  it('takes the run that started last when they differ', () => {
    expect(newestRun(later, failedRun)).toBe(later);
    expect(newestRun(failedRun, later)).toBe(later);
    expect(newestRun(null, runningRun)).toBe(runningRun);
  });
});
