import type { Db } from '~/data/db';
import { SMART_FILTERS } from '~/domain/customer-filter';
import { readCustomers } from '~/services/read-customers';
import { CUSTOMER_SORTS, type CustomersQuery, type CustomersView } from '~/services/views/customers-view';
import { servicesOn } from '../../tests/support/insights-pass';
import { fixed, printTable } from '../support/markdown';

const ROUNDS = 3;
/** What is typed into the search: a whole code, the beginnings of codes, and of ids by the thousand. */
const SEARCHES = ['7K2QM', '7K', '7', '12', '1000'];

interface Timing {
  readonly what: string;
  /** Median of the rounds. */
  readonly ms: number;
}

/** Prints what the service behind the page needs, one row a filter. */
export async function measureLists(db: Db, shopId: string, title: string): Promise<void> {
  const context = servicesOn(db, () => new Date('2022-06-05T09:00:00Z'));
  const read = async (query: CustomersQuery): Promise<{ readonly view: ReadyView; readonly ms: number }> => {
    const times: number[] = [];
    for (;;) {
      const start = performance.now();
      const view = await readCustomers(context, shopId, query);
      times.push(performance.now() - start);
      if (view.state !== 'ready') throw new Error('the shop has no finished pass');
      if (times.length === ROUNDS) return { view, ms: times.sort((a, b) => a - b)[1] ?? NaN };
    }
  };
  const usual = { smart: null, search: null, sort: 'clv', direction: 'desc', page: 1 } as const;
  const rows: string[][] = [];
  for (const smart of [null, ...SMART_FILTERS]) {
    const timings: Timing[] = [];
    let total = 0;
    for (const sort of CUSTOMER_SORTS) {
      for (const direction of ['desc', 'asc'] as const) {
        const first = await read({ ...usual, smart, sort, direction });
        ({ total } = first.view);
        timings.push({ what: `${sort} ${direction}, first page`, ms: first.ms });
        const last = Math.max(1, Math.ceil(total / first.view.pageSize));
        for (const [name, page] of [['middle', Math.ceil(last / 2)] as const, ['last', last] as const]) {
          const { ms } = await read({ ...usual, smart, sort, direction, page });
          timings.push({ what: `${sort} ${direction}, ${name} page`, ms });
        }
      }
    }
    rows.push(rowOf(smart ?? 'all', total, timings));
  }
  for (const search of SEARCHES) {
    const timings: Timing[] = [];
    let total = 0;
    for (const sort of CUSTOMER_SORTS) {
      const { view, ms } = await read({ ...usual, search, sort });
      ({ total } = view);
      timings.push({ what: sort, ms });
    }
    rows.push(rowOf(`search \`${search}\``, total, timings));
  }
  printTable(
    `${title} Milliseconds of the whole service (median of ${ROUNDS}) over every order, both directions, first, middle and last page.`,
    ['list', 'customers', 'median', 'slowest', 'which'],
    rows,
  );
}

type ReadyView = Extract<CustomersView, { state: 'ready' }>;

function rowOf(name: string, total: number, timings: readonly Timing[]): string[] {
  const sorted = [...timings].sort((a, b) => a.ms - b.ms);
  const slowest = sorted.at(-1);
  const median = sorted[Math.floor(sorted.length / 2)]?.ms;
  return [name, String(total), fixed(median, 0), fixed(slowest?.ms, 0), slowest?.what ?? ''];
}
