import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Jobs by state, as the queue counts them. */
interface QueueSizes {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
}

type JobResult = 'completed' | 'failed' | 'retried' | 'released' | 'abandoned';

/** What the workers report. `abandoned`: given up because its workers kept dying. */
export interface JobMetrics {
  jobFinished(name: string, result: JobResult, seconds: number): void;
}

/** What the web server reports. `route` is the pattern, never the path: paths hold ids. */
interface HttpMetrics {
  requestFinished(request: { method: string; route: string; status: number; seconds: number }): void;
}

/** What the Shopify client reports. `cost` is the actual query cost in points. */
interface ShopifyMetrics {
  callFinished(call: { operation: string; cost: number; throttled: boolean }): void;
}

export interface Metrics extends JobMetrics, HttpMetrics, ShopifyMetrics {
  /** Reads the queue at each scrape; when it does not answer, `timon_queue_up` is 0 and the counts are absent. */
  watchQueue(counts: () => Promise<QueueSizes>): void;
  readonly contentType: string;
  /** The Prometheus text. */
  expose(): Promise<string>;
}

/** A registry of its own, so that two servers in one process (tests, the demo) do not share counters. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'timon_' });

  const requests = new Histogram({
    name: 'timon_http_request_seconds',
    help: 'Time to answer a request, by method, route and class of status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const jobs = new Counter({
    name: 'timon_jobs_total',
    help: 'Tries of jobs, by name and outcome',
    labelNames: ['name', 'outcome'] as const,
    registers,
  });
  const jobSeconds = new Histogram({
    name: 'timon_job_seconds',
    help: 'Time of one try of a job, by name and outcome',
    labelNames: ['name', 'outcome'] as const,
    buckets: [0.05, 0.25, 1, 5, 15, 60, 300, 900, 3_600],
    registers,
  });
  const shopifyCost = new Counter({
    name: 'timon_shopify_cost_points_total',
    help: 'Query cost spent on the Shopify Admin API, by operation',
    labelNames: ['operation'] as const,
    registers,
  });
  const shopifyThrottled = new Counter({
    name: 'timon_shopify_throttled_total',
    help: 'Calls that Shopify refused for cost, by operation',
    labelNames: ['operation'] as const,
    registers,
  });

  return {
    requestFinished({ method, route, status, seconds }) {
      requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds);
    },
    jobFinished(name, outcome, seconds) {
      jobs.inc({ name, outcome });
      jobSeconds.observe({ name, outcome }, seconds);
    },
    callFinished({ operation, cost, throttled }) {
      shopifyCost.inc({ operation }, cost);
      if (throttled) shopifyThrottled.inc({ operation });
    },
    watchQueue: (counts) => watchQueue(registry, counts),
    contentType: registry.contentType,
    expose: () => registry.metrics(),
  };
}

function watchQueue(registry: Registry, counts: () => Promise<QueueSizes>): void {
  // A scrape collects its metrics in order of registration, at the same time: the first asks, the second waits for it.
  let answer: Promise<QueueSizes | null> = Promise.resolve(null);
  new Gauge({
    name: 'timon_queue_up',
    help: '1 when the queue answers',
    registers: [registry],
    async collect() {
      answer = counts().catch(() => null);
      this.set((await answer) === null ? 0 : 1);
    },
  });
  new Gauge({
    name: 'timon_queue_jobs',
    help: 'Jobs in the queue, by state',
    labelNames: ['state'] as const,
    registers: [registry],
    async collect() {
      const read = await answer;
      this.reset();
      if (read === null) return;
      for (const state of ['waiting', 'active', 'delayed', 'failed'] as const) {
        this.set({ state }, read[state]);
      }
    },
  });
}
