import { globSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { comparableSum, exactSum, readSum } from '#main/store/exactSum.ts';
import { largestStored } from '#shared/kernel/quantity.ts';

const db = new Database(':memory:');
afterAll(() => db.close());
db.exec('create table moved (quantity integer not null, leaves integer not null) strict');
const write = db.prepare('insert into moved values (?, ?)');
const textOf = db.prepare<[], string>(
  `select ${exactSum('case leaves when 1 then -quantity else quantity end')} from moved`,
);
const leaving = db.prepare<[], string>(`select ${exactSum('quantity', 'leaves = 1')} from moved`);
const number = db.prepare<[], number>(
  `select ${comparableSum('case leaves when 1 then -quantity else quantity end')} from moved`,
);

function fill(rows: readonly { quantity: number; times: number; leaves: boolean }[]): bigint {
  let sum = 0n;
  db.transaction(() => {
    db.exec('delete from moved');
    for (const { quantity, times, leaves } of rows)
      for (let time = 0; time < times; time += 1) {
        write.run(quantity, Number(leaves));
        sum += BigInt(leaves ? -quantity : quantity);
      }
  })();
  return sum;
}

describe('a sum of quantities', () => {
  it('is exact whatever it comes to, and whatever it passes on the way', () => {
    const quantity = fc.oneof(fc.maxSafeNat(), fc.integer({ min: largestStored - 9, max: largestStored }));
    const rows = fc.array(fc.record({ quantity, times: fc.nat({ max: 1100 }), leaves: fc.boolean() }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(rows, (moved) => {
        const sum = fill(moved);
        expect(readSum(textOf.pluck().get() ?? '')).toBe(sum);
        const gone = moved.reduce((all, one) => all + (one.leaves ? BigInt(one.quantity) * BigInt(one.times) : 0n), 0n);
        expect(readSum(leaving.pluck().get() ?? '')).toBe(gone);
        const compared = number.pluck().get() ?? 0;
        if (moved.length > 0) expect(Math.sign(compared)).toBe(sum === 0n ? 0 : sum > 0n ? 1 : -1);
      }),
      { numRuns: 60 },
    );
  });

  it('of which much went and came is what is left', () => {
    const sum = fill([
      { quantity: largestStored, times: 3000, leaves: false },
      { quantity: largestStored, times: 3000, leaves: true },
      { quantity: 7, times: 1, leaves: false },
    ]);
    expect(sum).toBe(7n);
    expect(number.pluck().get()).toBe(7);
  });

  it('is made in no other way', () => {
    const others = globSync('src-main/**/*.ts').filter((file) => /\bsum\(/.test(readFileSync(file, 'utf8')));
    expect(others).toEqual(['src-main/store/exactSum.ts']);
  });
});
