import type { StepDetail } from './views/run-view';

/** Tells the page how far a step is. Never fails and never waits: progress is a courtesy, the work is not. */
export type ReportProgress = (progress: number | null, detail: StepDetail) => void;

export interface ProgressReporter {
  readonly report: ReportProgress;
  /** Waits for the write under way; later reports are dropped. */
  close(): Promise<void>;
}

const INTERVAL_MS = 400;

/**
 * Writes the newest progress at most every 400 ms, one write at a time.
 * @param write stores one report; its failure is told to `onError` and otherwise ignored
 */
export function createProgressReporter(
  write: (progress: number | null, detail: StepDetail) => Promise<void>,
  onError: (error: unknown) => void,
): ProgressReporter {
  let latest: Parameters<ReportProgress> | null = null;
  let writing: Promise<void> | null = null;
  let closed = false;

  async function drain(): Promise<void> {
    while (latest !== null && !closed) {
      const [progress, detail] = latest;
      latest = null;
      await write(progress, detail).catch(onError);
      await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
    }
    writing = null;
  }

  return {
    report(progress, detail) {
      latest = [progress, detail];
      if (!closed) writing ??= drain();
    },
    async close() {
      closed = true;
      await writing;
    },
  };
}
