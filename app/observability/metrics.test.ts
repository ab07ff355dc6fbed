import { describe, expect, it } from 'vitest';
import { createMetrics } from './metrics.server';

describe('createMetrics', () => {
  it('counts tries of jobs by name and outcome, with their time', async () => {
    const metrics = createMetrics();
    metrics.jobFinished('fit-clv', 'completed', 2);
    metrics.jobFinished('fit-clv', 'completed', 3);
    metrics.jobFinished('fit-clv', 'retried', 1);
    const text = await metrics.expose();
    expect(text).toContain('timon_jobs_total{name="fit-clv",outcome="completed"} 2');
    expect(text).toContain('timon_jobs_total{name="fit-clv",outcome="retried"} 1');
    expect(text).toContain('timon_job_seconds_sum{name="fit-clv",outcome="completed"} 5');
  });

  it('groups requests by class of status', async () => {
    const metrics = createMetrics();
    metrics.requestFinished({ method: 'GET', route: '/app', status: 204, seconds: 0.03 });
    expect(await metrics.expose()).toContain(
      'timon_http_request_seconds_count{method="GET",route="/app",status="2xx"} 1',
    );
  });

  it('adds up the cost of Shopify calls and counts the refused ones', async () => {
    const metrics = createMetrics();
    metrics.callFinished({ operation: 'OrdersPage', cost: 12, throttled: false });
    metrics.callFinished({ operation: 'OrdersPage', cost: 0, throttled: true });
    const text = await metrics.expose();
    expect(text).toContain('timon_shopify_cost_points_total{operation="OrdersPage"} 12');
    expect(text).toContain('timon_shopify_throttled_total{operation="OrdersPage"} 1');
  });

  it('reads the queue at each scrape and says so when it does not answer', async () => {
    const metrics = createMetrics();
    let reachable = true;
    metrics.watchQueue(() =>
      reachable
        ? Promise.resolve({ waiting: 4, active: 1, delayed: 0, failed: 2 })
        : Promise.reject(new Error('gone')),
    );
    const first = await metrics.expose();
    expect(first).toContain('timon_queue_jobs{state="waiting"} 4');
    expect(first).toContain('timon_queue_up 1');
    reachable = false;
    const second = await metrics.expose();
    expect(second).toContain('timon_queue_up 0');
    expect(second).not.toContain('state="waiting"');
  });

  it('shares nothing between two registries', async () => {
    const one = createMetrics();
    const other = createMetrics();
    one.jobFinished('comply', 'failed', 1);
    expect(await other.expose()).not.toContain('comply');
  });
});
