import type { Estimate } from '~/domain/estimate';
import { valueOfDraw } from './objective';
import { responseDraws, type ChannelResponse, type ResponseTable } from './response-table';
import { summariseDraws } from './summarise-draws';

/** Revenue of twelve months for each unit of spend: what customers bring later counts, the cost of goods does not. */
export interface LtvRoas {
  /** All channels together; `null` where nothing is spent. */
  readonly total: Estimate | null;
  /** Channels that spend anything. */
  readonly channels: readonly { readonly name: string; readonly ltvRoas: Estimate }[];
}

/**
 * LTV-ROAS of a plan, by all stored draws: first-order revenue times what a unit of it is worth in twelve months, over
 * spend.
 * @param dailySpends of each channel of the table, currency units
 * @param marginShare that the table's customer values carry
 * @returns `null` where the value of a channel's customers is not known
 */
export function ltvRoasOf(
  table: ResponseTable,
  dailySpends: readonly number[],
  marginShare: number,
): LtvRoas | null {
  const { channels, drawCount, horizonDays } = table;
  if (channels.some(({ value }) => value === null)) return null;
  const sum = new Float64Array(drawCount);
  const found = channels.flatMap((response, i) => {
    const daily = dailySpends[i]!;
    if (!(daily > 0)) return [];
    const worth = worthDraws(response, drawCount, daily, marginShare);
    worth.forEach((value, draw) => (sum[draw]! += value));
    return [
      { name: response.name, ltvRoas: summariseDraws(worth.map((value) => value / (daily * horizonDays))) },
    ];
  });
  const spent = dailySpends.reduce((all, daily) => all + daily, 0) * horizonDays;
  return { total: spent > 0 ? summariseDraws(sum.map((value) => value / spent)) : null, channels: found };
}

function worthDraws(
  response: ChannelResponse,
  drawCount: number,
  daily: number,
  marginShare: number,
): Float64Array {
  const { value } = response;
  return responseDraws(response, drawCount, daily).map(
    (revenue, draw) => (revenue * valueOfDraw(value!, draw)) / marginShare,
  );
}
