import { z } from 'zod';

const shopId = z.uuid();
const runId = z.uuid();

const PIPELINE_TRIGGERS = ['install', 'nightly', 'manual'] as const;

/**
 * Every job of the product: what it is given, how often it is tried, how long it may take, and the key under which
 * a second request for the same work is the same job. Keys may not hold `:` (both queue drivers reserve it).
 */
export const jobCatalog = {
  /** Opens a pipeline run and enqueues its first step. */
  'start-pipeline': {
    payload: z.object({ shopId, trigger: z.enum(PIPELINE_TRIGGERS) }),
    attempts: 5,
    backoffMs: 2_000,
    timeoutMs: 60_000,
    key: null,
  },
  'ingest-orders': {
    payload: z.object({ shopId, runId }),
    attempts: 8,
    backoffMs: 5_000,
    timeoutMs: 6 * 3_600_000,
    key: (p: { runId: string }) => `ingest-${p.runId}`,
  },
  'fit-clv': {
    payload: z.object({ shopId, runId }),
    attempts: 4,
    backoffMs: 2_000,
    timeoutMs: 30 * 60_000,
    key: (p: { runId: string }) => `clv-${p.runId}`,
  },
  'write-insights': {
    payload: z.object({ shopId, runId }),
    attempts: 4,
    backoffMs: 2_000,
    timeoutMs: 10 * 60_000,
    key: (p: { runId: string }) => `insights-${p.runId}`,
  },
  /** Fetches what webhooks announced. The bucket makes a burst of webhooks one job without losing the last of them. */
  'drain-changes': {
    payload: z.object({ shopId, bucket: z.number().int() }),
    attempts: 8,
    backoffMs: 5_000,
    timeoutMs: 15 * 60_000,
    key: (p: { shopId: string; bucket: number }) => `drain-${p.shopId}-${p.bucket}`,
  },
  'reconcile-orders': {
    payload: z.object({ shopId, runId }),
    attempts: 5,
    backoffMs: 30_000,
    timeoutMs: 2 * 3_600_000,
    key: (p: { runId: string }) => `reconcile-${p.runId}`,
  },
  /** Looks up who of a rescue's group may be written to, and plans its offers. */
  'prepare-rescue': {
    payload: z.object({ shopId, campaignId: z.uuid() }),
    attempts: 5,
    backoffMs: 2_000,
    timeoutMs: 30 * 60_000,
    key: (p: { campaignId: string }) => `prepare-rescue-${p.campaignId}`,
  },
  /** Makes the codes of a rescue that the merchant said yes to. */
  'create-rescue': {
    payload: z.object({ shopId, campaignId: z.uuid() }),
    attempts: 8,
    backoffMs: 2_000,
    timeoutMs: 30 * 60_000,
    key: (p: { campaignId: string }) => `create-rescue-${p.campaignId}`,
  },
  'undo-rescue': {
    payload: z.object({ shopId, campaignId: z.uuid() }),
    attempts: 8,
    backoffMs: 2_000,
    timeoutMs: 10 * 60_000,
    key: (p: { campaignId: string }) => `undo-rescue-${p.campaignId}`,
  },
  /** Works out anew what the pass that pages read recommends. No key: a change of terms during a run needs another. */
  'plan-rescue': {
    payload: z.object({ shopId }),
    attempts: 4,
    backoffMs: 2_000,
    timeoutMs: 30 * 60_000,
    key: null,
  },
  /** Carries out a privacy request and completes its receipt. */
  comply: {
    payload: z.object({ shopId, receiptId: z.uuid() }),
    attempts: 20,
    backoffMs: 5_000,
    timeoutMs: 30 * 60_000,
    key: (p: { receiptId: string }) => `comply-${p.receiptId}`,
  },
} as const satisfies Record<string, JobDefinition>;

/** One row of the catalog. */
export interface JobDefinition {
  readonly payload: z.ZodType;
  readonly attempts: number;
  /** Wait before the second attempt; doubles with each further one. */
  readonly backoffMs: number;
  readonly timeoutMs: number;
  // The payload of each entry is its own; the driver calls `key` only with what `payload` has parsed.
  readonly key: ((payload: never) => string) | null;
}

type JobCatalog = typeof jobCatalog;
export type JobName = keyof JobCatalog;
export type JobPayload<N extends JobName> = z.infer<JobCatalog[N]['payload']>;
/** The catalog as the drivers see it. Tests pass one with shorter times; nothing else does. */
export type JobDefinitions = Readonly<Record<JobName, JobDefinition>>;
