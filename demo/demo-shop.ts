import type { CsvWarning, InvalidOrdersCsv, WarningCode } from '~/connectors/orders-csv/contract';
import { readOrdersCsv } from '~/connectors/orders-csv/stream-orders-csv';
import { addDays, isoDay, localDay } from '~/domain/iso-day';
import { minorUnitDigits } from '~/domain/money';
import { simulateShop } from '~/engine/simulate/simulate-shop';
import type { ShopMarketing, SimulatedShop } from '~/engine/simulate/simulated-shop';
import { shopFromOrderRows } from '../tests/standins/shopify/shop-from-order-rows';
import { DemoError, type DemoOptions } from './options';
import { replayShop, type Replay } from './replay';
import type { DemoSettings } from './settings';

const DAY_MS = 86_400_000;

export interface DemoShop {
  readonly shop: SimulatedShop;
  /** What the generated shop spends on advertising; null for a file of orders, which does not say. */
  readonly marketing: ShopMarketing | null;
  /** Instant that the demo's clock starts at. */
  readonly now: Date;
  /** Null where all of the shop has happened already. */
  readonly replay: Replay | null;
  /** What the reader of the file should know, a sentence each. */
  readonly remarks: readonly string[];
}

type WholeShop = Omit<DemoShop, 'replay'>;

/** The generated shop, or one made of the rows of a file. @throws DemoError that names the faulty rows */
export async function loadDemoShop(
  options: DemoOptions,
  loadSettings: () => Promise<DemoSettings>,
): Promise<DemoShop> {
  const whole = await loadWholeShop(options, loadSettings);
  if (options.replayDays === null) return { ...whole, replay: null };
  const start = new Date(whole.now.getTime() - options.replayDays * DAY_MS);
  const replay = replayShop(whole.shop, start, whole.now);
  if (replay.shop.orders.length === 0) {
    throw new DemoError(
      `${options.replayDays} days before its last order the shop has no orders yet.`,
      'Give --replay fewer days.',
    );
  }
  // The series of what it spends ends on a day that is still to come.
  return { ...whole, shop: replay.shop, marketing: null, now: start, replay };
}

async function loadWholeShop(
  options: DemoOptions,
  loadSettings: () => Promise<DemoSettings>,
): Promise<WholeShop> {
  if (options.ordersFile !== null) return shopOfFile(options.ordersFile, options);
  const settings = await loadSettings();
  const endDay = isoDay(settings.endDay);
  // The morning after the last whole day: no order lies in the future.
  const now = new Date(`${addDays(endDay, 1)}T07:00:00Z`);
  const size = options.customers === null ? {} : { customers: options.customers };
  const shop = simulateShop({ seed: settings.seed, endDay, ...size });
  return { shop, marketing: shop.marketing, now, remarks: [] };
}

async function shopOfFile(file: string, { currency: asked, timeZone }: DemoOptions): Promise<WholeShop> {
  const read = await readOrdersCsv(file, { timeZone, ...(asked === null ? {} : { currency: asked }) });
  if (read.status === 'invalid')
    throw new DemoError(
      describeFaults(file, read),
      'Mend the rows and run the command again; nothing was imported.',
    );
  const { currency } = read;
  // A file without amounts still shows who is leaving: every order counts one unit of money.
  const one = 10n ** BigInt(minorUnitDigits(currency));
  const rows = read.rows.map((row) => ({
    customerId: row.customerId,
    instant: row.instant ?? row.day,
    minor: row.minor ?? one,
  }));
  const { shop } = shopFromOrderRows(rows, { currency, timeZone, name: 'Timón demo' });
  const newest = new Date(
    shop.orders.reduce((latest, order) => Math.max(latest, Date.parse(order.createdAt)), 0),
  );
  // A minute after the last order, unless that is tomorrow: ages run to the day that `timon clv` takes by default.
  const soon = new Date(newest.getTime() + 60_000);
  return {
    shop,
    marketing: null,
    now: localDay(soon, timeZone) === localDay(newest, timeZone) ? soon : newest,
    remarks: read.warnings.map(describeWarning),
  };
}

const WARNINGS: Readonly<Record<WarningCode, string>> = {
  'repeated-rows': 'Rows with the customer, day and amount of an earlier one, counted as given',
  'guest-orders': 'Orders without a customer, left out',
  'cancelled-orders': 'Cancelled orders, left out',
  'unpaid-orders': 'Unpaid orders, left out',
  'test-orders': 'Test orders, left out',
  'repeated-orders': 'Orders that the file holds twice, counted once',
};

function describeWarning({ code, count, firstRow }: CsvWarning): string {
  return `${WARNINGS[code]}: ${count.toLocaleString('en')}; the first is row ${firstRow}.`;
}

function describeFaults(file: string, { faults, faultCount }: InvalidOrdersCsv): string {
  const lines = faults.map(({ row, column, value, advice }) => {
    const place = column === null ? `row ${row}` : `row ${row}, column ${column}`;
    return `      ${place}: ${value === '' ? '' : `"${value}" - `}${advice}`;
  });
  const more = faultCount > faults.length ? [`      ... and ${faultCount - faults.length} more`] : [];
  return [`${file} cannot be read:`, ...lines, ...more].join('\n');
}
