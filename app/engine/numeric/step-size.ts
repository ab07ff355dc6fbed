/**
 * Step size of a Hamiltonian sampler by dual averaging (Nesterov 2009; Hoffman & Gelman 2014, section 3.2): raised while
 * proposals are accepted more often than `target`, lowered otherwise.
 */
interface StepSizeTuner {
  /** To be used in the next step of the warm-up. */
  readonly current: () => number;
  /** Averaged over the warm-up: to be used afterwards. */
  readonly settled: () => number;
  readonly update: (acceptance: number) => void;
}

export function tuneStepSize(first: number, target: number): StepSizeTuner {
  const centre = Math.log(10 * first);
  let count = 0;
  let errors = 0;
  let logCurrent = Math.log(first);
  let logSettled = Math.log(first);
  return {
    current: () => Math.exp(logCurrent),
    settled: () => Math.exp(logSettled),
    update: (acceptance) => {
      count++;
      const memory = 1 / (count + 10);
      errors = (1 - memory) * errors + memory * (target - acceptance);
      logCurrent = centre - (errors * Math.sqrt(count)) / 0.05;
      const weight = count ** -0.75;
      logSettled = weight * logCurrent + (1 - weight) * logSettled;
    },
  };
}
