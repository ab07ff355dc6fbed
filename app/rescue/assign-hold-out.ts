import type { Stratum } from './strata';

export type Arm = 'contacted' | 'held-out';

/**
 * HMAC-SHA-256 in hexadecimal: of a text that was drawn for this campaign alone and of a customer id. Handed in, because
 * cryptography belongs to the runtime.
 */
type KeyedHash = (key: string, text: string) => string;

export interface HoldOutInput {
  /** Secret of this campaign, 16 random bytes or more: nobody can tell or choose who is held out. */
  readonly salt: string;
  readonly members: readonly { readonly customerId: string; readonly stratum: Stratum }[];
  readonly hash: KeyedHash;
  /** Share held out, 0.15 to 0.3 (see {@link holdOutShare}). */
  readonly share: number;
  /** What was stored for this campaign before: it stands, whatever else is handed in. */
  readonly stored?: ReadonlyMap<string, Arm>;
}

export type HoldOut =
  | { readonly status: 'assigned'; readonly arms: ReadonlyMap<string, Arm>; readonly heldOut: number }
  /** Fifteen held out would be more than 30 % of the group: nothing can be measured with so few. */
  | { readonly status: 'too-few'; readonly customers: number; readonly required: number };

const LEAST_SHARE = 0.15;
const LARGEST_SHARE = 0.3;
const LEAST_HELD_OUT = 15;
/** Fewer than this are not divided: nothing could be told from so few. */
export const LEAST_MEMBERS = LEAST_HELD_OUT / LARGEST_SHARE;
/** Up to this many customers every tenth counts; from the other on 15 % tell enough. */
const SMALL_GROUP = 300;
const LARGE_GROUP = 3000;
/** Probabilities to gain between which the question "does it pay?" closes. */
const IN_DOUBT = 0.8;
const BEYOND_DOUBT = 0.95;
const HASH_DIGITS = 8;

/**
 * 30 % of small groups whose gain is in doubt, 15 % of large ones (even in the logarithm between) and where the shop's
 * campaigns have answered the question: precision needs people, not shares, and who is held out brings nothing.
 * @param chanceGain probability that the plan gains, by what is known before
 */
export function holdOutShare(customers: number, chanceGain: number): number {
  const size = Math.log(LARGE_GROUP / customers) / Math.log(LARGE_GROUP / SMALL_GROUP);
  const doubt = (BEYOND_DOUBT - chanceGain) / (BEYOND_DOUBT - IN_DOUBT);
  return LEAST_SHARE + (LARGEST_SHARE - LEAST_SHARE) * withinOne(size) * withinOne(doubt);
}

/** How many of a group that is large enough a share holds out. */
export function heldOutOf(customers: number, share: number): number {
  return Math.max(LEAST_HELD_OUT, Math.round(share * customers));
}

function withinOne(part: number): number {
  return Math.min(1, Math.max(0, part));
}

/**
 * Draws who is deliberately left alone, so that the effect can be measured. In every stratum the number held out is within
 * one of its share, and every customer is held out with the same probability over salts. The same members and salt give
 * the same answer in any order; what has been stored never changes.
 * @throws RangeError when a share beyond 15 to 30 % is asked for, or a customer is named twice
 */
export function assignHoldOut({ salt, members, hash, share, stored }: HoldOutInput): HoldOut {
  if (stored && stored.size > 0) return assigned(stored);
  const size = members.length;
  if (size < LEAST_MEMBERS) return { status: 'too-few', customers: size, required: LEAST_MEMBERS };
  if (!(share >= LEAST_SHARE && share <= LARGEST_SHARE)) {
    throw new RangeError(`share must be ${LEAST_SHARE} to ${LARGEST_SHARE}: ${share}`);
  }
  const heldOut = heldOutOf(size, share);
  // A stratum holds out what the running total passes on its way: rounding errors do not add up. The start is drawn, so
  // that no stratum is always the one that is rounded up. Customer ids are not empty: this hash is nobody's.
  const start = parseInt(hash(salt, '').slice(0, HASH_DIGITS), 16) / 16 ** HASH_DIGITS;
  const arms = new Map<string, Arm>();
  let before = 0;
  for (const stratum of byStratum(members)) {
    const until = before + stratum.length;
    const count =
      Math.floor((heldOut * until) / size + start) - Math.floor((heldOut * before) / size + start);
    before = until;
    const drawn = stratum.map((customerId) => ({ customerId, ticket: hash(salt, customerId) }));
    drawn.sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
    drawn.forEach(({ customerId }, rank) => arms.set(customerId, rank < count ? 'held-out' : 'contacted'));
  }
  if (arms.size !== size) throw new RangeError(`${size - arms.size} customers are named twice`);
  return assigned(arms);
}

function assigned(arms: ReadonlyMap<string, Arm>): HoldOut {
  return { status: 'assigned', arms, heldOut: [...arms.values()].filter((arm) => arm === 'held-out').length };
}

/** Ids of each stratum; neighbours differ in one step of risk or value. */
function byStratum(members: HoldOutInput['members']): readonly (readonly string[])[] {
  const strata = Array.from({ length: 9 }, (): string[] => []);
  for (const { customerId, stratum } of members) {
    const { risk, value } = stratum;
    strata[3 * risk + (risk === 1 ? 2 - value : value)]?.push(customerId);
  }
  return strata;
}
