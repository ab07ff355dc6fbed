import type { RetentionParams, RetentionShopKind } from './retention-shop';

const DAYS_PER_WEEK = 7;
const STAYS = { s: 0, beta: 1 };

/** MBG/NBD of the CDNOW sample, which was fitted in weeks. */
const CDNOW = { r: 0.5248, alpha: 6.183 * DAYS_PER_WEEK, a: 0.8914, b: 1.614, ...STAYS };

const DEFAULTS: Readonly<Record<RetentionShopKind, RetentionParams>> = {
  'bg-nbd': { r: 0.243, alpha: 4.414 * DAYS_PER_WEEK, a: 0.793, b: 2.426, ...STAYS },
  'mbg-nbd': CDNOW,
  'mbg-cnbd-2': { r: 0.9, alpha: 25, a: 0.6, b: 2.4, ...STAYS },
  'mbg-cnbd-3': { r: 0.9, alpha: 17, a: 0.6, b: 2.4, ...STAYS },
  'pareto-nbd': {
    r: 0.553,
    alpha: 10.578 * DAYS_PER_WEEK,
    a: 0,
    b: 1,
    s: 0.606,
    beta: 11.669 * DAYS_PER_WEEK,
  },
  nbd: { r: 0.5, alpha: 90, a: 0, b: 1, ...STAYS },
  // A bag of coffee a month, for a year on average.
  regular: { r: 8, alpha: 240, a: 1, b: 12, ...STAYS },
  seasonal: CDNOW,
  drifting: CDNOW,
  trending: CDNOW,
  // The few who return do so within months, or the window would make more one-timers than there are.
  'one-timers': { r: 2, alpha: 80, a: 0.8, b: 2.4, ...STAYS },
  'spend-frequency': CDNOW,
  'left-censored': CDNOW,
  wholesale: CDNOW,
  dirty: CDNOW,
};

/**
 * The kind's own parameters, with the given ones in their place.
 * @throws RangeError when one is not above 0, or when it would let customers leave in a way that the kind does not know
 */
export function retentionParams(
  kind: RetentionShopKind,
  given: Partial<RetentionParams> = {},
): RetentionParams {
  const own = DEFAULTS[kind];
  const params = { ...own, ...given };
  for (const name of ['r', 'alpha', 'a', 'b', 's', 'beta'] as const) {
    const value = params[name];
    if (own[name] === 0 && value !== 0) throw new RangeError(`a ${kind} shop has no ${name}: ${value}`);
    if (own[name] > 0 && !(value > 0 && Number.isFinite(value))) {
      throw new RangeError(`${name} must be above 0: ${value}`);
    }
  }
  return params;
}
