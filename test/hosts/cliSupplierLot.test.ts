import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSession, jsonOf } from '../support/cli.ts';
import { buildFolder, buildPlant, buildReceipt, csvFiles } from '../support/exportFiles.ts';

const { serial_links: _links, ...plant } = buildPlant();
const lots = [
  { product: 'MILK', lot: 'L-1', supplier: 'N/1', supplier_lot: 'B/7' },
  // These two are written alike: N/2 with its lot 9/C, and N/2/9 with C.
  { product: 'MILK', lot: 'L-2', supplier: 'N/2', supplier_lot: '9/C' },
  { product: 'MILK', lot: 'L-3', supplier: 'N/2/9', supplier_lot: 'C' },
];

let session: Awaited<ReturnType<typeof buildSession>>;
beforeAll(async () => {
  session = await buildSession();
  const suppliers = ['N/1', 'N/2', 'N/2/9'].map((code) => ({ code, name: `North ${code}`, kind: 'supplier' }));
  const movements = lots.map(({ lot, supplier }, n) => buildReceipt({ lot, partner: supplier, document: `G-${n}` }));
  await using folder = await buildFolder(csvFiles({ ...plant, partners: suppliers, lots, movements }));
  const { exit, err } = await session.run('import', folder.path);
  if (exit !== 0) throw new Error(err);
});
afterAll(() => session[Symbol.asyncDispose]());

const suspectsOf = async (text: string): Promise<unknown> => {
  // The recall's reply, as the contract has it.
  const { suspects } = jsonOf(await session.run('recall', '--supplier-lot', text, '--json')) as {
    suspects: { lot: string }[];
  };
  return suspects.map(({ lot }) => lot);
};

describe("a supplier's lot with slashes", () => {
  it('is the one that is recorded, wherever the slash between the two stands', async () => {
    expect(await suspectsOf('N/1/B/7')).toEqual(['L-1']);
  });

  it('that can be two is not guessed, and either can be named', async () => {
    const ended = await session.run('recall', '--supplier-lot', 'N/2/9/C', '--json');
    expect([ended.exit, ended.out]).toEqual([2, '']);
    for (const way of ['supplier=N/2,lot=9/C', 'supplier=N/2/9,lot=C']) expect(ended.err).toContain(way);
    expect(await suspectsOf('supplier=N/2,lot=9/C')).toEqual(['L-2']);
    expect(await suspectsOf('supplier=N/2/9,lot=C')).toEqual(['L-3']);
  });

  it('that nobody recorded ends with 1, and one that says nothing with 2', async () => {
    expect(await session.run('recall', '--supplier-lot', 'N/1/B/8', '--json')).toMatchObject({ exit: 1, out: '' });
    for (const text of ['supplier=N/1', 'supplier=,lot=B', 'supplier=N/1,lot=', '/', '//'])
      expect((await session.run('recall', '--supplier-lot', text, '--json')).exit, text).toBe(2);
  });
});
