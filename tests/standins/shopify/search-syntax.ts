import { badRequest, NotImplementedError } from './graphql-failure';
import { wordsMatcher } from './search-words';
import { zonedTimeToMs } from './zoned-time';

/**
 * The part of Shopify's search syntax that apps use for syncing and for finding people: `field:value`,
 * `field:>=value`, free text, quotes, `word*`, `AND`, `OR`, `NOT` or `-`, parentheses, backslashes before special
 * characters. Terms side by side mean AND.
 * https://shopify.dev/docs/api/usage/search-syntax
 */
export interface SearchFields<T> {
  /** Instants in ISO form. */
  readonly instants: Readonly<Record<string, (item: T) => string | null>>;
  readonly numbers: Readonly<Record<string, (item: T) => number | null>>;
  /** Compared without regard to case. */
  readonly texts: Readonly<Record<string, (item: T) => readonly string[]>>;
  /** Searched word by word; free text, which names no field, searches all of them. */
  readonly words: Readonly<Record<string, (item: T) => string | null>>;
}

type Predicate<T> = (item: T) => boolean;
const OPERATORS = ['>=', '<=', '>', '<', '='] as const;
type Operator = (typeof OPERATORS)[number];
const TOKEN =
  /\(|\)|-?(?:[A-Za-z_]+:(?:>=|<=|>|<|=)?)?(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?:\\.|[^\s()\\])+)/g;
const NAMED = /^([A-Za-z_]+):([^]*)$/;
const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;
const NO_ZONE = /^\d{4}-\d{2}-\d{2}T[\d:.]+$/;

function compareWith(operator: Operator, order: number): boolean {
  switch (operator) {
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case '=':
      return order === 0;
  }
}

function instantMs(field: string, value: string, timeZone: string): number {
  const ms = DAY_ONLY.test(value)
    ? zonedTimeToMs(`${value}T00:00:00`, timeZone)
    : NO_ZONE.test(value)
      ? zonedTimeToMs(value, timeZone)
      : Date.parse(value);
  if (Number.isNaN(ms)) throw badRequest(`Invalid timestamp for query filter \`${field}\`.`);
  return ms;
}

function termPredicate<T>(token: string, fields: SearchFields<T>, timeZone: string): Predicate<T> {
  const negated = token.startsWith('-');
  const body = negated ? token.slice(1) : token;
  const [, field, rest] = NAMED.exec(body) ?? [];
  const predicate =
    field === undefined || rest === undefined
      ? freeTextPredicate(body, fields)
      : namedPredicate(field, rest, fields, timeZone);
  return negated ? (item) => !predicate(item) : predicate;
}

function namedPredicate<T>(
  field: string,
  rest: string,
  fields: SearchFields<T>,
  timeZone: string,
): Predicate<T> {
  const operator = OPERATORS.find((candidate) => rest.startsWith(candidate)) ?? '=';
  const value = rest.slice(rest.startsWith(operator) ? operator.length : 0);
  const words = fields.words[field];
  if (!words) return fieldPredicate(field, operator, plain(value), fields, timeZone);
  if (operator !== '=') throw new NotImplementedError(`the search ${field}:${rest}`);
  const matches = wordsMatcher(wantedWords(value));
  return (item) => matches(words(item) ?? '');
}

function freeTextPredicate<T>(body: string, fields: SearchFields<T>): Predicate<T> {
  const all = Object.values(fields.words);
  // A colon after what cannot be a field: nobody knows what Shopify makes of it.
  if (all.length === 0 || /^[^"'][^]*(?<!\\):/.test(body)) {
    throw new NotImplementedError(`free text search (${body})`);
  }
  const matches = wordsMatcher(wantedWords(body));
  return (item) => all.some((words) => matches(words(item) ?? ''));
}

/** A value without its quotes and without the backslashes before special characters. */
function plain(value: string): string {
  return value.replace(/^(["'])([^]*)\1$/, '$2').replaceAll(/\\([^])/g, '$1');
}

function wantedWords(value: string): Parameters<typeof wordsMatcher>[0] {
  if (/^(["'])[^]*\1$/.test(value)) return { text: plain(value), form: 'phrase' };
  if (/(?<!\\)\*$/.test(value)) return { text: plain(value.slice(0, -1)), form: 'prefix' };
  return { text: plain(value), form: 'words' };
}

function fieldPredicate<T>(
  field: string,
  operator: Operator,
  value: string,
  fields: SearchFields<T>,
  timeZone: string,
): Predicate<T> {
  const instant = fields.instants[field];
  if (instant) {
    // Items carry `YYYY-MM-DDTHH:MM:SSZ`, which sorts as text: no date is parsed per item.
    const text = `${new Date(instantMs(field, value, timeZone)).toISOString().slice(0, 19)}Z`;
    return (item) => {
      const own = instant(item);
      return own !== null && compareWith(operator, own < text ? -1 : own > text ? 1 : 0);
    };
  }
  const number = fields.numbers[field];
  if (number) {
    const wanted = Number(value);
    if (Number.isNaN(wanted)) throw badRequest(`Invalid number for query filter \`${field}\`.`);
    return (item) => {
      const own = number(item);
      return own !== null && compareWith(operator, own - wanted);
    };
  }
  const texts = fields.texts[field];
  if (texts) {
    const wanted = value.toLowerCase();
    return (item) => texts(item).some((own) => own.toLowerCase() === wanted);
  }
  throw new NotImplementedError(`the search field ${field}`);
}

/** Compiles a search query; `null` for an absent or empty one, which matches everything. */
export function compileSearch<T>(
  query: string | null | undefined,
  fields: SearchFields<T>,
  timeZone: string,
): Predicate<T> | null {
  const tokens = query?.match(TOKEN) ?? [];
  if (tokens.length === 0) return null;
  let position = 0;

  function parseOr(): Predicate<T> {
    let left = parseAnd();
    while (tokens[position]?.toUpperCase() === 'OR') {
      position += 1;
      const [a, b] = [left, parseAnd()];
      left = (item) => a(item) || b(item);
    }
    return left;
  }
  function parseAnd(): Predicate<T> {
    let left = parseUnary();
    for (;;) {
      const token = tokens[position];
      if (token === undefined || token === ')' || token.toUpperCase() === 'OR') return left;
      if (token.toUpperCase() === 'AND') position += 1;
      const [a, b] = [left, parseUnary()];
      left = (item) => a(item) && b(item);
    }
  }
  function parseUnary(): Predicate<T> {
    const token = tokens[position];
    position += 1;
    if (token === undefined) throw badRequest('Invalid search query.');
    if (token.toUpperCase() === 'NOT') {
      const inner = parseUnary();
      return (item) => !inner(item);
    }
    if (token !== '(') return termPredicate(token, fields, timeZone);
    const inner = parseOr();
    position += 1;
    return inner;
  }
  return parseOr();
}
