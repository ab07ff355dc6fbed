import { describe, expect, it } from 'vitest';
import { listSavedFilters } from '~/data/filters/saved-filters';
import type { Shop } from '~/data/shops/shop';
import { withShop } from '~/data/with-shop';
import { installTestShop, type TestDatabase } from '../../tests/support/database';
import { servicesOn } from '../../tests/support/insights-pass';
import { onTestShop } from '../../tests/support/test-shop';
import { changeFilters } from './change-filters';
import { toSavedFilters } from './stored-filter';
import type { FilterChange } from './views/customers-view';

let database: TestDatabase;
let shop: Shop;
onTestShop((given) => {
  ({ database, shop } = given);
});

const context = () => servicesOn(database.db, () => new Date('2026-03-02T09:00:00Z'));
const list = { smart: 'silent-vip', sort: 'clv', direction: 'desc' } as const;
const change = (wanted: FilterChange, of = shop) => changeFilters(context(), of.id, wanted);
const save = (name: string, of = shop) => change({ kind: 'save', name, ...list }, of);
const saved = async (of = shop) => toSavedFilters(await listSavedFilters(database.db, of.id));

describe('changeFilters', () => {
  it('keeps a list with its filter and order, sorted by name, for this shop alone', async () => {
    const other = await installTestShop(database.db);
    expect(await save('  Verano \n 2026 ')).toEqual({ status: 'saved' });
    expect(await save('ábaco')).toEqual({ status: 'saved' });
    expect(await saved()).toMatchObject([
      { name: 'ábaco', ...list },
      { name: 'Verano 2026', ...list },
    ]);
    expect(await saved(other)).toEqual([]);
    expect(await save('ábaco', other)).toEqual({ status: 'saved' });
  });

  it('refuses no name, a long one, and one that is taken, in whatever capitals', async () => {
    await save('Navidad');
    const fault = async (name: string) => {
      const outcome = await save(name);
      return outcome.status === 'refused' ? outcome.fault : outcome.status;
    };
    expect(await fault(' \t ')).toBe('name-missing');
    expect(await fault('ñ'.repeat(61))).toBe('name-long');
    expect(await fault('ñ'.repeat(60))).toBe('saved');
    expect(await fault('NAVIDAD')).toBe('name-taken');
  });

  it('has room for thirty lists, however many are saved at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 34 }, (_, i) => save(`lista ${i}`)));
    expect(outcomes.filter(({ status }) => status === 'saved')).toHaveLength(30);
    expect(outcomes.filter(({ status }) => status === 'refused')).toEqual(
      Array.from({ length: 4 }, () => ({ status: 'refused', fault: 'too-many' })),
    );
    expect(await saved()).toHaveLength(30);
  });

  it('deletes a list of this shop, not of another; twice is once', async () => {
    const other = await installTestShop(database.db);
    await save('de otra tienda', other);
    await save('mía');
    const [mine] = await saved();
    const [theirs] = await saved(other);
    for (const id of [mine?.id ?? '', mine?.id ?? '', theirs?.id ?? '']) {
      expect(await change({ kind: 'delete', id })).toEqual({ status: 'deleted' });
    }
    expect(await saved()).toEqual([]);
    expect(await saved(other)).toHaveLength(1);
  });

  it('leaves out a list that this release does not know', async () => {
    await save('mía');
    await withShop(database.db, shop.id, (tx) =>
      tx.savedFilter.updateMany({ where: { shopId: shop.id }, data: { query: { smart: 'by-star-sign' } } }),
    );
    expect(await saved()).toEqual([]);
  });
});
