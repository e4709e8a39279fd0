import { describe, expect, it } from 'vitest';
import { asPerson, buildApp, buildPlantApp, codeOf } from '../support/app.ts';
import { buildHeldPlant } from '../support/heldPlant.ts';
import { masters, on, row } from '../support/plantTables.ts';

describe('the filter of the audit trail', () => {
  it('finds a person by the id, or by any part of the name', async () => {
    await using plant = await buildPlantApp();
    const mara = asPerson(plant.me, 'p-17', 'Mara 100% Lund');
    await plant.postAll([['receipt', 'MILK L1', 5, on(5)]], { as: mara });
    const seqs = async (person: string) => (await plant.ask('audit.list', { person })).rows.map(({ seq }) => seq);
    expect(await seqs('p-17')).toEqual([2]);
    expect(await seqs('p-1')).toEqual([]);
    expect(await seqs('lund')).toEqual([2]);
    expect(await seqs('0% L')).toEqual([2]);
    expect(await seqs('a%d')).toEqual([]);
  });

  it('keeps to a span of time, its first moment in it and its end not', async () => {
    await using plant = await buildPlantApp();
    const { rows } = await plant.ask('audit.list', {});
    const at = rows[0]?.at ?? '';
    const total = async (input: object) => (await plant.ask('audit.list', input)).total;
    expect(await total({ from: at })).toBe(1);
    expect(await total({ until: at })).toBe(0);
    expect(await total({ from: '2026-01-01T00:00:00+01:00', until: '2030-01-01T00:00:00Z' })).toBe(1);
    expect(await codeOf(plant.ask('audit.list', { from: '2026-06-01' }))).toBe('VALIDATION');
  });

  it('finds what wrote a record or moved it: by product, partner, lot, serial and document', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ lots: [{ product: 'MILK', lot: 'L1' }] });
    await plant.take({ movements: [row('receipt', 'MILK L1', 5, on(5), { document: 'GRN-7' })] });
    await plant.take({ partners: [{ code: 'C-9', name: 'Nine', kind: 'customer' }] });
    const seqs = async (record: string) => (await plant.ask('audit.list', { record })).rows.map(({ seq }) => seq);
    expect(await seqs('L1')).toEqual([3, 2]);
    expect(await seqs('GRN-7')).toEqual([3]);
    expect(await seqs('C-9')).toEqual([4]);
    expect(await seqs('MILK')).toEqual([3, 2, 1]);
    expect(await seqs('L')).toEqual([]);
  });

  it('finds what was held and lifted by the goods it is about', async () => {
    await using plant = await buildHeldPlant();
    const seqs = async (record: string) =>
      (await plant.ask('audit.list', { record }, { as: plant.quality })).rows.map(({ operation }) => operation);
    const before = await seqs('O1');
    const { act } = await plant.hold([{ product: 'OIL', lot: 'O1' }]);
    await plant.hold([{ location: 'STORE2' }, { supplier: 'S2' }]);
    await plant.lift([act]);
    expect(await seqs('O1')).toEqual(['holds.lift', 'holds.set', ...before]);
    expect((await seqs('OIL')).slice(0, 2)).toEqual(['holds.lift', 'holds.set']);
    expect((await seqs('STORE2'))[0]).toBe('holds.set');
    expect((await seqs('S2'))[0]).toBe('holds.set');
    expect((await seqs('O2'))[0]).not.toBe('holds.set');
  });

  it('finds a record in other letters, with other separators, umlauts and with what cannot be seen', async () => {
    await using plant = await buildPlantApp();
    const lots = ['BRÜH-40', 'BRUEH-401', 'AP-0099', 'ap-0099', 'DR-5'].map((lot) => ({ product: 'MILK', lot }));
    for (const lot of lots) await plant.take({ lots: [lot] });
    await plant.take({ movements: [row('receipt', 'MILK DR-5', 5, on(5), { document: 'WE/0031-Ä' })] });
    const seqs = async (record: string) => (await plant.ask('audit.list', { record })).rows.map(({ seq }) => seq);
    for (const text of ['BRÜH-40', 'brueh-40', 'Bruh 40', 'BRUEH40', 'BRÜH\u200b-40\t'])
      expect([text, await seqs(text)]).toEqual([text, [2]]);
    for (const [text, seq] of [
      ['AP-0099', [4]],
      ['ap-0099', [5]],
      ['aP0099', [5, 4]],
      ['dr5', [7, 6]],
      ['we0031ae', [7]],
      ['milk', [7, 6, 5, 4, 3, 2, 1]],
      ['BRUEH', []],
    ] as const)
      expect([text, await seqs(text)]).toEqual([text, seq]);
  });
});

describe('an entry', () => {
  it('gives what it wrote in pages', async () => {
    await using plant = await buildApp();
    const lots = Array.from({ length: 250 }, (_, index) => ({ product: 'MILK', lot: `L${index}` }));
    await plant.take({ ...masters, lots, movements: [row('receipt', 'MILK L1', 1, on(5))] });
    const first = await plant.ask('audit.get', { seq: 1 });
    const next = await plant.ask('audit.get', { seq: 1, offset: first.changes.length });
    expect([first.changes.length, next.changes.length]).toEqual([200, first.changesTotal - 200]);
    const keys = [...first.changes, ...next.changes].map(({ record, key }) => `${record} ${key}`);
    expect(new Set(keys).size).toBe(first.changesTotal);
  });
});
