import { describe, expect, it } from 'vitest';
import { buildSession, jsonOf } from '../support/cli.ts';
import { buildFolder } from '../support/exportFiles.ts';
import { csvFiles } from '../support/exportFiles.ts';
import { masters, on, row } from '../support/plantTables.ts';

/** Milk of January, which has long expired, and oil that lasts for ever. */
const tables = {
  ...masters,
  lots: [{ product: 'OIL', lot: 'O1', retest_on: '2199-12-01' }],
  movements: [
    row('receipt', 'MILK', 8, on(1), { lot: 'L1', id: 'M1' }),
    row('receipt', 'MILK', 2, on(1), { lot: 'L1', status: 'Q', id: 'M2' }),
    row('receipt', 'OIL', 5, on(1), { lot: 'O1', id: 'M3' }),
  ],
};

async function openPlant() {
  await using source = await buildFolder(csvFiles(tables));
  const session = await buildSession();
  await session.run('import', source.path);
  return session;
}

describe('lotline daily', () => {
  it('does what is due, lot by lot, and nothing the second time', async () => {
    await using session = await openPlant();
    const ended = await session.run('daily', '--json');
    expect(ended).toMatchObject({ exit: 0, err: '' });
    const moved = {
      product: 'MILK',
      lot: 'L1',
      unitOfMeasure: 'kg',
      kind: 'expiry',
      date: '2026-01-11',
      statusTo: 'R',
    };
    expect(jsonOf(ended)).toEqual({
      asOf: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      done: true,
      counts: { expired: 1, retest: 0, refused: 0 },
      lots: [
        { ...moved, statusFrom: 'A', quantity: '8' },
        { ...moved, statusFrom: 'Q', quantity: '2' },
      ],
      refused: [],
    });
    const again = await session.run('daily');
    expect([again.exit, again.out]).toEqual([0, expect.stringContaining('(0)')]);
    expect((await session.run('verify')).exit).toBe(0);
  });

  it('says it to a person in a table', async () => {
    await using session = await openPlant();
    const { out } = await session.run('daily');
    expect(out).toMatch(/MILK +L1 +expired +2026-01-11 +A +R +8 kg/);
  });

  it('only shows what falls due by a day to come', async () => {
    await using session = await openPlant();
    await session.run('daily');
    const ended = await session.run('daily', '--as-of', '2199-12-31', '--json');
    expect(jsonOf(ended)).toMatchObject({
      done: false,
      counts: { expired: 0, retest: 1 },
      lots: [{ product: 'OIL', kind: 'retest', statusTo: 'Q' }],
    });
    const stock = await session.run('stock', '--product', 'OIL', '--json');
    expect(jsonOf(stock)).toMatchObject([{ status: 'A' }]);
  });

  it.each(['31.1.2026', '2026-02-30', '2026-01'])('refuses %s, which is no date', async (date) => {
    await using session = await buildSession();
    expect(await session.run('daily', '--as-of', date)).toMatchObject({ exit: 2 });
  });
});
