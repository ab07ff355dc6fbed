import { describe, expect, it } from 'vitest';
import { createRng, nextFloat, nextNormal } from '../numeric/rng';
import { poolLogValues } from './pool-log-values';

describe('partial pooling', () => {
  it('gives the posterior means of the eight schools (Rubin 1981; Gelman et al. 2013, table 5.3), to 1 point', () => {
    const effects = [28, 8, -3, 7, -1, 1, 18, 12];
    const errors = [15, 10, 16, 11, 9, 11, 10, 18];
    // At a hundredth of their scale our half-normal prior of tau is as good as flat, as theirs is. Means of a long run
    // of the book's own program, as its authors print them.
    const published = [11.4, 7.9, 6.1, 7.7, 5.2, 6.1, 10.6, 8.4];
    const { groups, other } = poolLogValues(
      effects.map((effect, i) => ({ log: effect / 100, error: errors[i]! / 100 })),
    );
    groups.forEach(({ logMean }, i) => {
      expect(Math.abs(100 * logMean - published[i]!)).toBeLessThan(1);
    });
    expect(100 * other.logMean).toBeCloseTo(7.9, 0);
    // School A: 8 points, where its own error is 15.
    expect(groups[0]!.logSd).toBeGreaterThan(0.07);
    expect(groups[0]!.logSd).toBeLessThan(0.1);
  });

  it('leaves a lone group as it is, and is wide about all others', () => {
    const { groups, other } = poolLogValues([{ log: 1, error: 0.1 }]);
    expect(groups[0]!.logMean).toBeCloseTo(1, 12);
    expect(groups[0]!.logSd).toBeCloseTo(0.1, 12);
    expect(other.logMean).toBeCloseTo(1, 12);
    // A normal with the prior's own spread twice: once of the common mean, once of the other group.
    expect(other.logSd).toBeCloseTo(Math.sqrt(0.1 ** 2 + 2 * 0.5 ** 2), 2);
  });

  it('gives a group that says nothing what it gives an unknown one', () => {
    const { groups, other } = poolLogValues([
      { log: 0.9, error: 0.1 },
      { log: 1.2, error: 0.2 },
      { log: 0, error: Infinity },
    ]);
    expect(groups[2]).toStrictEqual(other);
    expect(other.logSd).toBeGreaterThan(groups[1]!.logSd);
  });

  it('pulls a group the more to the others the less it says, and never past them', () => {
    const pulled = [0.05, 0.2, 0.8].map(
      (error) =>
        poolLogValues([0, 0.1, 0.2, 1].map((log, i) => ({ log, error: i === 3 ? error : 0.05 }))).groups[3]!,
    );
    expect(pulled[0]!.logMean).toBeGreaterThan(pulled[1]!.logMean);
    expect(pulled[1]!.logMean).toBeGreaterThan(pulled[2]!.logMean);
    expect(pulled[2]!.logMean).toBeGreaterThan(0.1);
    expect(pulled[0]!.logMean).toBeLessThan(1);
  });

  it('comes closer to the truth than the groups alone, and covers it, in 400 draws of the model', () => {
    const rng = createRng(11, 'pooling');
    let alone = 0;
    let pooled = 0;
    let held = 0;
    let heldOther = 0;
    const rounds = 400;
    const count = 6;
    for (let round = 0; round < rounds; round++) {
      const tau = 0.5 * Math.abs(nextNormal(rng));
      const truth = Array.from({ length: count + 1 }, () => 1 + tau * nextNormal(rng));
      const seen = truth.slice(0, count).map((log) => {
        const error = 0.05 + 0.4 * nextFloat(rng);
        return { log: log + error * nextNormal(rng), error };
      });
      const { groups, other } = poolLogValues(seen);
      const within = ({ logMean, logSd }: { logMean: number; logSd: number }, value: number) =>
        Math.abs(value - logMean) <= 1.645 * logSd;
      groups.forEach((group, i) => {
        alone += (seen[i]!.log - truth[i]!) ** 2;
        pooled += (group.logMean - truth[i]!) ** 2;
        if (within(group, truth[i]!)) held++;
      });
      if (within(other, truth[count]!)) heldOther++;
    }
    expect(pooled).toBeLessThan(0.8 * alone);
    // 2,400 groups, six at a time alike: a binomial standard error of .006 or a little more.
    expect(held / rounds / count).toBeGreaterThan(0.88);
    expect(held / rounds / count).toBeLessThan(0.92);
    expect(heldOther / rounds).toBeGreaterThan(0.86);
  });

  it('needs a group that says something', () => {
    expect(() => poolLogValues([{ log: 0, error: Infinity }])).toThrow('no group says anything');
  });
});
