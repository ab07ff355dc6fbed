let buffer = new Float64Array(4096);

/**
 * Distribution of the number of purchases in a horizon, for a customer who is alive now: entry `k - 1` is
 * P(at least k purchases), for k = 1, 2, ... until it is negligible.
 *
 * Without leaving, the count is negative binomial with shape `r + x` and odds `z = h / (alpha + T)`. A customer makes
 * at least k purchases when that count reaches k and they stayed after each of the first k - 1:
 *
 *   P(at least k) = P(NB >= k) * (b)_(k-1) / (a+b)_(k-1),    stay probability ~ Beta(b, a)
 *
 * Only positive terms. The negative binomial weights start at their mode with 1, run both ways by their ratio and are
 * normalised by their sum, so nothing under- or overflows for any shape.
 *
 * @param tolerance share of the sum that the last entries may leave out
 * @returns a view into a shared buffer, valid until the next call
 */
export function purchaseCountSurvival(
  shape: number,
  z: number,
  a: number,
  b: number,
  tolerance = 1e-12,
): Float64Array {
  return buffer.subarray(1, fillSurvival(shape, z, a, b, tolerance) + 1);
}

/** Mean of that distribution: the sum of its tails. */
export function meanPurchaseCount(shape: number, z: number, a: number, b: number, tolerance = 1e-12): number {
  let sum = 0;
  for (let k = fillSurvival(shape, z, a, b, tolerance); k > 0; k--) sum += buffer[k]!;
  return sum;
}

/** Writes P(at least k purchases) into `buffer[k]`. @returns the last k */
function fillSurvival(shape: number, z: number, a: number, b: number, tolerance: number): number {
  const w = z / (1 + z);
  const mode = Math.max(0, Math.floor((shape - 1) * z));
  reserve(mode + 2);
  let out = buffer;
  // Below the mode: weight(j - 1) = weight(j) j / (w (shape + j - 1)).
  out[mode] = 1;
  let weight = 1;
  let j = mode;
  for (; j > 0 && weight > 1e-18; j--) {
    weight *= j / (w * (shape + j - 1));
    out[j - 1] = weight;
  }
  out.fill(0, 0, j);
  // Above it, until the geometric bound of the rest is negligible beside what is already there.
  let above = mode === 0 ? 0 : 1;
  weight = 1;
  let last = mode;
  for (;;) {
    weight *= (w * (shape + last)) / (last + 1);
    last++;
    if (last >= out.length) {
      reserve(last + 1);
      out = buffer;
    }
    out[last] = weight;
    above += weight;
    const ratio = Math.max(w, (w * (shape + last)) / (last + 1));
    if (ratio < 1 && (weight * ratio) / (1 - ratio) <= tolerance * above) break;
  }
  // From weights to tails, smallest first.
  let tail = 0;
  for (let k = last; k > 0; k--) {
    tail += out[k]!;
    out[k] = tail;
  }
  const total = tail + out[0]!;
  let stayed = 1 / total;
  for (let k = 1; k <= last; k++) {
    out[k]! *= stayed;
    stayed *= (b + k - 1) / (a + b + k - 1);
  }
  return last;
}

function reserve(size: number): void {
  if (buffer.length >= size) return;
  const larger = new Float64Array(size * 2);
  larger.set(buffer);
  buffer = larger;
}
