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
 * @returns a view into a shared buffer, valid until the next call
 */
export function purchaseCountSurvival(shape: number, z: number, a: number, b: number): Float64Array {
  const w = z / (1 + z);
  const mode = Math.max(0, Math.floor((shape - 1) * z));
  reserve(mode + 2);
  // Below the mode: weight(j - 1) = weight(j) j / (w (shape + j - 1)).
  buffer[mode] = 1;
  let weight = 1;
  let j = mode;
  for (; j > 0 && weight > 1e-18; j--) {
    weight *= j / (w * (shape + j - 1));
    buffer[j - 1] = weight;
  }
  buffer.fill(0, 0, j);
  // Above it, until the geometric bound of the rest is negligible beside what is already there.
  let above = mode === 0 ? 0 : 1;
  weight = 1;
  let last = mode;
  for (;;) {
    weight *= (w * (shape + last)) / (last + 1);
    last++;
    if (last >= buffer.length) reserve(last + 1);
    buffer[last] = weight;
    above += weight;
    const ratio = Math.max(w, (w * (shape + last)) / (last + 1));
    if (ratio < 1 && (weight * ratio) / (1 - ratio) <= 1e-15 * above) break;
  }
  // From weights to tails, smallest first.
  let tail = 0;
  for (let k = last; k > 0; k--) {
    tail += buffer[k]!;
    buffer[k] = tail;
  }
  const total = tail + buffer[0]!;
  let stayed = 1 / total;
  for (let k = 1; k <= last; k++) {
    buffer[k]! *= stayed;
    stayed *= (b + k - 1) / (a + b + k - 1);
  }
  return buffer.subarray(1, last + 1);
}

function reserve(size: number): void {
  if (buffer.length >= size) return;
  const larger = new Float64Array(size * 2);
  larger.set(buffer);
  buffer = larger;
}
