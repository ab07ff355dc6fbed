import type { RescueStatus } from '~/domain/rescue-status';
import type { Db } from '../db';
import { withShop } from '../with-shop';
import { toCampaign, type PlannedMember, type RescueCampaign, type RescueCode } from './campaign';

export async function readCampaign(db: Db, shopId: string, id: string): Promise<RescueCampaign | null> {
  const row = await withShop(db, shopId, (tx) => tx.rescueCampaign.findFirst({ where: { shopId, id } }));
  return row && toCampaign(row);
}

/** Newest first. */
export async function listCampaigns(
  db: Db,
  shopId: string,
  { statuses, limit }: { readonly statuses: readonly RescueStatus[]; readonly limit: number },
): Promise<RescueCampaign[]> {
  const rows = await withShop(db, shopId, (tx) =>
    tx.rescueCampaign.findMany({
      where: { shopId, status: { in: [...statuses] } },
      orderBy: { number: 'desc' },
      take: limit,
    }),
  );
  return rows.map(toCampaign);
}

export interface CampaignMember extends PlannedMember {
  readonly state: 'planned' | 'removed';
  readonly arm: 'contacted' | 'held-out' | null;
  readonly codeId: string | null;
}

/** Those who are planned, and those whom the merchant has taken out; the most to gain first. */
export async function readMembers(db: Db, shopId: string, campaignId: string): Promise<CampaignMember[]> {
  const rows = await withShop(db, shopId, (tx) =>
    tx.rescueMember.findMany({
      where: { shopId, campaignId, state: { in: ['planned', 'removed'] } },
      orderBy: [{ expectedGain: 'desc' }, { customerId: 'asc' }],
    }),
  );
  return rows.map((row) => ({
    customerId: row.customerId,
    state: row.state === 'removed' ? 'removed' : 'planned',
    tier: required(row.tier),
    discount: required(row.discount),
    riskTercile: required(row.riskTercile),
    valueTercile: required(row.valueTercile),
    windowDays: required(row.windowDays),
    baseline: required(row.baseline),
    orderValue: required(row.orderValue),
    valueOnceBack: required(row.valueOnceBack),
    atRisk: required(row.atRisk),
    expectedGain: required(row.expectedGain),
    arm: row.arm === 'contacted' || row.arm === 'held-out' ? row.arm : null,
    codeId: row.codeId,
  }));
}

/** Customers that the merchant picked and that are not planned yet. */
export async function readPicked(db: Db, shopId: string, campaignId: string): Promise<string[]> {
  const rows = await withShop(db, shopId, (tx) =>
    tx.rescueMember.findMany({ where: { shopId, campaignId }, select: { customerId: true } }),
  );
  return rows.map(({ customerId }) => customerId);
}

export async function readCodes(db: Db, shopId: string, campaignId: string): Promise<RescueCode[]> {
  const rows = await withShop(db, shopId, (tx) =>
    tx.rescueCode.findMany({
      where: { shopId, campaignId },
      orderBy: [{ percent: 'desc' }, { tier: 'asc' }, { position: 'asc' }],
    }),
  );
  return rows.map(({ id, tier, position, code, percent, minimumMinor, customers, sourceId, ...row }) => ({
    ...{ id, tier, position, code, percent, minimumMinor, customers, sourceId },
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    status:
      row.status === 'ready' || row.status === 'ended' || row.status === 'failed' ? row.status : 'pending',
  }));
}

/** Customers of one code, in a fixed order. */
export async function readCodeCustomers(db: Db, shopId: string, codeId: string): Promise<string[]> {
  const rows = await withShop(db, shopId, (tx) =>
    tx.rescueMember.findMany({
      where: { shopId, codeId },
      orderBy: { customerId: 'asc' },
      select: { customerId: true },
    }),
  );
  return rows.map(({ customerId }) => customerId);
}

/** A planned member has all its figures. */
function required<T>(value: T | null): T {
  if (value === null) throw new Error('a planned member lacks a figure');
  return value;
}
