import { execFileSync } from 'node:child_process';
import { lstat, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { simulatedRows, timon } from './fixtures/timon';
import { languageOf } from './language';

// Each run fits models over several looks back: generous on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

type Customer = Record<string, unknown> & { readonly customerId: string };
type Output = Record<string, unknown> & { readonly customers: readonly Customer[] };

const HEADER = 'customer_id,order_date,revenue';
let folder = '';
let orders = '';
let rows: readonly string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timon-cli-'));
  orders = join(folder, 'orders.csv');
  rows = [...simulatedRows(), `"=HYPERLINK(""http://x"")",2025-12-01,20.00`];
  await writeFile(orders, [HEADER, ...rows].join('\n'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function jsonOf(args: readonly string[], stdin?: string): Promise<Output> {
  const { code, out, err } = await timon([...args, '--json', '-'], stdin === undefined ? {} : { stdin });
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as Output;
}

describe('timon clv', () => {
  test('writes the JSON of clv.md, complete and finite, with exit code 0', async () => {
    const target = join(folder, 'out.json');
    const { code } = await timon([
      'clv',
      orders,
      '--now',
      '2026-03-01',
      '--horizon',
      '273',
      '--json',
      target,
    ]);
    expect(code).toBe(0);
    const json = JSON.parse(await readFile(target, 'utf8')) as Output;
    expect(json).toMatchObject({
      status: 'fitted',
      now: '2026-03-01',
      horizonDays: 273,
      currency: 'EUR',
      seconds: 0,
    });
    for (const field of ['model', 'value', 'totals', 'moneyAtRisk', 'verdicts'])
      expect(json[field]).toBeTruthy();
    expect(json['backtest']).toMatchObject({ candidates: expect.any(Array) as unknown });
    expect(json['season']).toBeNull();
    expect(json).toHaveProperty('model.choice.code');
    expect(json.customers).toHaveLength(301);
    const fields =
      'customerId frequency recency T monetaryValue pBuy pBuy30 pBuy30Low pBuy30High pBuy90 pBuy90Low pBuy90High pBuy365 pBuy365Low pBuy365High churn churnLow churnHigh expectedPurchases expectedPurchasesLow expectedPurchasesHigh expectedPurchases30 expectedPurchases30Low expectedPurchases30High expectedPurchases90 expectedPurchases90Low expectedPurchases90High expectedPurchases365 expectedPurchases365Low expectedPurchases365High expectedOrderValue expectedOrderValueLow expectedOrderValueHigh clv clvLow clvHigh clv12m clv12mLow clv12mHigh nextOrder drop moneyAtRisk leaving reasons segment';
    for (const customer of json.customers) {
      for (const field of fields.split(' ')) expect(customer[field] ?? `no ${field}`).not.toBe(`no ${field}`);
      expect(customer['nextOrder']).toEqual({
        p50: expect.any(Number) as unknown,
        p80: expect.any(Number) as unknown,
        p95: expect.any(Number) as unknown,
      });
      expect(customer['marginClv12m']).toBeNull();
      const reasons = (customer['reasons'] as readonly { readonly code: string }[]).map(({ code }) => code);
      // The second fact is left out where nothing else sets the customer apart.
      expect([1, 2]).toContain(new Set(reasons).size);
      expect(new Set(reasons).size).toBe(reasons.length);
    }
    expect(await readdir(folder)).not.toContain('out.json.partial');
  });

  test('reads standard input and writes to standard output for "-"', async () => {
    const text = await readFile(orders, 'utf8');
    const { code, out } = await timon(['clv', '-', '--json', '-'], { stdin: text });
    expect(code).toBe(0);
    expect((JSON.parse(out) as Output).customers).toHaveLength(301);
  });

  test('the CSV holds the numbers of the JSON, flat, with reasons as codes', async () => {
    const json = await jsonOf(['clv', orders, '--margin', '0.4']);
    const { out } = await timon(['clv', orders, '--margin', '0.4', '--csv', '-']);
    const [head = '', , second = ''] = out.trim().split('\n');
    const cells = second.split(',');
    const cell = (name: string): string => cells[head.split(',').indexOf(name)] ?? 'no such column';
    const customer = json.customers[1];
    if (customer === undefined) throw new Error('one customer only');
    const { nextOrder, reasons, ...flat } = customer;
    for (const [name, value] of Object.entries(flat)) {
      expect(cell(name)).toBe(
        typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value),
      );
    }
    const { p50, p80, p95 } = nextOrder as Record<string, number>;
    expect([cell('nextOrderP50'), cell('nextOrderP80'), cell('nextOrderP95')]).toEqual(
      [p50, p80, p95].map(String),
    );
    expect([cell('reason1'), cell('reason2')]).toEqual(
      [0, 1].map((i) => (reasons as readonly { readonly code: string }[])[i]?.code ?? ''),
    );
    expect(out.trim().split('\n')).toHaveLength(302);
  });

  test('CSV cells that a spreadsheet would run are made text', async () => {
    const { out } = await timon(['clv', orders, '--csv', '-']);
    const [header, first] = out.split('\n');
    expect(header).toContain('customerId,frequency');
    expect(first).toMatch(/^"'=HYPERLINK\(""http:\/\/x""\)",0,/);
    for (const line of out.trim().split('\n')) expect(line).not.toMatch(/^[=+@-]/);
  });

  test('the same file gives the same bytes twice, in every format', async () => {
    for (const format of [['--json', '-'], ['--csv', '-'], []]) {
      const [first, second] = [
        await timon(['clv', orders, ...format]),
        await timon(['clv', orders, ...format]),
      ];
      expect(second).toEqual(first);
    }
  });

  test('the order of the rows changes nothing', async () => {
    const straight = await timon(['clv', orders, '--csv', '-']);
    const stdin = [HEADER, ...[...rows].reverse()].join('\n');
    expect((await timon(['clv', '-', '--csv', '-'], { stdin })).out).toBe(straight.out);
  });

  test('amounts in another unit scale the money and nothing else', async () => {
    const inUnits = await jsonOf(['clv', orders]);
    // 1024 is a power of two: scaling by it leaves every digit behind the point in place.
    const scaled = rows.map((row) => row.replace(/[\d.]+$/, (amount) => (1024 * Number(amount)).toFixed(2)));
    const inLarger = await jsonOf(['clv', '-'], [HEADER, ...scaled].join('\n'));
    for (const [
      i,
      { pBuy90, churn, segment, expectedPurchases, clv12m, moneyAtRisk },
    ] of inUnits.customers.entries()) {
      const other = inLarger.customers[i];
      expect(other).toMatchObject({ segment, expectedPurchases, pBuy90, churn });
      // The spend model is fitted by iterations that stop at a relative 1e-6 or so.
      expect(Number(other?.['clv12m']) / 1024 / Number(clv12m)).toBeCloseTo(1, 5);
      expect(Number(other?.['moneyAtRisk'])).toBeCloseTo(1024 * Number(moneyAtRisk), 1);
    }
  });

  test('--now holds out: later rows are ignored, as if they were not in the file', async () => {
    const known = rows.filter((row) => (/\d{4}-\d\d-\d\d/.exec(row)?.[0] ?? '') <= '2025-09-30');
    expect(known.length).toBeLessThan(rows.length);
    const held = await jsonOf(['clv', orders, '--now', '2025-09-30', '--horizon', '91']);
    const cut = await jsonOf(
      ['clv', '-', '--now', '2025-09-30', '--horizon', '91'],
      [HEADER, ...known].join('\n'),
    );
    expect(held.customers).toEqual(cut.customers);
    expect(held['totals']).toEqual(cut['totals']);
    expect(held['verdicts']).toContainEqual({
      code: 'rows-after-now',
      values: { rows: rows.length - known.length },
    });
  });

  test('--margin adds the margin of the 12-month value: its share of each customer’s revenue', async () => {
    const { customers } = await jsonOf(['clv', orders, '--margin', '0.25']);
    for (const { clv12m, marginClv12m } of customers) {
      expect(Number(marginClv12m)).toBeCloseTo(0.25 * Number(clv12m), 9);
    }
  });

  test('--no-backtest: no look back, and a verdict that says how wide the totals are', async () => {
    const json = await jsonOf(['clv', orders, '--no-backtest']);
    expect(json['backtest']).toBeNull();
    expect(json).toHaveProperty('model.choice.code', 'default-unchecked');
    const { out } = await timon(['clv', orders, '--no-backtest']);
    expect(out).toMatch(/Totals carry a default model error of \d+%: 0 forecasts could be checked/);
    expect(out).not.toContain('Tried on the past');
  });

  test('the table tells the model, its record and the reasons of each customer, in the terminal’s language', async () => {
    const { customers } = await jsonOf(['clv', orders]);
    const best = [...customers].sort((a, b) => Number(b['clv']) - Number(a['clv'])).slice(0, 3);
    const told = best.reduce((sum, { reasons }) => sum + (reasons as readonly unknown[]).length, 0);
    const english = (await timon(['clv', orders, '--top', '3'])).out;
    expect(english).toContain('Money at risk');
    expect(english).toMatch(/^Model: .*each customer/m);
    expect(english).toMatch(
      /^ {2}the forecast of \d+ \w+ \d{4} for the next \d+ days (was|expected) .*came$/m,
    );
    expect(english).toContain('calibration error');
    expect(english).toMatch(/^ {2}\* .+ \d/m);
    expect(english.match(/^ {4}[A-Z0-9].*\.$/gm)).toHaveLength(told);
    const spanish = (await timon(['clv', orders, '--top', '3', '--lang', 'es'])).out;
    expect(spanish).toContain('Dinero en riesgo');
    expect(spanish).toMatch(/^Modelo: .*cada cliente/m);
    expect(spanish).toMatch(/la previsión del \d+ de \w+ de \d{4} para los \d+ días siguientes/);
    expect(spanish.match(/^ {4}[A-Z0-9].*\.$/gm)).toHaveLength(told);
    expect((await timon(['clv', orders], { language: 'es' })).out).toContain('segmento');
    for (const text of [english, spanish]) expect(text).not.toMatch(/undefined|NaN|\{|\?/);
    expect(languageOf({ LANG: 'es_ES.UTF-8' })).toBe('es');
    expect(languageOf({ LC_ALL: 'C', LANG: 'es_ES.UTF-8' })).toBe('en');
  });

  test('the record in words agrees with the numbers of the JSON', async () => {
    const { backtest } = (await jsonOf(['clv', orders])) as unknown as {
      readonly backtest: {
        readonly origins: readonly { expectedPurchases: number; actualPurchases: number }[];
      };
    };
    const { out } = await timon(['clv', orders]);
    const lines = out.split('\n').filter((line) => line.includes('the forecast of'));
    expect(lines).toHaveLength(backtest.origins.length);
    for (const [i, { expectedPurchases, actualPurchases }] of backtest.origins.entries()) {
      const error = expectedPurchases / actualPurchases - 1;
      const words =
        Math.abs(error) < 0.005
          ? 'right to within'
          : `${Math.round(100 * Math.abs(error))}% ${error > 0 ? 'high' : 'low'}`;
      expect(lines[i]).toContain(words);
      expect(lines[i]).toContain(`${Math.round(expectedPurchases)} expected, ${actualPurchases} came`);
    }
  });

  test('a terminal sees what is being done before it is done; a pipe does not', async () => {
    const target = join(folder, 'progress.json');
    const { err } = await timon(['clv', orders, '--json', target], { terminal: true });
    const steps = err.split('\r\u001b[K').filter((line) => line !== '');
    expect(steps.map((line) => line.replace(/[\d,.]+/, 'N'))).toEqual([
      'N orders. Trying forecasts on the past, fitting the model and valuing the customers… ',
      'Writing… ',
    ]);
    expect((await timon(['clv', orders, '--json', target])).err).toBe('');
    const many = `${HEADER}\n${'a,2026-01-31,1\n'.repeat(120_000)}`;
    const read = await timon(['clv', '-'], { stdin: many, terminal: true, language: 'es' });
    expect(read.err).toContain('Leyendo: 100.000 filas…');
  });

  test('too little data: rules answer in the same shape, exit code 3', async () => {
    const stdin = `${HEADER}\na,2026-01-01,10\nb,2026-01-09,20\na,2026-02-01,5\n`;
    const { code, out } = await timon(['clv', '-', '--json', '-'], { stdin });
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      status: 'rules',
      now: '2026-02-01',
      customers: [
        { customerId: 'a', frequency: 1, pBuy: null, reasons: null, segment: 'standard' },
        { customerId: 'b' },
      ],
      model: null,
      backtest: null,
      season: null,
    });
    expect((await timon(['clv', '-'], { stdin, language: 'es' })).out).toContain(
      'Un modelo necesita 10 clientes',
    );
    const csv = (await timon(['clv', '-', '--csv', '-'], { stdin })).out.split('\n');
    expect(csv[1]?.split(',')).toHaveLength(csv[0]?.split(',').length ?? 0);
  });

  test('no order before the analysis date: empty, exit code 3', async () => {
    const { code, out } = await timon(['clv', orders, '--now', '1999-01-01', '--json', '-']);
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ status: 'empty', customers: [] });
  });

  test('an output that is a pipe or a link is written through, not replaced', async () => {
    const [pipe, link, target] = [join(folder, 'pipe'), join(folder, 'link'), join(folder, 'target.csv')];
    execFileSync('sh', ['-c', 'mkfifo "$0"', pipe]);
    const [{ code }, piped] = await Promise.all([
      timon(['clv', orders, '--csv', pipe]),
      readFile(pipe, 'utf8'),
    ]);
    expect([code, (await lstat(pipe)).isFIFO()]).toEqual([0, true]);
    await writeFile(target, 'before');
    await symlink(target, link);
    await timon(['clv', orders, '--csv', link]);
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(target, 'utf8')).toBe(piped);
  });

  test('an output that cannot be written is told, exit code 2', async () => {
    const { code, err } = await timon(['clv', orders, '--json', join(folder, 'no', 'such', 'folder.json')]);
    expect(code).toBe(2);
    expect(err).toContain('ENOENT');
  });
});
