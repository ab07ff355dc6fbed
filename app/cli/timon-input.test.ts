import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { timon } from './fixtures/timon';

vi.setConfig({ testTimeout: 60_000 });

const HEADER = 'customer_id,order_date,revenue';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timon-input-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const ORDERS_FLAGS = ['now', 'margin', 'no-backtest', 'high-churn', 'whale-share', 'top', 'lang'];
const HELP: readonly (readonly [string, readonly string[]])[] = [
  ['clv', ORDERS_FLAGS],
  ['segments', ORDERS_FLAGS],
  ['mmm', ['country', 'lifts', 'no-backtest', 'threads', 'currency', 'json', 'csv', 'seed', 'lang']],
  [
    'budget',
    [
      'total',
      'days',
      'next',
      'min',
      'max',
      'lock',
      'zero-or-min',
      'max-change',
      'objective',
      'values',
      'margin',
    ],
  ],
  ['simulate', ['world', 'channels', 'weekly', 'rows', 'start', 'csv', 'truth', 'seed', 'lang']],
];

describe('what timon is given', () => {
  test('bad input: row, column, value and what to do in both languages, exit code 2, no output file', async () => {
    const target = join(folder, 'never.json');
    const stdin = `${HEADER}\na,2026-01-01,10\nb,2026-02-30,x\u001b[2J\n`;
    const { code, out, err } = await timon(['clv', '-', '--json', target], { stdin });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('row 3, column order_date: "2026-02-30" Write a day that exists');
    expect(err).not.toContain('\u001b');
    expect((await timon(['clv', '-'], { stdin, language: 'es' })).err).toContain('fila 3, columna revenue');
    expect(await readdir(folder)).not.toContain('never.json');
  });

  test('of a file with 50 faults the first 20 are listed and all are counted', async () => {
    const { code, err } = await timon(['clv', '-'], { stdin: `${HEADER}\n${'a,never,1\n'.repeat(50)}` });
    expect(code).toBe(2);
    expect(err).toContain('50 faults');
    expect(err.match(/row \d+/g)).toHaveLength(20);
    expect(err).toContain('… and 30 more.');
  });

  test('500 random files: an answer or a list of faults, never a crash, never a number that is not finite', async () => {
    const cell = fc.oneof(
      fc.constantFrom('a', 'b', 'c', '', 'é', '"', '"x\ny"', '=1', '-', ' '),
      fc.constantFrom('2026-01-01', '2026-02-30', '0001-01-01', '9999-12-31', '2026-01-05T23:59:59Z'),
      fc.constantFrom('0', '-5', '12,5', '1e9', '999999999999999', '0.001', 'NaN', 'Infinity'),
    );
    const sound = fc.tuple(
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.constantFrom('2026-01-01', '2026-01-09', '2026-03-09', '2019-01-01'),
      fc.constantFrom('0', '-5', '12', '999999999999999', '0.01'),
    );
    const line = fc.oneof(
      { weight: 4, arbitrary: sound },
      { weight: 1, arbitrary: fc.array(cell, { maxLength: 5 }) },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(HEADER, 'customer_id,order_date', 'Name,Email,Created at,Total', ''),
        fc.array(line, { maxLength: 12 }),
        async (header, lines) => {
          const stdin = [header, ...lines.map((cells) => cells.join(','))].join('\n');
          const { code, out, err } = await timon(['clv', '-', '--json', '-'], { stdin });
          expect([0, 2, 3]).toContain(code);
          if (code === 2) expect([out, err.includes('row ')]).toEqual(['', true]);
          else expect(() => JSON.parse(out) as unknown).not.toThrow();
          expect(out).not.toMatch(/NaN|Infinity/);
        },
      ),
      { seed: 11, numRuns: 500 },
    );
  });

  test.each([
    [['--now', '2026-02-30'], '--now'],
    [['--horizon', '0'], '--horizon'],
    [['--horizon', '1.5'], '--horizon'],
    [['--currency', 'euro'], '--currency'],
    [['--discount', ''], '--discount'],
    [['--margin', '1.2'], '--margin'],
    [['--margin', '0x1'], '--margin'],
    [['--high-churn', '70'], '--high-churn'],
    [['--low-churn', '0.9'], 'not above --high-churn'],
    [['--loyal-orders=-1'], '--loyal-orders'],
    [['--vip-share', 'top'], '--vip-share'],
    [['--whale-share', '1.01'], '--whale-share'],
    [['--lang', 'fr'], '--lang'],
    [['--json', 'a', '--csv', 'b'], 'choose one'],
    [['--nonsense'], '--nonsense'],
    [['second.csv'], 'one file'],
  ])('%j is refused with a sentence and the usage, exit code 2', async (args, words) => {
    const { code, err } = await timon(['clv', 'orders.csv', ...args]);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(err).toContain('Usage: timon clv');
  });

  test('no command, or one that does not exist, shows the usage and is exit code 2; help is 0', async () => {
    expect((await timon([])).code).toBe(2);
    expect(await timon(['clw'])).toMatchObject({ code: 2, out: '' });
    for (const [language, words] of [
      ['en', 'Usage: timon <command>'],
      ['es', 'Uso: timon <orden>'],
    ] as const) {
      const { code, out } = await timon(['help'], { language });
      expect([code, out.split(' [')[0]]).toEqual([0, words]);
      for (const [command] of HELP) expect(out).toContain(`timon ${command} `);
    }
  });

  test.each(HELP)(
    'timon %s --help explains its options in both languages, exit code 0',
    async (command, flags) => {
      const english = await timon([command, '--help']);
      const spanish = await timon([command, '--help', '--lang', 'es']);
      expect([english.code, spanish.code]).toEqual([0, 0]);
      expect(english.out).toContain(`Usage: timon ${command}`);
      expect(spanish.out).toContain(`Uso: timon ${command}`);
      const flagsOf = (text: string): string[] => text.match(/^ {2}--[a-z-]+/gm) ?? [];
      expect(flagsOf(spanish.out)).toEqual(flagsOf(english.out));
      for (const flag of flags) expect(english.out).toContain(`  --${flag} `);
    },
  );
});
