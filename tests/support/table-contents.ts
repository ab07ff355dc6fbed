import pg from 'pg';

/** Tables that tell what happened and when, not what is so. */
const HISTORY = ['activity_log', 'audit_log', 'webhook_event', 'compliance_receipt', 'ad_spend'];
/** Differ from run to run by their nature: ids of ours, instants of ours, tries. */
const OWN = [
  ...['id', 'shop_id', 'run_id', 'pipeline_run_id', 'model_run_id', 'current_run_id', 'forecast_id'],
  // A customer's pseudonym is another one in every shop.
  'alias',
  ...[
    'attempts',
    'detail',
    'created_at',
    'started_at',
    'finished_at',
    'last_success_at',
    'last_attempt_at',
    'reconciled_at',
  ],
  ...['cursor_updated_at', 'announced_at'],
];

/** What the database holds of a shop, table by table, each row as text: equal for two shops with the same history. */
export async function tableContents(
  ownerUrl: string,
  shopId: string,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'shop_id' AND NOT table_name = ANY($1) ORDER BY 1`,
      [HISTORY],
    );
    const contents: Record<string, readonly string[]> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(
        `SELECT (to_jsonb(t) - $2::text[] #- '{result,computedAt}' #- '{reconciliation,at}'
           #- '{reconciliation,repairedOrders}')::text AS row
         FROM "${name}" t WHERE shop_id = $1 ORDER BY 1`,
        [shopId, OWN],
      );
      contents[name] = rows.map(({ row }) => row);
    }
    return contents;
  } finally {
    await client.end();
  }
}

/** Runs one statement as the owner, who sees every shop. */
export async function queryAsOwner<Row extends pg.QueryResultRow>(
  ownerUrl: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(statement, [...values])).rows;
  } finally {
    await client.end();
  }
}
