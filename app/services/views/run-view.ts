/** State of a pipeline run, as a page shows it while it works. */
export interface RunView {
  readonly runId: string;
  readonly trigger: 'install' | 'nightly' | 'manual';
  readonly status: 'running' | 'done' | 'failed' | 'cancelled';
  /** ISO instants. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly steps: readonly StepView[];
}

export interface StepView {
  readonly step: 'ingest' | 'clv' | 'insights';
  readonly status: 'waiting' | 'running' | 'done' | 'failed';
  /** 0 to 1, null while the amount of work is unknown. */
  readonly progress: number | null;
  readonly detail: StepDetail | null;
  /** Code of the last failure; a running step may have one while it is being tried again. */
  readonly errorCode: string | null;
  readonly attempts: number;
}

export interface StepDetail {
  /** ingest: requesting | exporting | downloading | paging | saving; clv: reading | fitting | storing; insights: writing */
  readonly phase: string;
  readonly orders?: number | undefined;
  readonly ordersTotal?: number | undefined;
  readonly customers?: number | undefined;
}
