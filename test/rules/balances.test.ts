import { describe, expect, it } from 'vitest';
import {
  type Balance,
  balanceBar,
  balanceParts,
  balancePercent,
  massBalance,
  shareOfIn,
} from '#shared/recalls/balances.ts';
import { type Flow, noFlow } from '#shared/recalls/figures.ts';

const flow = (figures: Partial<Flow>): Flow => ({ ...noFlow(), ...figures });
const told = (balance: Balance) =>
  Object.fromEntries(Object.entries(balance).filter(([, quantity]) => quantity !== 0n));
const rightSide = ({ consumed, out, here, explained, unexplained }: Balance): bigint =>
  consumed + out + here + explained + unexplained;

describe('the mass balance of a product', () => {
  // 40 lay there at the start, 500 came in, 60 were made, 10 came back: 610. 300 used, of which 25 in an open order;
  // 200 + 5 + 12 + 3 = 220 gone out; 4 less with a reason, 6 less without one; so 80 are here: 300 + 220 + 80 + 4 + 6.
  const jars = {
    flow: flow({
      opening: 40n,
      received: 500n,
      produced: 60n,
      returned: 10n,
      consumed: 300n,
      shipped: 200n,
      returnedToSupplier: 5n,
      scrapped: 12n,
      sampled: 3n,
      adjusted: -10n,
      unexplained: -6n,
    }),
    onHand: 80n,
    inProcess: 25n,
  };

  it('is what came in, and where it is', () => {
    expect(massBalance(jars)).toEqual({
      in: 610n,
      consumed: 300n,
      out: 220n,
      here: 80n,
      inProcess: 25n,
      explained: 4n,
      unexplained: 6n,
    });
    // 100 × (1 − 6 ÷ 610) = 99.0163…
    expect(balancePercent(massBalance(jars))).toBe('99.01');
  });

  it('counts what was found below zero, so that both sides stay equal', () => {
    const found = massBalance({
      flow: flow({ received: 100n, shipped: 70n, adjusted: 9n, unexplained: 5n }),
      onHand: 39n,
      inProcess: 0n,
    });
    expect(told(found)).toEqual({ in: 100n, out: 70n, here: 39n, explained: -4n, unexplained: -5n });
    expect(rightSide(found)).toBe(found.in);
    expect(balancePercent(found)).toBe('95.00');
  });

  it('counts what lay there before the figures begin as come in', () => {
    const dated = massBalance({
      flow: flow({ produced: 10n, shipped: 5n, consumed: 30n }),
      onHand: 66n,
      inProcess: 30n,
    });
    expect(told(dated)).toEqual({ in: 101n, consumed: 30n, out: 5n, here: 66n, inProcess: 30n });
    expect(rightSide(dated)).toBe(dated.in);
  });

  it('is rounded down, so that only a balance without any unexplained part is whole', () => {
    expect(balancePercent({ in: 1_000_000n, unexplained: 1n })).toBe('99.99');
    expect(balancePercent({ in: 1_000_000n, unexplained: 0n })).toBe('100.00');
    expect(balancePercent({ in: 3n, unexplained: -1n })).toBe('66.66');
  });

  it('is nothing where more is unexplained than came in, and whole where nothing is', () => {
    expect(balancePercent({ in: 10n, unexplained: 25n })).toBe('0.00');
    expect(balancePercent({ in: 0n, unexplained: -3n })).toBe('0.00');
    expect(balancePercent({ in: 0n, unexplained: 0n })).toBe('100.00');
  });
});

describe('a balance as a bar', () => {
  const balance = (parts: Partial<Balance>): Balance => ({
    in: 0n,
    consumed: 0n,
    out: 0n,
    here: 0n,
    inProcess: 0n,
    explained: 0n,
    unexplained: 0n,
    ...parts,
  });

  it('has the parts there are, what is in production apart from what was used up', () => {
    const { parts, cameIn } = balanceBar(
      balance({ in: 100n, consumed: 60n, inProcess: 10n, here: 38n, unexplained: 2n }),
    );
    expect(parts.map(({ part, share }) => [part, share])).toEqual([
      ['used', 0.5],
      ['inProcess', 0.1],
      ['here', 0.38],
      ['unexplained', 0.02],
    ]);
    expect(cameIn).toBe(1);
  });

  it('is longer than what came in where more was found, and says how far that went', () => {
    const { parts, cameIn } = balanceBar(balance({ in: 80n, here: 100n, unexplained: -20n }));
    expect(parts.map(({ part, share }) => [part, share])).toEqual([['here', 1]]);
    expect(cameIn).toBe(0.8);
  });

  it('of nothing is empty', () => {
    expect(balanceBar(balance({}))).toEqual({ parts: [], cameIn: 0 });
  });
});

describe('the parts of a balance as shares of what came in', () => {
  const whole: Balance = {
    in: 400n,
    consumed: 130n,
    inProcess: 30n,
    out: 150n,
    here: 100n,
    explained: 12n,
    unexplained: 8n,
  };

  it('are all of it together', () => {
    expect(balanceParts.map((part) => shareOfIn(whole, part))).toEqual([0.25, 0.075, 0.375, 0.25, 0.03, 0.02]);
  });

  it('count what was found below zero, so that they still are', () => {
    const found: Balance = { ...whole, here: 128n, unexplained: -20n };
    expect(shareOfIn(found, 'unexplained')).toBe(-0.05);
    const sum = balanceParts.reduce((total, part) => total + (shareOfIn(found, part) ?? 0), 0);
    expect(sum).toBeCloseTo(1, 6);
  });

  it('are unknown where nothing came in', () => {
    expect(shareOfIn({ ...whole, in: 0n }, 'out')).toBeUndefined();
  });
});
