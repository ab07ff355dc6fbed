import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { isTimeZone } from '~/domain/time-zone';

/** What a person may say after `npm run demo --`. */
export interface DemoOptions {
  /** Absolute path of an orders CSV; null for the generated shop. */
  readonly ordersFile: string | null;
  /** Customers of the generated shop; null for as many as it usually has. */
  readonly customers: number | null;
  readonly port: number;
  /** ISO 4217 code of a CSV's amounts; null for the file's own, else EUR. */
  readonly currency: string | null;
  /** IANA zone that a CSV's days are days of. */
  readonly timeZone: string;
  /** Days before the shop's last order at which the demo begins, to let them pass one after the other; null for none. */
  readonly replayDays: number | null;
  /** Forget what an earlier start has stored. */
  readonly fresh: boolean;
}

const MOST_CUSTOMERS = 200_000;
const MOST_REPLAY_DAYS = 365;

export const DEMO_USAGE = `npm run demo                         a generated shop: 30 months, about 40,000 orders
npm run demo -- --orders FILE.csv    your own orders (customer_id,order_date,revenue, or Shopify's order export)

  --currency EUR          currency of the file's amounts
  --time-zone Europe/Madrid   zone that the file's days are days of
  --customers 12000       size of the generated shop
  --replay 120            begin 120 days back, with buttons that let days pass (always starts over)
  --port 3000             where the dashboard answers
  --fresh                 start over, forget what the last start stored`;

/** @throws DemoError with a sentence for the person at the keyboard */
export function parseDemoOptions(args: readonly string[], cwd: string): DemoOptions | 'help' {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        orders: { type: 'string' },
        port: { type: 'string', default: '3000' },
        currency: { type: 'string' },
        'time-zone': { type: 'string', default: 'Europe/Madrid' },
        customers: { type: 'string' },
        replay: { type: 'string' },
        fresh: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    throw new DemoError(error instanceof Error ? error.message : String(error), DEMO_USAGE);
  }
  if (values.help) return 'help';
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new DemoError(`--port ${values.port} is not a port.`, 'Give a whole number from 1 to 65535.');
  }
  const customers = values.customers === undefined ? null : Number(values.customers);
  if (customers !== null && (!Number.isInteger(customers) || customers < 0 || customers > MOST_CUSTOMERS)) {
    throw new DemoError(
      `--customers ${values.customers ?? ''} is not a size.`,
      `Give a whole number from 0 to ${MOST_CUSTOMERS}.`,
    );
  }
  const replayDays = values.replay === undefined ? null : Number(values.replay);
  if (
    replayDays !== null &&
    !(Number.isInteger(replayDays) && replayDays >= 1 && replayDays <= MOST_REPLAY_DAYS)
  ) {
    throw new DemoError(
      `--replay ${values.replay ?? ''} is not a number of days.`,
      `Give a whole number from 1 to ${MOST_REPLAY_DAYS}.`,
    );
  }
  const currency = values.currency?.toUpperCase() ?? null;
  if (currency !== null && !/^[A-Z]{3}$/.test(currency)) {
    throw new DemoError(
      `--currency ${currency} is not a currency.`,
      'Give a three-letter code such as EUR or MXN.',
    );
  }
  if (!isTimeZone(values['time-zone'])) {
    throw new DemoError(
      `--time-zone ${values['time-zone']} is not a zone.`,
      'Give an IANA name such as Europe/Madrid.',
    );
  }
  return {
    ordersFile: values.orders === undefined ? null : resolve(cwd, values.orders),
    customers,
    port,
    currency,
    timeZone: values['time-zone'],
    replayDays,
    // What was bought in an earlier replay is not kept.
    fresh: values.fresh || replayDays !== null,
  };
}

/** A failure that ends the demo with a sentence and what to do, without a stack. */
export class DemoError extends Error {
  override readonly name = 'DemoError';

  constructor(
    message: string,
    readonly todo: string,
  ) {
    super(message);
  }
}
