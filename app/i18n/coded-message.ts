import { messageArguments } from './message-arguments';
import type { codesEn } from './messages/codes-en';
import type { Translate } from './translator';

type Values = Readonly<Record<string, string | number>>;
type Groups = typeof codesEn;
type FlatGroup =
  'activity' | 'steps' | 'phases' | 'models' | 'segments' | 'reasons' | 'choices' | 'candidates' | 'findings';

/**
 * The sentence of a code that another room sent. An unknown code, or one that came without the values its sentence
 * needs, gives the group's `unknown` sentence instead of a hole in the page.
 */
export function codedMessage(t: Translate, group: FlatGroup, code: string, values: Values = {}): string {
  const spoken =
    typeof values.errorCode === 'string'
      ? { ...values, errorCode: errorText(t, values.errorCode).what }
      : values;
  return lookUp(t, group, code, '', spoken);
}

/** What failed, and what the merchant can do about it. */
export function errorText(t: Translate, code: string): { readonly what: string; readonly advice: string } {
  return { what: lookUp(t, 'errors', code, '.what', {}), advice: lookUp(t, 'errors', code, '.advice', {}) };
}

export function noticeText(
  t: Translate,
  code: string,
  values: Values,
): { readonly title: string; readonly body: string } {
  return {
    title: lookUp(t, 'notices', code, '.title', values),
    body: lookUp(t, 'notices', code, '.body', values),
  };
}

/** The one place where a key is built at run time: the checked type of `t` knows only written-out keys. */
interface LooseTranslate {
  (key: string, values: Values): string;
  has(key: string): boolean;
  raw(key: string): unknown;
}

function lookUp(t: Translate, group: keyof Groups, code: string, part: string, values: Values): string {
  const loose = t as unknown as LooseTranslate;
  const key = `${group}.${code}${part}`;
  const message = /^[\w-]+$/.test(code) && code !== 'unknown' && loose.has(key) ? loose.raw(key) : null;
  if (typeof message === 'string' && messageArguments(message).every((name) => name in values)) {
    return loose(key, values);
  }
  const unknown = `${group}.unknown${part}`;
  return loose.has(unknown) ? loose(unknown, { code }) : code;
}
