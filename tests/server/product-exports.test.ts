import { parse } from 'csv-parse/sync';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { listAudit } from '~/data/logs/audit-log';
import { ALL_CUSTOMERS } from '~/domain/customer-filter';
import { isoDay } from '~/domain/iso-day';
import { simulateShop } from '~/engine/simulate/simulate-shop';
import { action as exportCustomers } from '~/routes/api.customers.export';
import { action as exportRescue } from '~/routes/api.rescues.$id.export';
import { contactDetails } from '../standins/shopify/contact-details';
import { startProduct, type Product } from '../support/product';
import { seedRescue, type SeededRescue } from '../support/seed-rescue';
import { queryAsOwner } from '../support/table-contents';

const NOW = '2026-03-02T11:00:00Z';
const SHOP = 'exports.myshopify.com';
const OTHER = 'exports-other.myshopify.com';
const data = simulateShop({ seed: 5, endDay: isoDay('2026-03-01'), months: 12, customers: 300 });
const emailOf = new Map(data.customers.map(({ id, email }) => [id, email]));
const detailsOf = (id: number) => contactDetails({ id, email: emailOf.get(id) ?? '' });
const acceptsEmail = (id: number): boolean =>
  detailsOf(id).email !== null && detailsOf(id).emailState === 'SUBSCRIBED';
const acceptsWhatsApp = (id: number): boolean =>
  detailsOf(id).phone !== null && detailsOf(id).whatsAppState === 'SUBSCRIBED';
/** Whom every kind of file can carry. */
const reachable = (): number[] => buyers.filter((id) => acceptsEmail(id) && acceptsWhatsApp(id));
const RUNNING = { confirmedAt: '2026-03-01T12:00:00Z', codeEndsAt: '2026-03-31T21:59:59Z' } as const;

let product: Product;
let shopId: string;
let otherId: string;
/** Customers of the last pass. */
let buyers: number[];
beforeAll(async () => {
  product = await startProduct({ shops: [SHOP, OTHER].map((domain) => ({ domain, data })), now: NOW });
  await product.startWorker();
  ({ shopId } = await product.sync(SHOP));
  ({ shopId: otherId } = await product.sync(OTHER));
  const rows = await queryAsOwner<{ id: string }>(
    product.database.ownerUrl,
    'SELECT customer_id AS id FROM customer_prediction WHERE shop_id = $1 ORDER BY 1',
    [shopId],
  );
  buyers = rows.map(({ id }) => Number(id));
});
afterAll(() => product.close());
afterEach(async () => {
  product.standin.faults.clear();
  for (const table of ['rescue_member', 'rescue_code', 'rescue_campaign']) {
    await queryAsOwner(product.database.ownerUrl, `DELETE FROM ${table}`);
  }
});

type Fields = readonly (readonly [string, string])[];
const EVERYBODY: Fields = [['kind', 'filter']];
const picked = (ids: readonly number[]): Fields => [
  ['kind', 'customers'],
  ...ids.map((id): [string, string] => ['customer', String(id)]),
];

/** As a browser in the Shopify admin posts the page's form. */
function post(path: string, fields: Fields, domain: string): Request {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return new Request(`https://timon.example${path}`, {
    method: 'POST',
    body,
    headers: {
      Authorization: `Bearer ${product.standin.mintSessionToken(domain)}`,
      'User-Agent': 'Mozilla/5.0 Firefox/140.0',
    },
  });
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Cells by column, of a file. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly text: string;
  readonly leftOut: unknown;
}

async function readAnswer(response: Response): Promise<Answer> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
  const file = response.headers.get('Content-Type')?.startsWith('text/csv') === true;
  return {
    ...{ status: response.status, headers: response.headers, text },
    rows: file
      ? parse(text, { bom: true, columns: true, delimiter: text.startsWith('\uFEFF') ? ';' : ',' })
      : [],
    leftOut: JSON.parse(response.headers.get('X-Timon-Left-Out') ?? 'null'),
  };
}

async function customers(format: string, fields: Fields = EVERYBODY, domain = SHOP): Promise<Answer> {
  const request = post('/api/customers/export', [['format', format], ['locale', 'es-ES'], ...fields], domain);
  return readAnswer(await exportCustomers({ request, params: {}, context: { timon: product.timon } }));
}

async function rescue(format: string, id: string, domain = SHOP): Promise<Answer> {
  const request = post(
    `/api/rescues/${id}/export`,
    [
      ['format', format],
      ['locale', 'es-ES'],
    ],
    domain,
  );
  return readAnswer(await exportRescue({ request, params: { id }, context: { timon: product.timon } }));
}

const seed = (change: Omit<SeededRescue, 'shopId' | keyof typeof RUNNING> & Partial<SeededRescue>) =>
  seedRescue(product.database.ownerUrl, { shopId, ...RUNNING, ...change });
const audits = () => listAudit(product.database.db, shopId, { limit: 50 });
/** Customers in a file, by the column that names them. */
const inSpreadsheet = ({ rows }: Answer): number[] =>
  rows.map((row) => Number(row['Ficha en Shopify']?.split('/').at(-1)));
const emails = ({ rows }: Answer): (string | undefined)[] => rows.map((row) => row['Email']);
const phones = ({ rows }: Answer): (string | undefined)[] => rows.map((row) => row['Teléfono']);

describe('a file of customers', () => {
  it('for a spreadsheet has every customer of the last pass, and keeps nothing of them here', async () => {
    const answer = await customers('csv');
    expect(answer.status).toBe(200);
    expect(inSpreadsheet(answer).sort()).toEqual([...buyers].sort());
    expect(answer.headers.get('Content-Disposition')).toBe(
      'attachment; filename="timon-clientes-2026-03-02.csv"',
    );
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('X-Timon-Rows')).toBe(String(buyers.length));
    expect(answer.leftOut).toEqual({});
    expect(answer.text.startsWith('\uFEFFCliente;Nombre;')).toBe(true);
    expect(answer.rows[0]).toMatchObject({ 'Día del análisis': '2026-03-02' });

    const [entry] = await audits();
    expect(entry).toMatchObject({
      actor: expect.stringMatching(/^merchant:/) as string,
      action: 'customers.export',
      detail: { format: 'csv', selection: 'all', rows: buyers.length, leftOut: {} },
    });
    const tables = await queryAsOwner<{ name: string }>(
      product.database.ownerUrl,
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    const someone = data.customers.find(({ id }) => buyers.includes(id) && acceptsEmail(id));
    for (const { name } of tables) {
      const found = await queryAsOwner(
        product.database.ownerUrl,
        `SELECT 1 FROM "${name}" t WHERE t::text LIKE '%' || $1 || '%'`,
        [someone?.email],
      );
      expect(found, name).toEqual([]);
    }
  });

  it('has the numbers of the screen', async () => {
    const { rows } = await customers('csv');
    const view = await product.timon.readCustomers(shopId, {
      ...ALL_CUSTOMERS,
      ...{ sort: 'clv', direction: 'desc', page: 1 },
    });
    if (view.state !== 'ready') throw new Error('no customers');
    const byAlias = new Map(rows.map((row) => [row['Cliente'], row]));
    for (const shown of view.rows) {
      const row = byAlias.get(`Cliente ${shown.alias}`);
      const value = Number(row?.['Valor a 12 meses (EUR)']?.replace(',', '.'));
      expect(value).toBeCloseTo(shown.clv12m ?? Number.NaN, 1);
      expect(row?.['Último pedido']).toBe(shown.lastOrderDay);
    }
  });

  it('for Klaviyo has who accepts e-mail, for WhatsApp who accepts WhatsApp, and says how many do not', async () => {
    const klaviyo = await customers('klaviyo');
    const readers = buyers.filter(acceptsEmail);
    expect(emails(klaviyo).sort()).toEqual(readers.map((id) => detailsOf(id).email).sort());
    const noEmail = buyers.filter((id) => detailsOf(id).email === null).length;
    expect(klaviyo.leftOut).toEqual({
      'no-consent': buyers.length - readers.length - noEmail,
      ...(noEmail > 0 ? { 'no-address': noEmail } : {}),
    });
    const whatsApp = await customers('whatsapp');
    const texters = buyers.filter(acceptsWhatsApp);
    expect(phones(whatsApp).sort()).toEqual(texters.map((id) => detailsOf(id).phone).sort());
    for (const row of whatsApp.rows) expect(row['Mensaje']).toMatch(/BAJA\.$|STOP\.$/);
  });

  it('has those who were picked, each once, and tells who is no longer in Shopify', async () => {
    const [gone = 0, ...rest] = buyers.slice(-6);
    await product.standin.deleteCustomer(SHOP, gone);
    const answer = await customers('csv', picked([gone, ...rest, rest[0] ?? 0, 999_999_999]));
    expect(inSpreadsheet(answer)).toEqual(rest);
    expect(answer.leftOut).toEqual({ gone: 2 });
    buyers.splice(buyers.indexOf(gone), 1);
    expect(answer.headers.get('Content-Disposition')).toContain('timon-clientes-elegidos-');
  });

  it('by a filter has what the list shows under it', async () => {
    const { rows, headers } = await customers('csv', [...EVERYBODY, ['smart', 'leaving']]);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row['Se está yendo']))).toEqual(new Set(['sí']));
    expect(headers.get('Content-Disposition')).toContain('timon-clientes-que-se-van-');
  });

  it('in any format never has who is held out of a running rescue, picked by hand or by a filter', async () => {
    const heldOut = reachable().slice(0, 5);
    expect(heldOut).toHaveLength(5);
    await seed({ number: 1, withCode: [], heldOut });
    for (const fields of [EVERYBODY, picked(buyers)]) {
      const [csv, klaviyo, whatsApp] = [
        await customers('csv', fields),
        await customers('klaviyo', fields),
        await customers('whatsapp', fields),
      ];
      for (const id of heldOut) {
        expect(inSpreadsheet(csv)).not.toContain(id);
        expect(emails(klaviyo)).not.toContain(detailsOf(id).email);
        expect(phones(whatsApp)).not.toContain(detailsOf(id).phone);
      }
      for (const { leftOut } of [csv, klaviyo, whatsApp]) expect(leftOut).toMatchObject({ 'held-out': 5 });
    }
    expect(await customers('csv', picked(heldOut))).toMatchObject({ status: 409, rows: [] });
  });

  it('has them again once the rescue is measured or undone', async () => {
    const [first = 0, second = 0] = buyers;
    await seed({ number: 1, withCode: [], heldOut: [first], confirmedAt: '2025-12-01T12:00:00Z' });
    await seed({ number: 2, withCode: [], heldOut: [second], status: 'undone' });
    expect(inSpreadsheet(await customers('csv', picked([first, second])))).toEqual([first, second]);
  });

  it('is not made at all when Shopify fails half-way: a code for the page, no audit entry', async () => {
    const before = await audits();
    product.standin.faults.add({ kind: 'status', on: 'graphql', status: 403, operation: 'ContactsById' });
    const answer = await customers('csv');
    expect(answer.status).toBe(409);
    expect(JSON.parse(answer.text)).toEqual({ error: 'forbidden', leftOut: {} });
    expect(await audits()).toEqual(before);
  });

  it('is refused before the first pass has ended', async () => {
    await queryAsOwner(product.database.ownerUrl, 'UPDATE shop SET current_run_id = NULL WHERE id = $1', [
      otherId,
    ]);
    const answer = await customers('csv', EVERYBODY, OTHER);
    expect(JSON.parse(answer.text)).toEqual({ error: 'no-forecast', leftOut: {} });
  });

  it.each([
    ['no format', '', EVERYBODY],
    ['another format', 'xlsx', EVERYBODY],
    ['no selection', 'csv', []],
    ['nobody picked', 'csv', picked([])],
    [
      'ids that are none',
      'csv',
      [
        ['kind', 'customers'],
        ['customer', "1' OR '1'='1"],
      ],
    ],
    ['a filter that nobody knows', 'csv', [...EVERYBODY, ['smart', 'everybody']]],
  ] satisfies [string, string, Fields][])('is refused for a form with %s', async (_what, format, fields) => {
    expect(await customers(format, fields)).toMatchObject({ status: 400, rows: [] });
  });
});

describe('a file of a rescue', () => {
  let [a, b, c, d] = [0, 0, 0, 0];
  beforeAll(() => {
    [a = 0, b = 0, c = 0, d = 0] = reachable();
  });

  it('has the contacted with their code or their message, never the held out, and notes that it went out', async () => {
    const id = await seed({ number: 3, withCode: [a, b], messageOnly: [c], heldOut: [d] });
    const csv = await rescue('csv', id);
    expect(csv.headers.get('Content-Disposition')).toBe(
      'attachment; filename="timon-rescate-3-2026-03-02.csv"',
    );
    expect(inSpreadsheet(csv).sort()).toEqual([a, b, c].sort());
    const codes = new Map(csv.rows.map((row, i) => [inSpreadsheet(csv)[i], row['Código']]));
    expect([codes.get(a), codes.get(b), codes.get(c)]).toEqual(['VUELVE-3', 'VUELVE-3', '']);

    const klaviyo = await rescue('klaviyo', id);
    expect(emails(klaviyo).sort()).toEqual([a, b, c].map((who) => detailsOf(who).email).sort());
    const whatsApp = await rescue('whatsapp', id);
    expect(phones(whatsApp).sort()).toEqual([a, b, c].map((who) => detailsOf(who).phone).sort());
    const withCode = whatsApp.rows.filter((row) => row['Código'] !== '');
    expect(withCode).toHaveLength(2);
    for (const row of withCode) expect(row['Mensaje']).toMatch(/VUELVE-3.*(historial|history)/);
    for (const { rows, text } of [csv, klaviyo, whatsApp]) {
      expect(rows).toHaveLength(3);
      expect(text).not.toContain(String(d));
      expect(text).not.toContain(detailsOf(d).email ?? '');
    }

    const [entry] = await audits();
    expect(entry).toMatchObject({ action: 'rescue.export', subject: `rescue:${id}`, detail: { rows: 3 } });
    const [campaign] = await queryAsOwner<{ exported_at: Date | null }>(
      product.database.ownerUrl,
      'SELECT exported_at FROM rescue_campaign WHERE id = $1',
      [id],
    );
    expect(campaign?.exported_at).not.toBeNull();
  });

  it('has nobody who is held out of another rescue that is still being measured', async () => {
    const id = await seed({ number: 3, withCode: [a, b] });
    await seed({ number: 2, withCode: [], heldOut: [b] });
    const answer = await rescue('csv', id);
    expect(inSpreadsheet(answer)).toEqual([a]);
    expect(answer.leftOut).toEqual({ 'held-out': 1 });
  });

  it.each([
    ['before its hold-out is drawn', { status: 'ready', confirmedAt: null }, 'rescue-not-active'],
    ['while its codes are made', { status: 'creating' }, 'rescue-not-active'],
    ['after it was undone', { status: 'undone' }, 'rescue-not-active'],
    ['after its codes have ended', { codeEndsAt: '2026-03-01T21:59:59Z' }, 'rescue-over'],
  ] as const)('is refused %s, and nothing is noted', async (_when, change, error) => {
    const id = await seed({ number: 3, withCode: [a], ...change });
    const before = await audits();
    expect(JSON.parse((await rescue('klaviyo', id)).text)).toEqual({ error, leftOut: {} });
    expect(await audits()).toEqual(before);
  });

  it('is unknown to another shop, and under an id that is none', async () => {
    const id = await seed({ number: 3, withCode: [a] });
    expect(JSON.parse((await rescue('csv', id, OTHER)).text)).toMatchObject({ error: 'unknown-rescue' });
    expect((await rescue('csv', 'x')).status).toBe(400);
  });
});
