/** Derivative of the log-gamma function for x > 0 (Abramowitz & Stegun 6.3.18 after a shift above 10). */
export function digamma(x: number): number {
  let shifted = x;
  let sum = 0;
  while (shifted < 10) {
    sum += 1 / shifted;
    shifted++;
  }
  const square = 1 / (shifted * shifted);
  const series =
    square *
    (1 / 12 -
      square *
        (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132 - (square * 691) / 32760)))));
  return Math.log(shifted) - 0.5 / shifted - series - sum;
}

/** Second derivative of the log-gamma function for x > 0 (Abramowitz & Stegun 6.4.12 after a shift above 10). */
export function trigamma(x: number): number {
  let shifted = x;
  let sum = 0;
  while (shifted < 10) {
    sum += 1 / (shifted * shifted);
    shifted++;
  }
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series =
    inverse *
    square *
    (1 / 6 -
      square * (1 / 30 - square * (1 / 42 - square * (1 / 30 - square * (5 / 66 - (square * 691) / 2730)))));
  return inverse + 0.5 * square + series + sum;
}
