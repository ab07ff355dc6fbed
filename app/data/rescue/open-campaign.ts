import { randomUUID } from 'node:crypto';
import { dayColumn } from '../day-column';
import type { Db } from '../db';
import type { IsoDay } from '~/domain/iso-day';
import { toRequiredJsonColumn } from '../json-column';
import { withShop, type ShopTransaction } from '../with-shop';
import { toCampaign, type RescueCampaign } from './campaign';
import { holdRescues } from './hold-rescues';

export interface NewCampaign {
  /** Which customers were asked for; JSON without customer ids. */
  readonly selection: unknown;
  /** Customers picked by hand. */
  readonly pickedIds: readonly string[];
  readonly pipelineRunId: string;
  readonly analysisDay: IsoDay;
  readonly language: 'es' | 'en';
  /** Random; keys the draw of the hold-out. */
  readonly salt: string;
  readonly createdBy: string;
  readonly at: Date;
}

/** Opens a campaign, or finds the one of the same group that is still being prepared: a double click opens one. */
export function openCampaign(
  db: Db,
  shopId: string,
  campaign: NewCampaign,
): Promise<{ readonly campaign: RescueCampaign; readonly created: boolean }> {
  return withShop(db, shopId, async (tx) => {
    await holdRescues(tx, shopId);
    const found = await findUnfinished(tx, shopId, campaign);
    if (found) return { campaign: found, created: false };
    const last = await tx.rescueCampaign.aggregate({ where: { shopId }, _max: { number: true } });
    const { selection, pipelineRunId, language, salt, createdBy, at } = campaign;
    const row = await tx.rescueCampaign.create({
      data: {
        ...{ id: randomUUID(), shopId, pipelineRunId, language, salt, createdBy, createdAt: at },
        number: (last._max.number ?? 0) + 1,
        status: 'checking',
        selection: toRequiredJsonColumn(selection),
        analysisDay: dayColumn(campaign.analysisDay),
      },
    });
    await tx.rescueMember.createMany({
      data: campaign.pickedIds.map((customerId) => {
        return { campaignId: row.id, shopId, customerId, state: 'picked' };
      }),
      skipDuplicates: true,
    });
    return { campaign: toCampaign(row), created: true };
  });
}

async function findUnfinished(
  tx: ShopTransaction,
  shopId: string,
  { selection, pipelineRunId, language }: NewCampaign,
): Promise<RescueCampaign | null> {
  const row = await tx.rescueCampaign.findFirst({
    where: {
      ...{ shopId, pipelineRunId, language, status: { in: ['checking', 'ready'] } },
      selection: { equals: toRequiredJsonColumn(selection) },
    },
    orderBy: { number: 'desc' },
  });
  return row && toCampaign(row);
}
