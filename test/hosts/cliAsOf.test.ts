import { beforeAll, describe, expect, it } from 'vitest';
import { buildSession, jsonOf } from '../support/cli.ts';
import { buildFolder, csvFiles } from '../support/exportFiles.ts';
import { on, plantWith, row } from '../support/plantTables.ts';

let session: Awaited<ReturnType<typeof buildSession>>;
beforeAll(async () => {
  await using source = await buildFolder(
    csvFiles(
      plantWith([
        row('receipt', 'MILK L1', 10, on(2), { status: 'Q' }),
        row('status', 'MILK L1', 10, on(3)),
        row('shipment', 'MILK L1', 4, on(5)),
      ]),
    ),
  );
  session = await buildSession();
  await session.run('import', source.path);
  return () => session[Symbol.asyncDispose]();
});

const milk = { product: 'MILK', lot: 'L1', sublot: '', serial: '' };
const lying = (status: string, quantity: string, value: string) => [
  { ...milk, location: 'STORE', status, quantity, value },
];

describe('lotline stock --as-of and lot --as-of', () => {
  it.each([
    [on(1), []],
    [on(2), lying('Q', '10', '25')],
    ['2026-01-03T07:59:59Z', lying('Q', '10', '25')],
    ['2026-01-03T09:00:00+01:00', lying('A', '10', '25')],
    [on(5), lying('A', '6', '15')],
  ])('says what lay there at %s, the moment itself included', async (asOf, stock) => {
    expect(jsonOf(await session.run('stock', '--as-of', asOf, '--json'))).toEqual(stock);
    const ended = await session.run('lot', '--product', 'MILK', '--lot', 'L1', '--as-of', asOf, '--json');
    const own = stock.map(({ location, status, quantity }) => ({
      location,
      status,
      quantity,
      unitCost: '2.5',
    }));
    expect(jsonOf(ended)).toMatchObject({ stock: own });
  });

  it('means by a date its end, and says to a person when it was', async () => {
    const { out } = await session.run('stock', '--as-of', '2026-01-02');
    expect(out).toContain('Stock as of 2026-01-02 (1)');
    expect(out).toMatch(/MILK +L1 +STORE +Q +10 kg/);
    expect((await session.run('lot', '--product', 'MILK', '--lot', 'L1', '--as-of', '2026-01-02')).out).toContain(
      'Status as of 2026-01-02: Q',
    );
  });

  it('refuses what is no time, and a product or lot there is none of', async () => {
    for (const asOf of ['yesterday', '2026-13-01', '2026-01-01T08:00'])
      expect(await session.run('stock', '--as-of', asOf, '--json')).toMatchObject({ exit: 2, out: '' });
    expect(await session.run('stock', '--product', 'X', '--as-of', '2026-01-02', '--json')).toMatchObject({
      exit: 1,
      out: '',
    });
    const none = ['--product', 'MILK', '--lot', 'X', '--as-of', '2026-01-02', '--json'];
    expect(await session.run('lot', ...none)).toMatchObject({ exit: 1, out: '' });
  });
});
