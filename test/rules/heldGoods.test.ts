import { describe, expect, it } from 'vitest';
import { heldGoods, type StatusSaid } from '#shared/movements/heldGoods.ts';

/** What was said, one a word: "Q>R 5" by a decision, "imported Q>R 5", "count Q> 5" for a count. */
const held = (...said: string[]) =>
  heldGoods(
    said.map((one, at): StatusSaid => {
      const match = /^(imported |count )?([AQR]\d?)?>([AQR]\d?)? (\d+)$/.exec(one);
      const [, how = '', statusFrom = '', statusTo = '', quantity = ''] = match ?? [];
      const kind = how === 'count ' ? 'adjustment' : 'status';
      return { at, kind, statusFrom, statusTo, quantity: Number(quantity), isImported: how === 'imported ' };
    }),
  );

describe('what of some goods is held back', () => {
  it('is all that was rejected and not released since, whatever else was released meanwhile', () => {
    expect(held('Q>R 20').rejected).toBe(20);
    expect(held('imported A>R1 20').rejected).toBe(20);
    expect(held('Q>R 20', 'Q>A 5').rejected).toBe(15);
    expect(held('Q>R 20', 'R>Q 20', 'Q>A 20').rejected).toBe(0);
    expect(held('Q>A 30', 'A>R 20').rejected).toBe(20);
  });

  it('is not what went from one rejected status to another twice', () => {
    expect(held('Q>R 20', 'R>R2 20').rejected).toBe(20);
  });

  it('is what was counted out unreleased, until it is counted in again so, or something is released beside it', () => {
    expect(held('count Q> 5').countedOut).toBe(5);
    expect(held('count R> 5', 'count >R 3').countedOut).toBe(2);
    expect(held('count Q> 5', 'Q>A 25').countedOut).toBe(0);
    expect(held('count A> 5', 'count >A 5').countedOut).toBe(0);
  });

  it('by a decision taken here only what that was about', () => {
    expect(held('imported A>Q 20', 'imported Q>R 20').here).toEqual({ Q: 0, R: 0 });
    expect(held('A>Q 20', 'Q>R 15').here).toEqual({ Q: 5, R: 15 });
    expect(held('Q>R 20', 'imported R>Q 5').here).toEqual({ Q: 5, R: 15 });
    expect(held('A>Q 20', 'Q>A 20').here).toEqual({ Q: 0, R: 0 });
    expect(held('imported A>Q 20', 'Q>A 20', 'imported A>Q 20').here).toEqual({ Q: 0, R: 0 });
  });
});
