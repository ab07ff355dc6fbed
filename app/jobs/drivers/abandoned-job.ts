import type { JobName } from '../catalog';
import type { WorkerSurroundings } from './driver-options';

/** Tells log, metrics and the owner of a job that it was given up because its workers kept dying. */
export async function reportAbandoned(
  { log, metrics, onAbandoned }: WorkerSurroundings,
  job: { readonly id: string; readonly name: string; readonly data: unknown },
): Promise<void> {
  metrics.jobFinished(job.name, 'abandoned', 0);
  log.error({ job: job.name, jobId: job.id }, 'job given up: its worker died each time');
  try {
    await onAbandoned?.(job.name as JobName, job.data);
  } catch (err) {
    log.error({ err, job: job.name, jobId: job.id }, 'could not record a job that was given up');
  }
}
