import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayFromNumber, dayNumber, isoDay } from '~/domain/iso-day';
import { createRng, nextExponential, nextFloat, nextGamma } from '~/engine/numeric/rng';
import { clvCommand } from './clv-command';
import { languageOf, type Language } from './language';

let folder = '';
let orders = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timon-cli-'));
  orders = join(folder, 'orders.csv');
  const rng = createRng(5);
  const start = dayNumber(isoDay('2024-07-01'));
  const lines = ['customer_id,order_date,revenue'];
  for (let i = 0; i < 300; i++) {
    const rate = nextGamma(rng, 0.9, 45);
    for (let t = nextFloat(rng) * 600; t < 600; t += nextExponential(rng) / rate) {
      lines.push(`c${i},${dayFromNumber(start + Math.floor(t))},${(10 + nextGamma(rng, 4, 0.2)).toFixed(2)}`);
      if (nextFloat(rng) < 0.3) break;
    }
  }
  lines.push(`"=HYPERLINK(""http://x"")",2025-12-01,20.00`);
  await writeFile(orders, lines.join('\n'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function timon(args: readonly string[], options: { stdin?: string; language?: Language } = {}) {
  const written = { out: '', err: '' };
  const into = (key: 'out' | 'err'): Writable =>
    new Writable({
      write(chunk: Buffer, _, done) {
        written[key] += chunk.toString();
        done();
      },
    });
  const code = await clvCommand(args, {
    language: options.language ?? 'en',
    clock: { now: () => new Date(0) },
    stdin: Readable.from([Buffer.from(options.stdin ?? '')]),
    stdout: into('out'),
    stderr: into('err'),
  });
  return { code, ...written };
}

describe('timon clv', () => {
  test('writes the JSON of clv.md, complete and finite, with exit code 0', async () => {
    const target = join(folder, 'out.json');
    const { code } = await timon([orders, '--now', '2026-03-01', '--horizon', '273', '--json', target]);
    expect(code).toBe(0);
    const json = JSON.parse(await readFile(target, 'utf8')) as Record<string, unknown> & {
      customers: Record<string, unknown>[];
    };
    expect(json).toMatchObject({
      status: 'fitted',
      now: '2026-03-01',
      horizonDays: 273,
      currency: 'EUR',
      seconds: 0,
    });
    for (const field of ['model', 'value', 'totals', 'moneyAtRisk', 'verdicts'])
      expect(json[field]).toBeTruthy();
    expect(json.customers).toHaveLength(301);
    for (const field of 'customerId frequency recency T monetaryValue pBuy pBuy90 expectedPurchases expectedPurchasesLow expectedPurchasesHigh expectedOrderValue clv clvLow clvHigh clv12m nextOrder churn segment'.split(
      ' ',
    )) {
      for (const customer of json.customers) expect(customer[field]).not.toBeNull();
    }
    expect(await readdir(folder)).not.toContain('out.json.partial');
  });

  test('reads standard input and writes to standard output for "-"', async () => {
    const text = await readFile(orders, 'utf8');
    const { code, out } = await timon(['-', '--json', '-'], { stdin: text });
    expect(code).toBe(0);
    expect((JSON.parse(out) as { customers: unknown[] }).customers).toHaveLength(301);
  });

  test('CSV cells that a spreadsheet would run are made text', async () => {
    const { out } = await timon([orders, '--csv', '-']);
    const [header, first] = out.split('\n');
    expect(header).toContain('customerId,frequency');
    expect(first).toMatch(/^"'=HYPERLINK\(""http:\/\/x""\)",0,/);
    for (const line of out.trim().split('\n')) expect(line).not.toMatch(/^[=+@-]/);
  });

  test('the table speaks the terminal’s language', async () => {
    expect((await timon([orders])).out).toContain('Money at risk');
    expect((await timon([orders], { language: 'es' })).out).toContain('Dinero en riesgo');
    expect((await timon([orders, '--lang', 'es'])).out).toContain('segmento');
    expect(languageOf({ LANG: 'es_ES.UTF-8' })).toBe('es');
    expect(languageOf({ LC_ALL: 'C', LANG: 'es_ES.UTF-8' })).toBe('en');
  });

  test('too little data: rules answer in the same shape, exit code 3', async () => {
    const stdin = 'customer_id,order_date,revenue\na,2026-01-01,10\nb,2026-01-09,20\na,2026-02-01,5\n';
    const { code, out } = await timon(['-', '--json', '-'], { stdin });
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      status: 'rules',
      now: '2026-02-01',
      customers: [{ customerId: 'a', frequency: 1, pBuy: null, segment: 'standard' }, { customerId: 'b' }],
      model: null,
    });
    expect((await timon(['-'], { stdin, language: 'es' })).out).toContain('Un modelo necesita 10 clientes');
  });

  test('no order before the analysis date: empty, exit code 3', async () => {
    const { code, out } = await timon([orders, '--now', '1999-01-01', '--json', '-']);
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ status: 'empty', customers: [] });
  });

  test('bad input: row, column, value and what to do in both languages, exit code 2, no output file', async () => {
    const target = join(folder, 'never.json');
    const stdin = 'customer_id,order_date,revenue\na,2026-01-01,10\nb,2026-02-30,x\u001b[2J\n';
    const { code, out, err } = await timon(['-', '--json', target], { stdin });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('row 3, column order_date: "2026-02-30" Write a day that exists');
    expect(err).not.toContain('\u001b');
    expect((await timon(['-'], { stdin, language: 'es' })).err).toContain('fila 3, columna revenue');
    expect(await readdir(folder)).not.toContain('never.json');
  });

  test.each([
    [['--now', '2026-02-30'], '--now'],
    [['--horizon', '0'], '--horizon'],
    [['--horizon', '1.5'], '--horizon'],
    [['--currency', 'euro'], '--currency'],
    [['--lang', 'fr'], '--lang'],
    [['--json', 'a', '--csv', 'b'], 'choose one'],
    [['--nonsense'], '--nonsense'],
    [['second.csv'], 'one file'],
  ])('%j is refused with a sentence and the usage, exit code 2', async (args, words) => {
    const { code, err } = await timon([orders, ...args]);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(err).toContain('Usage: timon clv');
  });

  test('an output that cannot be written is told, exit code 2', async () => {
    const { code, err } = await timon([orders, '--json', join(folder, 'no', 'such', 'folder.json')]);
    expect(code).toBe(2);
    expect(err).toContain('ENOENT');
  });
});
