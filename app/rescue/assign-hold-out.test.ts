import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignHoldOut, holdOutShare, type Arm, type HoldOut } from './assign-hold-out';
import { hmac } from './fixtures/candidates';
import type { Stratum } from './strata';

const RUNS = { numRuns: 60, seed: 7 };

type Member = { readonly customerId: string; readonly stratum: Stratum };

const third = fc.constantFrom<0 | 1 | 2>(0, 1, 2);
const anyMembers: fc.Arbitrary<readonly Member[]> = fc
  .array(fc.tuple(third, third), { minLength: 50, maxLength: 400 })
  .map((strata) => strata.map(([risk, value], i) => ({ customerId: `c${i}`, stratum: { risk, value } })));
const anyShareHeld = fc.double({ min: 0.15, max: 0.3, noNaN: true });

function armsOf(drawn: HoldOut): ReadonlyMap<string, Arm> {
  if (drawn.status !== 'assigned') throw new Error('nobody was assigned');
  return drawn.arms;
}

function draw(members: readonly Member[], share: number, salt = 'salt', stored?: ReadonlyMap<string, Arm>) {
  return assignHoldOut({ salt, members, share, hash: hmac, ...(stored && { stored }) });
}

describe('assignHoldOut', () => {
  it('is reproducible: the same members and salt in any order, the same arms', () => {
    fc.assert(
      fc.property(anyMembers, anyShareHeld, (members, share) => {
        const again = armsOf(draw([...members].reverse(), share));
        for (const [id, arm] of armsOf(draw(members, share))) expect(again.get(id)).toBe(arm);
        expect(again.size).toBe(members.length);
      }),
      RUNS,
    );
  });

  it('is balanced: each stratum is within one of its share, each third of risk too, and the total is exact', () => {
    fc.assert(
      fc.property(anyMembers, anyShareHeld, (members, share) => {
        const drawn = draw(members, share);
        const arms = armsOf(drawn);
        const total = Math.max(15, Math.round(share * members.length));
        expect(drawn).toMatchObject({ heldOut: total });
        const offBy = (inside: (stratum: Stratum) => boolean): number => {
          const group = members.filter(({ stratum }) => inside(stratum));
          const held = group.filter(({ customerId }) => arms.get(customerId) === 'held-out').length;
          return Math.abs(held - (total * group.length) / members.length);
        };
        for (const risk of [0, 1, 2]) {
          expect(offBy((stratum) => stratum.risk === risk)).toBeLessThan(1);
          for (const value of [0, 1, 2]) {
            expect(offBy((stratum) => stratum.risk === risk && stratum.value === value)).toBeLessThan(1);
          }
        }
      }),
      RUNS,
    );
  });

  it('is fixed once stored, whoever else is handed in and under any salt', () => {
    fc.assert(
      fc.property(anyMembers, anyMembers, anyShareHeld, fc.string(), (before, now, share, salt) => {
        const stored = armsOf(draw(before, share));
        expect(armsOf(draw(now, share, salt, stored))).toEqual(stored);
      }),
      RUNS,
    );
  });

  it('holds everybody out with the same probability over salts (60 members, 400 salts, 4.5 standard errors)', () => {
    const members = Array.from({ length: 60 }, (_, i): Member => {
      const risk = i < 7 ? 0 : i < 31 ? 1 : 2;
      return { customerId: `c${i}`, stratum: { risk, value: i % 2 === 0 ? 0 : 2 } };
    });
    const salts = 400;
    const held = new Map<string, number>();
    for (let salt = 0; salt < salts; salt++) {
      for (const [id, arm] of armsOf(draw(members, 0.25, `salt ${salt}`))) {
        if (arm === 'held-out') held.set(id, (held.get(id) ?? 0) + 1);
      }
    }
    const error = Math.sqrt((0.25 * 0.75) / salts);
    for (const { customerId } of members) {
      expect(Math.abs((held.get(customerId) ?? 0) / salts - 0.25)).toBeLessThan(4.5 * error);
    }
  });

  it('draws others for another campaign', () => {
    const members = Array.from({ length: 200 }, (_, i): Member => ({
      customerId: `c${i}`,
      stratum: { risk: 0, value: 0 },
    }));
    expect(armsOf(draw(members, 0.2, 'a'))).not.toEqual(armsOf(draw(members, 0.2, 'b')));
  });

  it('holds fifteen out at least, and nobody where that is more than 30 %', () => {
    const members = Array.from({ length: 50 }, (_, i): Member => ({
      customerId: `c${i}`,
      stratum: { risk: 1, value: 1 },
    }));
    expect(draw(members, 0.15)).toMatchObject({ status: 'assigned', heldOut: 15 });
    expect(draw(members.slice(1), 0.3)).toEqual({ status: 'too-few', customers: 49, required: 50 });
  });

  it('refuses a share beyond 15 to 30 % and a customer named twice', () => {
    const members = Array.from({ length: 60 }, (_, i): Member => ({
      customerId: `c${i % 59}`,
      stratum: { risk: 1, value: 1 },
    }));
    expect(() => draw(members, 0.2)).toThrow('1 customers are named twice');
    expect(() => draw(members, 0.5)).toThrow('share must be 0.15 to 0.3: 0.5');
  });
});

describe('holdOutShare', () => {
  it('is 30 % for a small group in doubt, 15 % for a large one or beyond doubt, and between them between', () => {
    expect(holdOutShare(100, 0.7)).toBe(0.3);
    expect(holdOutShare(5000, 0.7)).toBe(0.15);
    expect(holdOutShare(100, 0.97)).toBe(0.15);
    expect(holdOutShare(949, 0.8)).toBeCloseTo(0.225, 3);
  });
});
