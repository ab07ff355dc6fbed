import type pg from 'pg';
import { customerPseudonym } from './customer-pseudonym';
import { readSalt } from './begin-import';

/** Whom a privacy request is about: by the source's id, or by the pseudonym that its receipt keeps. */
export type PrivacySubject = { readonly customerId: string } | { readonly pseudonym: string };

export interface ResolvedSubject {
  readonly pseudonym: string;
  /** Their ids in our tables; none when we hold nothing, more than one never. */
  readonly customerIds: readonly string[];
}

/** Finds a person behind a pseudonym by trying everybody: about 3 seconds for a million customers. */
export async function resolveSubject(
  client: pg.PoolClient,
  shopId: string,
  subject: PrivacySubject,
): Promise<ResolvedSubject> {
  const salt = await readSalt(client, shopId);
  if ('customerId' in subject) {
    return { pseudonym: customerPseudonym(salt, subject.customerId), customerIds: [subject.customerId] };
  }
  const { rows } = await client.query<{ id: string }>(
    `SELECT source_id AS id FROM customer WHERE shop_id = $1
     UNION SELECT customer_id FROM "order" WHERE shop_id = $1 AND customer_id IS NOT NULL
     UNION SELECT customer_id FROM customer_prediction WHERE shop_id = $1
     UNION SELECT customer_id FROM forecast_entry WHERE shop_id = $1
     UNION SELECT customer_id FROM rescue_member WHERE shop_id = $1
     UNION SELECT source_id FROM pending_change WHERE shop_id = $1 AND kind = 'customer'`,
    [shopId],
  );
  return {
    pseudonym: subject.pseudonym,
    customerIds: rows.map((row) => row.id).filter((id) => customerPseudonym(salt, id) === subject.pseudonym),
  };
}
