/**
 * Customers with the same frequency, recency and age are one term of the likelihood and get one prediction.
 * Groups are sorted by frequency, then age, then recency; times are whole ticks of `tick` time units.
 */
export interface PurchaseGroups {
  readonly size: number;
  readonly frequency: Int32Array;
  readonly recency: Int32Array;
  readonly age: Int32Array;
  /** Customers of the group that shape the fit. */
  readonly weight: Float64Array;
  /** Group of each customer. */
  readonly ofCustomer: Int32Array;
  readonly maxFrequency: number;
  readonly maxAge: number;
  /** Length of a tick in time units: 1 for days; 0.01 for published data rounded to hundredths of a week. */
  readonly tick: number;
  /**
   * Sum of the logarithms of all gaps between purchases, in time units, over the customers that shape the fit. Where it
   * was not given it is 0, and the likelihoods of models with different numbers of phases are not comparable.
   */
  readonly logGaps: number;
}

/**
 * @param recency ticks, 0 to age
 * @param age ticks, at least 0
 * @param options.setAside 1 for customers that are predicted but do not shape the fit
 * @param options.logGaps of each customer, the sum of the logarithms of the time units between their purchases
 */
export function groupPurchases(
  frequency: Int32Array,
  recency: Int32Array,
  age: Int32Array,
  options: {
    readonly setAside?: Uint8Array;
    readonly tick?: number;
    readonly logGaps?: Float64Array;
  } = {},
): PurchaseGroups {
  const customers = frequency.length;
  let order: Int32Array = new Int32Array(customers).map((_, i) => i);
  for (const key of [recency, age, frequency]) order = countingSort(order, key);

  const starts = new Int32Array(customers);
  const ofCustomer = new Int32Array(customers);
  const weights = new Float64Array(customers);
  let size = 0;
  for (let i = 0; i < customers; i++) {
    const c = order[i]!;
    const last = i === 0 ? -1 : order[i - 1]!;
    if (
      last < 0 ||
      frequency[c] !== frequency[last] ||
      age[c] !== age[last] ||
      recency[c] !== recency[last]
    ) {
      starts[size++] = c;
    }
    ofCustomer[c] = size - 1;
    if (options.setAside?.[c] !== 1) weights[size - 1]!++;
  }
  let logGaps = 0;
  options.logGaps?.forEach((sum, c) => {
    if (options.setAside?.[c] !== 1) logGaps += sum;
  });
  const firsts = starts.subarray(0, size);
  const pick = (column: Int32Array): Int32Array => firsts.map((customer) => column[customer]!);
  return {
    size,
    frequency: pick(frequency),
    recency: pick(recency),
    age: pick(age),
    weight: weights.subarray(0, size),
    ofCustomer,
    maxFrequency: largest(frequency),
    maxAge: largest(age),
    tick: options.tick ?? 1,
    logGaps,
  };
}

/**
 * Every k-th customer that shapes the fit, in group order: a stratified sample, the same for the same data.
 * @returns the groups that still hold someone, at most `customers` of them
 */
export function thinGroups(groups: PurchaseGroups, customers: number): PurchaseGroups {
  const total = groups.weight.reduce((sum, weight) => sum + weight, 0);
  const keepEvery = total / customers;
  if (keepEvery <= 1) return groups;
  const chosen: number[] = [];
  const weights: number[] = [];
  let before = 0;
  for (let g = 0; g < groups.size; g++) {
    const after = before + groups.weight[g]!;
    const weight = Math.floor(after / keepEvery + 0.5) - Math.floor(before / keepEvery + 0.5);
    if (weight > 0) {
      chosen.push(g);
      weights.push(weight);
    }
    before = after;
  }
  const pick = (column: Int32Array): Int32Array => Int32Array.from(chosen, (g) => column[g]!);
  return {
    ...groups,
    size: chosen.length,
    frequency: pick(groups.frequency),
    recency: pick(groups.recency),
    age: pick(groups.age),
    weight: Float64Array.from(weights),
    logGaps: groups.logGaps / keepEvery,
  };
}

/** Stable sort of `order` by `key`, values at least 0, in one pass over a histogram. */
function countingSort(order: Int32Array, key: Int32Array): Int32Array {
  const next = new Int32Array(largest(key) + 2);
  for (const value of key) next[value + 1]!++;
  for (let i = 1; i < next.length; i++) next[i]! += next[i - 1]!;
  const sorted = new Int32Array(order.length);
  for (const item of order) sorted[next[key[item]!]!++] = item;
  return sorted;
}

function largest(values: Int32Array): number {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  return most;
}
