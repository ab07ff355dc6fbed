import { createTranslator as createUseIntlTranslator } from 'use-intl';
import { describe, expect, it } from 'vitest';
import { messageArguments } from '../message-arguments';
import { FORMATS } from '../translator';
import { en } from './en';
import { es } from './es';

type Leaves = ReadonlyMap<string, string>;

function leaves(node: object, path = ''): Leaves {
  return new Map(
    Object.entries(node as Record<string, unknown>).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[`${path}${key}`, value] as const]
        : [...leaves(value as object, `${path}${key}.`)],
    ),
  );
}

/** Arguments and tags of a message: `{orders, plural, ...}` gives orders, `<b>` gives <b>. */
function argumentsOf(message: string): string[] {
  const tags = [...message.matchAll(/<(\w+)>/g)].map((match) => `<${match[1] ?? ''}>`);
  return [...new Set([...messageArguments(message), ...tags])].sort();
}

const english = leaves(en);
const spanish = leaves(es);

describe('messages', () => {
  it('have the same keys in both languages', () => {
    expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it.each([...english.keys()])('%s takes the same arguments in both languages', (key) => {
    expect(argumentsOf(spanish.get(key) ?? '')).toEqual(argumentsOf(english.get(key) ?? ''));
  });

  it.each([
    ['en-US', en, english],
    ['es-ES', es, spanish],
  ] as const)(
    '%s are valid ICU for 0, 1, 2, 5,000 and a million, without a stray brace',
    (locale, messages, all) => {
      const t = createUseIntlTranslator({
        locale,
        messages,
        formats: FORMATS,
        timeZone: 'UTC',
        onError: (error) => {
          throw error;
        },
      }) as unknown as { markup(key: string, values: Record<string, unknown>): string };
      for (const [key, message] of all) {
        for (const count of [0, 1, 2, 5_000, 1_000_000]) {
          const values: Record<string, unknown> = Object.fromEntries(
            argumentsOf(message).map((name): [string, unknown] =>
              name.startsWith('<') ? [name.slice(1, -1), (chunks: string) => chunks] : [name, count],
            ),
          );
          const text = t.markup(key, values);
          expect(text, key).not.toMatch(/[{}#]|undefined|NaN/);
          expect(text.trim(), key).not.toBe('');
        }
      }
    },
  );

  it('are not English by accident: hardly any Spanish sentence equals its English one', () => {
    const same = [...english].filter(
      ([key, text]) => spanish.get(key) === text && /\s/.test(text.replace(/\{.*\}/g, '')),
    );
    expect(same.map(([key]) => key)).toEqual([]);
  });
});
