import { describe, expect, test, vi } from 'vitest';
import { simulatedRows, timon } from './fixtures/timon';

vi.setConfig({ testTimeout: 60_000 });

interface SegmentRow {
  readonly segment: string;
  readonly customers: number;
  readonly share: number;
  readonly revenue: number;
  readonly clv12m: number | null;
  readonly marginClv12m: number | null;
  readonly moneyAtRisk: number | null;
  readonly meanChurn: number | null;
  readonly definition: string;
  readonly whatToDo: string;
}

interface Output {
  readonly status: string;
  readonly segments: readonly SegmentRow[];
  readonly thresholds: Record<string, number> | null;
  readonly totals: { readonly revenue: number; readonly clv12m: { readonly mean: number } };
}

type Customer = Record<string, number> & { readonly segment: string; readonly customerId: string };

const STDIN = ['customer_id,order_date,revenue', ...simulatedRows()].join('\n');
const RULES = [
  'customer_id,order_date,revenue',
  ...Array.from({ length: 30 }, (_, i) => `one${i},2025-0${1 + (i % 9)}-11,${10 + i}`),
  ...['2025-01-05', '2025-02-04', '2025-03-06'].map((day) => `vip,${day},900`),
  ...['2025-10-05', '2025-11-04', '2025-12-04'].map((day) => `loyal,${day},12`),
].join('\n');

async function output(command: string, args: readonly string[] = [], stdin = STDIN): Promise<unknown> {
  return JSON.parse((await timon([command, '-', '--json', '-', ...args], { stdin })).out) as unknown;
}

describe('timon segments', () => {
  test('each segment adds up the customers of timon clv: none is lost, none counted twice', async () => {
    const { segments, totals, status } = (await output('segments', ['--margin', '0.4'])) as Output;
    const { customers } = (await output('clv', ['--margin', '0.4'])) as {
      readonly customers: readonly Customer[];
    };
    expect(status).toBe('fitted');
    expect(segments.map(({ segment }) => segment)).toEqual([
      'vip-at-risk',
      'loyal',
      'potential-whale',
      'standard',
      'lost',
    ]);
    for (const row of segments) {
      const of = customers.filter(({ segment }) => segment === row.segment);
      const sum = (value: (customer: Customer) => number): number =>
        of.reduce((total, customer) => total + value(customer), 0);
      expect(row.customers).toBe(of.length);
      expect(row.share).toBeCloseTo(of.length / customers.length, 12);
      expect(row.clv12m).toBeCloseTo(
        sum((c) => c['clv12m'] ?? NaN),
        6,
      );
      expect(row.marginClv12m).toBeCloseTo(0.4 * (row.clv12m ?? NaN), 6);
      expect(row.moneyAtRisk).toBeCloseTo(
        sum((c) => c['moneyAtRisk'] ?? NaN),
        6,
      );
      if (of.length > 0) expect(row.meanChurn).toBeCloseTo(sum((c) => c['churn'] ?? NaN) / of.length, 12);
    }
    expect(segments.reduce((sum, { revenue }) => sum + revenue, 0)).toBeCloseTo(totals.revenue, 4);
    expect(segments.reduce((sum, { clv12m }) => sum + (clv12m ?? NaN), 0)).toBeCloseTo(totals.clv12m.mean, 4);
  });

  test('thresholds move the borders, and the definitions say where they are', async () => {
    const standard = (await output('segments')) as Output;
    const moved = (await output('segments', [
      '--high-churn',
      '0.5',
      '--low-churn',
      '0.45',
      '--loyal-orders',
      '0.5',
      '--vip-share',
      '0.3',
      '--whale-share',
      '0.15',
    ])) as Output;
    expect(standard.thresholds).toEqual({
      highChurn: 0.7,
      lowChurn: 0.2,
      loyalPurchases90: 1,
      vipShare: 0.2,
      whaleShare: 0.1,
    });
    const size = ({ segments }: Output, name: string): number =>
      segments.find(({ segment }) => segment === name)?.customers ?? NaN;
    for (const name of ['vip-at-risk', 'loyal'])
      expect(size(moved, name)).toBeGreaterThan(size(standard, name));
    const definitions = moved.segments.map(({ definition }) => definition).join('\n');
    for (const number of ['50%', '45%', '0.5', '30%', '15%']) expect(definitions).toContain(number);
  });

  test('every customer fits the definition of their segment', async () => {
    const { customers } = (await output('clv')) as { readonly customers: readonly Customer[] };
    const values = customers.map((c) => c['clv12m'] ?? NaN).sort((a, b) => b - a);
    const topOf = (share: number): number => values[Math.ceil(share * values.length)] ?? NaN;
    for (const { segment, churn = NaN, clv12m = NaN, expectedPurchases90 = NaN } of customers) {
      if (segment === 'vip-at-risk' || segment === 'lost') expect(churn).toBeGreaterThan(0.7);
      else expect(churn).toBeLessThanOrEqual(0.7);
      if (segment === 'vip-at-risk') expect(clv12m).toBeGreaterThanOrEqual(topOf(0.2));
      if (segment === 'potential-whale') expect(clv12m).toBeGreaterThanOrEqual(topOf(0.1));
      expect(segment === 'loyal').toBe(churn < 0.2 && expectedPurchases90 > 1);
    }
  });

  test('the table and the CSV say the same in the language asked for, with one thing to do each', async () => {
    const table = (await timon(['segments', '-'], { stdin: STDIN })).out;
    expect(table).toMatch(/^VIP at risk +\d+ +\d+%/m);
    expect(table.match(/^ {2}what to do: .+\.$/gm)).toHaveLength(5);
    expect(table).toContain('sums of the customers’ means');
    expect(table).not.toContain('margin');
    const spanish = (await timon(['segments', '-', '--margin', '.4'], { stdin: STDIN, language: 'es' })).out;
    expect(spanish.match(/^ {2}qué hacer: .+\.$/gm)).toHaveLength(5);
    expect(spanish).toContain('margen a 12 meses');
    for (const text of [table, spanish]) expect(text).not.toMatch(/undefined|NaN/);
    const csv = (await timon(['segments', '-', '--csv', '-', '--lang', 'es'], { stdin: STDIN })).out;
    const lines = csv.trim().split('\n');
    expect(lines[0]).toBe(
      'segment,customers,share,revenue,clv12m,marginClv12m,moneyAtRisk,meanChurn,definition,whatToDo',
    );
    expect(lines).toHaveLength(6);
    expect(lines[1]).toMatch(/^vip-at-risk,\d+,0\.\d+,[\d.]+,[\d.]+,,[\d.]+,0\.\d+,"más de un 70\s%/);
  });

  test('the same file gives the same bytes twice', async () => {
    for (const format of [['--json', '-'], ['--csv', '-'], []]) {
      const run = () => timon(['segments', '-', ...format], { stdin: STDIN });
      expect(await run()).toEqual(await run());
    }
  });

  test('too little data: segments by rules are written all the same, exit code 3', async () => {
    const { code, out } = await timon(['segments', '-', '--json', '-'], { stdin: RULES });
    expect(code).toBe(3);
    const { status, segments, thresholds } = JSON.parse(out) as Output;
    expect([status, thresholds]).toEqual(['rules', null]);
    expect(segments.reduce((sum, { customers }) => sum + customers, 0)).toBe(32);
    for (const row of segments)
      expect([row.clv12m, row.moneyAtRisk, row.meanChurn]).toEqual([null, null, null]);
    const table = (await timon(['segments', '-'], { stdin: RULES })).out;
    expect(table).toContain('segments by rules');
    expect(table).toContain('A model needs 10 customers who came back');
  });

  test('the rules do what their printed definitions say', async () => {
    const { segments } = (await output('segments', [], RULES)) as Output;
    const { customers } = (await output('clv', [], RULES)) as { readonly customers: readonly Customer[] };
    expect(segments[0]?.definition).toContain('more than 2 times');
    expect(segments[4]?.definition).toContain('more than 4 times');
    const spent = (c: Customer): number => (c['monetaryValue'] ?? NaN) * (c['ordersCounted'] ?? NaN);
    const all = customers.map(spent).sort((a, b) => b - a);
    const topOf = (share: number): number => all[Math.ceil(share * all.length)] ?? NaN;
    for (const customer of customers) {
      const { segment, overdue = NaN, ordersCounted = NaN } = customer;
      const isVip = overdue > 2 && ordersCounted > 1 && spent(customer) >= topOf(0.2);
      expect(segment === 'vip-at-risk').toBe(isVip);
      expect(segment === 'lost').toBe(!isVip && overdue > 4);
      expect(segment === 'loyal').toBe(ordersCounted >= 3 && overdue <= 2);
      if (segment === 'potential-whale') expect(spent(customer)).toBeGreaterThanOrEqual(topOf(0.1));
    }
    expect(new Set(customers.map(({ segment }) => segment)).size).toBeGreaterThanOrEqual(4);
  });

  test('no orders at all: empty segments, exit code 3; a malformed file: its faults, exit code 2', async () => {
    const empty = await timon(['segments', '-', '--now', '1999-01-01', '--json', '-'], { stdin: STDIN });
    expect(empty.code).toBe(3);
    expect((JSON.parse(empty.out) as Output).segments.every(({ customers }) => customers === 0)).toBe(true);
    const bad = await timon(['segments', '-'], { stdin: 'customer_id,order_date\n"a,2026-01-01\n' });
    expect(bad).toMatchObject({ code: 2, out: '' });
    expect(bad.err).toContain('row 2');
  });
});
