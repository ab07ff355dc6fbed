import type { RescueStatus } from '~/domain/rescue-status';
import { localDay, type IsoDay } from '~/domain/iso-day';
import type { Db } from '../db';
import { withShop } from '../with-shop';
import { toCampaign } from './campaign';

export interface RescueRecipients {
  readonly number: number;
  readonly status: RescueStatus;
  readonly language: 'es' | 'en';
  /** Last day on which its codes can be used, in the shop's zone; null where there is none. */
  readonly endsOn: IsoDay | null;
  /** Those who are to be contacted, never those held out, by customer id. */
  readonly recipients: readonly {
    readonly customerId: string;
    readonly tier: string;
    /** Share off; 0 is a message without a discount. */
    readonly discount: number;
    readonly code: string | null;
    readonly minimumMinor: bigint;
    readonly endsAt: string | null;
  }[];
}

/** Whom a campaign writes to, with their code. @param timeZone the shop's */
export function readRescueRecipients(
  db: Db,
  shopId: string,
  campaignId: string,
  timeZone: string,
): Promise<RescueRecipients | null> {
  return withShop(db, shopId, async (tx) => {
    const row = await tx.rescueCampaign.findFirst({ where: { shopId, id: campaignId } });
    if (!row) return null;
    const { number, status, language } = toCampaign(row);
    const codes = await tx.rescueCode.findMany({ where: { shopId, campaignId } });
    const codeById = new Map(codes.map((code) => [code.id, code]));
    const members = await tx.rescueMember.findMany({
      where: { shopId, campaignId, arm: 'contacted' },
      orderBy: { customerId: 'asc' },
    });
    const last = codes.map(({ endsAt }) => endsAt.getTime()).sort((a, b) => b - a)[0];
    return {
      ...{ number, status, language },
      endsOn: last === undefined ? null : localDay(new Date(last), timeZone),
      recipients: members.map(({ customerId, tier, discount, codeId }) => {
        const code = codeId === null ? undefined : codeById.get(codeId);
        return {
          ...{ customerId, tier: tier ?? '', discount: discount ?? 0 },
          code: code?.code ?? null,
          minimumMinor: code?.minimumMinor ?? 0n,
          endsAt: code?.endsAt.toISOString() ?? null,
        };
      }),
    };
  });
}
