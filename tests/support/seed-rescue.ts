import { randomUUID } from 'node:crypto';
import { queryAsOwner } from './table-contents';

export interface SeededRescue {
  readonly shopId: string;
  readonly number: number;
  readonly status?: 'ready' | 'creating' | 'active' | 'undone';
  /** ISO instant at which the hold-out was drawn; null before that. */
  readonly confirmedAt: string | null;
  readonly windowDays?: number;
  readonly codeEndsAt: string;
  readonly withCode: readonly number[];
  readonly messageOnly?: readonly number[];
  readonly heldOut?: readonly number[];
}

/** Writes a rescue into the tables as its jobs leave it, 10 % for the first group. @returns its id */
export async function seedRescue(ownerUrl: string, rescue: SeededRescue): Promise<string> {
  const { shopId, number, status = 'active', confirmedAt, windowDays = 60, codeEndsAt } = rescue;
  const campaignId = randomUUID();
  const codeId = randomUUID();
  await queryAsOwner(
    ownerUrl,
    `INSERT INTO rescue_campaign (id, shop_id, number, status, selection, pipeline_run_id, analysis_day, language,
       salt, created_by, created_at, confirmed_at)
     VALUES ($1, $2, $3, $4, '{"kind":"recommended"}', $5, '2026-03-01', 'es', 'salt', 'merchant:1',
       coalesce($6::timestamptz, now()), $6::timestamptz)`,
    [campaignId, shopId, number, status, randomUUID(), confirmedAt],
  );
  await queryAsOwner(
    ownerUrl,
    `INSERT INTO rescue_code (id, campaign_id, shop_id, tier, position, code, percent, minimum_minor, starts_at,
       ends_at, customers, status)
     VALUES ($1, $2, $3, 'much-at-stake', 1, $6, 10, 4000, '2026-03-01T00:00:00Z', $4, $5, 'ready')`,
    [codeId, campaignId, shopId, codeEndsAt, rescue.withCode.length, `VUELVE-${number}`],
  );
  const groups: readonly (readonly [readonly number[], string, number, string | null])[] = [
    [rescue.withCode, 'contacted', 0.1, codeId],
    [rescue.messageOnly ?? [], 'contacted', 0, null],
    [rescue.heldOut ?? [], 'held-out', 0.1, null],
  ];
  for (const [customers, arm, discount, code] of groups) {
    await queryAsOwner(
      ownerUrl,
      `INSERT INTO rescue_member (campaign_id, shop_id, customer_id, state, tier, discount, window_days, arm, code_id)
       SELECT $1, $2, id, 'planned', 'much-at-stake', $3, $4, $5, $6 FROM unnest($7::text[]) AS id`,
      [campaignId, shopId, discount, windowDays, arm, code, customers.map(String)],
    );
  }
  return campaignId;
}
