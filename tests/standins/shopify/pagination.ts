import { badRequest } from './graphql-failure';

/** Where an item stands in the order of a list: the sorted value, then the id. */
export interface SortPosition {
  readonly value: string | number;
  readonly id: number;
}

interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

/** An ordered list with a way to find a place in it. */
export interface OrderedList<T> {
  readonly items: readonly T[];
  positionOf(item: T): SortPosition;
  /** True when `items` run from the highest position to the lowest. */
  readonly descending: boolean;
}

interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const MAX_PAGE = 250;

export function comparePositions(a: SortPosition, b: SortPosition): number {
  if (a.value < b.value) return -1;
  if (a.value > b.value) return 1;
  return a.id - b.id;
}

/** Shopify's cursors are base64 of a small JSON object; apps must not read them, tests may not either. */
function encodeCursor(position: SortPosition): string {
  return Buffer.from(JSON.stringify({ last_id: position.id, last_value: position.value })).toString('base64');
}

function decodeCursor(cursor: string, argument: string): SortPosition {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'));
    if (typeof parsed === 'object' && parsed !== null && 'last_id' in parsed && 'last_value' in parsed) {
      const { last_id: id, last_value: value } = parsed;
      if (typeof id === 'number' && (typeof value === 'string' || typeof value === 'number')) {
        return { id, value };
      }
    }
  } catch {
    // Falls through: any unreadable cursor gets the same answer.
  }
  throw badRequest(`Invalid cursor for current pagination sort: \`${argument}\`.`);
}

function checkSize(name: 'first' | 'last', size: number): void {
  if (size < 0) throw badRequest(`${name} cannot be negative`);
  if (size > MAX_PAGE) {
    throw badRequest(`${name} cannot be greater than ${MAX_PAGE}: requested ${size}`);
  }
}

/** Index of the first item that stands after (or, with `inclusive`, at or after) a position. */
function indexAfter<T>(list: OrderedList<T>, position: SortPosition, inclusive: boolean): number {
  let low = 0;
  let high = list.items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = list.items[middle];
    if (item === undefined) break;
    const order = comparePositions(list.positionOf(item), position) * (list.descending ? -1 : 1);
    if (inclusive ? order >= 0 : order > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A page of a list by Relay's rules and Shopify's limits: `first` or `last`, not both, at most 250. */
export function paginate<T>(list: OrderedList<T>, page: PageArguments): Connection<T> {
  const first = page.first ?? null;
  const last = page.last ?? null;
  if (first === null && last === null) throw badRequest('you must provide one of first or last');
  if (first !== null && last !== null) throw badRequest('providing both first and last is not supported');
  if (first !== null) checkSize('first', first);
  if (last !== null) checkSize('last', last);

  let start = page.after ? indexAfter(list, decodeCursor(page.after, 'after'), false) : 0;
  let end = page.before ? indexAfter(list, decodeCursor(page.before, 'before'), true) : list.items.length;
  if (first !== null) end = Math.min(end, start + first);
  if (last !== null) start = Math.max(start, end - last);

  const nodes = list.items.slice(start, Math.max(start, end));
  const edges = nodes.map((node) => ({ cursor: encodeCursor(list.positionOf(node)), node }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: end < list.items.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
