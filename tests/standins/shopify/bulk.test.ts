import { afterEach, describe, expect, test } from 'vitest';
import { fetchVia } from './fetch-via';
import type { ShopifyStandin } from './shopify-standin';
import { shopOf, startSmall } from './small-shop';
import { graphql, offlineToken } from './standin-client';

let standin: ShopifyStandin;
afterEach(() => standin.close());

const ORDERS = `{ orders { edges { node { id name
  netPaymentSet { shopMoney { amount } } customer { id } refunds { createdAt }
  lineItems { edges { node { id title product { id } } } } } } } }`;
const RUN = `mutation Run($query: String!, $group: Boolean!) { bulkOperationRunQuery(query: $query, groupObjects: $group) {
  bulkOperation { id status objectCount url } userErrors { field message code } } }`;
const POLL = `query Poll($id: ID!) { bulkOperation(id: $id) {
  id status errorCode objectCount rootObjectCount fileSize url partialDataUrl completedAt } }`;

interface Operation {
  readonly id: string;
  readonly status: string;
  readonly errorCode: string | null;
  readonly objectCount: string;
  readonly rootObjectCount: string;
  readonly fileSize: string | null;
  readonly url: string | null;
  readonly partialDataUrl: string | null;
}
interface RunPayload {
  readonly bulkOperation: Operation | null;
  readonly userErrors: readonly { field: string[] | null; message: string; code: string }[];
}
interface Row {
  readonly id: string;
  readonly __parentId?: string;
}

async function run(token: string, query = ORDERS, group = false): Promise<RunPayload> {
  const { body } = await graphql(standin, token, RUN, { query, group });
  return (body.data as { bulkOperationRunQuery: RunPayload }).bulkOperationRunQuery;
}

async function poll(token: string, id: string): Promise<Operation> {
  const { body } = await graphql(standin, token, POLL, { id });
  return (body.data as { bulkOperation: Operation }).bulkOperation;
}

async function finished(token: string, id: string): Promise<Operation> {
  let operation = await poll(token, id);
  while (['CREATED', 'RUNNING', 'CANCELING'].includes(operation.status)) operation = await poll(token, id);
  return operation;
}

async function start(token: string, query = ORDERS, group = false): Promise<string> {
  const { bulkOperation, userErrors } = await run(token, query, group);
  expect(userErrors).toEqual([]);
  if (!bulkOperation) throw new Error('no bulk operation');
  return bulkOperation.id;
}

async function download(url: string | null): Promise<string> {
  const response = await fetchVia(standin)(url ?? '');
  expect(response.status).toBe(200);
  return response.text();
}

function parse(jsonl: string): Row[] {
  return jsonl
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}

describe('a bulk operation', () => {
  test('is CREATED, then COMPLETED with every order and line, joined by __parentId', async () => {
    standin = await startSmall({ data: shopOf(2500), plan: 'enterprise' });
    const token = await offlineToken(standin);
    const { bulkOperation } = await run(token);
    expect(bulkOperation).toMatchObject({ status: 'CREATED', objectCount: '0', url: null });
    const operation = await finished(token, bulkOperation?.id ?? '');
    expect(operation).toMatchObject({
      status: 'COMPLETED',
      objectCount: '7500',
      rootObjectCount: '2500',
      errorCode: null,
    });
    const text = await download(operation.url);
    expect(Buffer.byteLength(text)).toBe(Number(operation.fileSize));
    const rows = parse(text);
    const parents = new Set(rows.filter((row) => row.__parentId === undefined).map(({ id }) => id));
    expect(parents.size).toBe(2500);
    expect(rows.filter((row) => row.__parentId !== undefined && parents.has(row.__parentId))).toHaveLength(
      5000,
    );
    expect(rows[0]).toEqual({
      id: 'gid://shopify/Order/1',
      name: '#1001',
      netPaymentSet: { shopMoney: { amount: '20.0' } },
      customer: { id: 'gid://shopify/Customer/1' },
      refunds: [],
    });
  });

  test('ungrouped, children do not follow their parents; grouped, they do', async () => {
    standin = await startSmall({ data: shopOf(30) });
    const token = await offlineToken(standin);
    const shape = async (group: boolean): Promise<string> => {
      const operation = await finished(token, await start(token, ORDERS, group));
      return parse(await download(operation.url))
        .map((row) => (row.__parentId ? 'c' : 'p'))
        .join('');
    };
    expect(await shape(true)).toBe('pcc'.repeat(30));
    expect(await shape(false)).toBe('p'.repeat(30) + 'c'.repeat(60));
  });

  test('an empty result has no file', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    const id = await start(token, '{ orders(query: "id:1") { edges { node { id } } } }');
    expect(await finished(token, id)).toMatchObject({
      status: 'COMPLETED',
      objectCount: '0',
      url: null,
      fileSize: null,
    });
  });

  test('a search restricts it, and orders that the token may not see are not in it', async () => {
    standin = await startSmall({ grantedScopes: ['read_orders', 'read_customers', 'read_products'] });
    const token = await offlineToken(standin);
    const all = await finished(token, await start(token));
    expect(parse(await download(all.url)).filter((row) => row.__parentId === undefined)).toHaveLength(3);
    const query = `{ orders(query: "updated_at:>='2026-10-20T10:00:00Z'") { edges { node { id } } } }`;
    const some = await finished(token, await start(token, query));
    expect(parse(await download(some.url))).toEqual([{ id: 'gid://shopify/Order/102' }]);
  });

  test('a missing scope ends it as FAILED with ACCESS_DENIED', async () => {
    standin = await startSmall({ grantedScopes: ['read_orders', 'read_all_orders'] });
    const token = await offlineToken(standin);
    const operation = await finished(token, await start(token));
    expect(operation).toMatchObject({ status: 'FAILED', errorCode: 'ACCESS_DENIED', url: null });
  });

  test('can be canceled, once', async () => {
    standin = await startSmall(
      { data: shopOf(3000), plan: 'enterprise' },
      { bulkTiming: { batchPauseMs: 20 } },
    );
    const token = await offlineToken(standin);
    const id = await start(token);
    const cancel = `mutation Cancel($id: ID!) { bulkOperationCancel(id: $id) { bulkOperation { status } userErrors { field message } } }`;
    const first = await graphql(standin, token, cancel, { id });
    expect(first.body.data).toEqual({
      bulkOperationCancel: { bulkOperation: { status: 'CANCELING' }, userErrors: [] },
    });
    expect((await finished(token, id)).status).toBe('CANCELED');
    const second = await graphql(standin, token, cancel, { id });
    expect(second.body.data).toMatchObject({
      bulkOperationCancel: {
        userErrors: [{ field: null, message: 'A bulk operation cannot be canceled when it is canceled' }],
      },
    });
  });

  test('runs at most five at a time per shop; the sixth gets LIMIT_REACHED', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    // All in one request: none of them can end before the sixth is asked for.
    const runs = [1, 2, 3, 4, 5, 6].map(
      (number) => `run${number}: bulkOperationRunQuery(query: $query, groupObjects: false) {
        bulkOperation { id } userErrors { field code } }`,
    );
    const six = `mutation Six($query: String!) { ${runs.join(' ')} }`;
    const { body } = await graphql(standin, token, six, { query: ORDERS });
    const payloads = Object.values(body.data as Record<string, RunPayload>);
    expect(payloads[5]).toEqual({
      bulkOperation: null,
      userErrors: [{ field: null, code: 'LIMIT_REACHED' }],
    });
    const ids = payloads.flatMap(({ bulkOperation }) => bulkOperation?.id ?? []);
    expect(ids).toHaveLength(5);
    for (const id of ids) expect((await finished(token, id)).status).toBe('COMPLETED');
    const list = await graphql(
      standin,
      token,
      '{ bulkOperations(first: 10, query: "status:completed") { nodes { id } } }',
    );
    expect(list.body.data).toEqual({ bulkOperations: { nodes: ids.toReversed().map((id) => ({ id })) } });
  });
});

describe('what a bulk query may not be', () => {
  test.each([
    ['{ shop { name } }', 'Bulk queries must contain at least one connection.'],
    ['', 'Invalid bulk query: syntax error, unexpected end of file'],
    [
      '{ orders { nodes { id } } }',
      /^All connection fields in a bulk query must select their contents using 'edges' > 'node'/,
    ],
    [
      '{ orders { edges { node { nme } } } }',
      "Invalid bulk query: Field 'nme' doesn't exist on type 'Order'",
    ],
    [
      '{ orders { edges { node { name lineItems { edges { node { id } } } } } } }',
      /^The parent 'node' field for a nested connection must select the 'id' field/,
    ],
    [
      '{ customers { edges { node { id orders { edges { node { id lineItems { edges { node { id } } } } } } } } } }',
      'Bulk queries cannot contain connections with a nesting depth greater than 2.',
    ],
    [
      '{ orders { edges { node { id refunds { id transactions(first: 5) { edges { node { id } } } } } } } }',
      'Queries that contain a connection field within a list field are not currently supported.',
    ],
    ['mutation { appUninstall { userErrors { message } } }', /^Invalid operation type/],
  ])('%s', async (query, message) => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    const { bulkOperation, userErrors } = await run(token, query);
    expect(bulkOperation).toBeNull();
    expect(userErrors).toContainEqual({
      field: ['query'],
      message: typeof message === 'string' ? message : (expect.stringMatching(message) as string),
      code: 'INVALID',
    });
  });

  test('a shop where the app has no bulk access answers ACCESS_DENIED, and paging still works', async () => {
    standin = await startSmall({ bulkAccess: false });
    const token = await offlineToken(standin);
    const { body } = await graphql(standin, token, RUN, { query: ORDERS, group: false });
    expect(body.errors).toMatchObject([
      { path: ['bulkOperationRunQuery'], extensions: { code: 'ACCESS_DENIED' } },
    ]);
    expect(
      (await graphql(standin, token, '{ orders(first: 1) { nodes { id } } }')).body.errors,
    ).toBeUndefined();
  });
});

describe('the result file', () => {
  test('is on Google Cloud Storage and answers 400 ExpiredToken after its week, as that does', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    const { url } = await finished(token, await start(token));
    expect(url).toMatch(/^https:\/\/storage\.googleapis\.com\/.*Expires=.*Signature=/);
    standin.expireResultUrls();
    const response = await fetchVia(standin)(url ?? '');
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('<Code>ExpiredToken</Code>');
  });

  test('needs its signature', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    const { url } = await finished(token, await start(token));
    const response = await fetchVia(standin)((url ?? '').replace(/Signature=[^&]*/, 'Signature=x'));
    expect(response.status).toBe(403);
  });

  test('can be cut in the middle of a line', async () => {
    standin = await startSmall({ data: shopOf(40) });
    const token = await offlineToken(standin);
    const { url } = await finished(token, await start(token));
    standin.faults.add({ kind: 'truncated', share: 0.5 });
    const cut = await download(url);
    expect(cut.endsWith('\n')).toBe(false);
    expect(() => parse(cut)).toThrow(SyntaxError);
    expect(parse(await download(url))).toHaveLength(120);
  });

  test('a failure on order leaves partial data', async () => {
    standin = await startSmall({ data: shopOf(40) });
    const token = await offlineToken(standin);
    standin.faults.add({ kind: 'bulk-failed', errorCode: 'TIMEOUT', after: 0.5 });
    const operation = await finished(token, await start(token));
    expect(operation).toMatchObject({ status: 'FAILED', errorCode: 'TIMEOUT', url: null });
    const partial = parse(await download(operation.partialDataUrl));
    expect(partial.length).toBeGreaterThan(0);
    expect(partial.length).toBeLessThan(120);
  });
});
