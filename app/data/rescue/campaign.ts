import type { IsoDay } from '~/domain/iso-day';
import { RESCUE_STATUSES, type RescueStatus } from '~/domain/rescue-status';
import { dayOf } from '../day-column';
import type { RescueCampaignModel } from '../generated/prisma/models';

/** One attempt to win customers back. Instants in ISO form; JSON as it was stored: parse it. */
export interface RescueCampaign {
  readonly id: string;
  /** 1, 2, 3 ... within the shop. */
  readonly number: number;
  readonly status: RescueStatus;
  readonly selection: unknown;
  readonly pipelineRunId: string;
  readonly analysisDay: IsoDay;
  readonly language: 'es' | 'en';
  readonly terms: unknown;
  readonly plan: unknown;
  readonly holdOut: unknown;
  readonly salt: string;
  readonly errorCode: string | null;
  readonly createdAt: string;
  /** When the hold-out was drawn and stored: outcome windows begin here. */
  readonly confirmedAt: string | null;
  readonly windowsEndAt: string | null;
  readonly exportedAt: string | null;
  readonly undoneAt: string | null;
  readonly outcome: unknown;
  readonly measuredAt: string | null;
  readonly closedAt: string | null;
}

export function toCampaign(row: RescueCampaignModel): RescueCampaign {
  const { id, number, selection, pipelineRunId, terms, plan, holdOut, salt, errorCode, outcome } = row;
  const status = RESCUE_STATUSES.find((known) => known === row.status);
  if (!status) throw new Error(`campaign ${id} has a status that nobody knows: ${row.status}`);
  return {
    ...{ id, number, status, selection, pipelineRunId, terms, plan, holdOut, salt, errorCode, outcome },
    analysisDay: dayOf(row.analysisDay),
    language: row.language === 'en' ? 'en' : 'es',
    createdAt: row.createdAt.toISOString(),
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    windowsEndAt: row.windowsEndAt?.toISOString() ?? null,
    exportedAt: row.exportedAt?.toISOString() ?? null,
    undoneAt: row.undoneAt?.toISOString() ?? null,
    measuredAt: row.measuredAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}

/** A customer of a campaign as they were when it was planned. Money in currency units. */
export interface PlannedMember {
  readonly customerId: string;
  readonly tier: string;
  readonly discount: number;
  readonly riskTercile: number;
  readonly valueTercile: number;
  readonly windowDays: number;
  readonly baseline: number;
  readonly orderValue: number;
  readonly valueOnceBack: number;
  readonly atRisk: number;
  readonly expectedGain: number;
}

/** A discount code as it is written down before Shopify is asked to make it. */
export interface NewRescueCode {
  readonly id: string;
  readonly tier: string;
  /** A tier has several where Shopify takes only so many customers into one. */
  readonly position: number;
  readonly code: string;
  readonly percent: number;
  readonly minimumMinor: bigint;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly customerIds: readonly string[];
}

export interface RescueCode extends Omit<NewRescueCode, 'startsAt' | 'endsAt' | 'customerIds'> {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly customers: number;
  readonly status: 'pending' | 'ready' | 'ended' | 'failed';
  /** Its id at Shopify. */
  readonly sourceId: string | null;
}
