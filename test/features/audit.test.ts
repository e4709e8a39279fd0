import { describe, expect, it } from 'vitest';
import { asPerson, buildApp, buildPlantApp, codeOf } from '../support/app.ts';
import { masters, on, row } from '../support/plantTables.ts';
import { tamper } from '../support/tampering/tamper.ts';

describe('the audit trail', () => {
  it('is read newest first, in pages, by operation, person and outcome', async () => {
    await using plant = await buildPlantApp();
    const mara = asPerson(plant.me, 'mara');
    await plant.postAll([['receipt', 'MILK L1', 5, on(5)]], { as: mara });
    await codeOf(plant.postAll([['shipment', 'MILK L1', 9, on(6)]], { as: mara }));
    await plant.ask('movements.reverse', { movements: [1], reason: 'never came' });
    const seqs = async (input: object): Promise<number[]> =>
      (await plant.ask('audit.list', input)).rows.map(({ seq }) => seq);
    expect(await seqs({})).toEqual([4, 3, 2, 1]);
    expect(await seqs({ person: 'mara' })).toEqual([3, 2]);
    expect(await seqs({ person: 'mara', outcome: 'refused' })).toEqual([3]);
    expect(await seqs({ operation: 'movements.reverse' })).toEqual([4]);
    expect(await seqs({ offset: 1, limit: 2 })).toEqual([3, 2]);
    expect((await plant.ask('audit.list', { outcome: 'done', limit: 1 })).total).toBe(3);
    const [refused] = (await plant.ask('audit.list', { outcome: 'refused' })).rows;
    expect(refused).toMatchObject({
      seq: 3,
      at: '2026-06-01T12:00:00Z',
      person: 'mara',
      host: 'test',
      operation: 'movements.post',
      outcome: 'refused',
      code: 'INSUFFICIENT_QTY',
      summary: expect.stringMatching(/would fall to -4/),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('keeps the findings of an import, and the faults for which one was refused', async () => {
    await using plant = await buildPlantApp();
    const shipped = [
      row('receipt', 'MILK L1', 5, on(5), { status: 'Q' }),
      row('shipment', 'MILK L1', 2, on(6), { status_from: 'Q' }),
    ];
    const { findings } = await plant.take({ movements: shipped });
    expect(findings).toHaveLength(1);
    const done = await plant.ask('audit.get', { seq: 2 });
    expect(done.listed).toEqual(findings);
    const faults = await plant.faults({ movements: [row('shipment', 'MILK L9', 7, on(7))] });
    const { last } = done;
    const refused = (await plant.ask('audit.list', { outcome: 'refused' })).rows[0];
    expect(refused?.seq).toBeGreaterThan(last);
    expect((await plant.ask('audit.get', { seq: refused?.seq ?? 0 })).listed).toEqual(faults);
    expect((await plant.ask('audit.verify', {})).ok).toBe(true);
  });

  it('says of an import how much it took, and shows the first two hundred of its changes', async () => {
    await using plant = await buildApp();
    const lots = Array.from({ length: 250 }, (_, index) => ({ product: 'MILK', lot: `L${index}` }));
    await plant.take({ ...masters, lots, movements: [row('receipt', 'MILK L1', 1, on(5))] });
    const { entry, movements, changes, changesTotal } = await plant.ask('audit.get', { seq: 1 });
    expect(entry.summary).toBe(
      'products 9, partners 4, locations 4, lots 250, movements 1, serialLinks 0, alreadyPresent 0, findings 0',
    );
    expect([movements, changes.length, changesTotal]).toEqual([1, 200, 9 + 4 + 4 + 250]);
    expect(changes[0]).toMatchObject({ record: 'product', key: 'MILK', version: 1 });
    expect(changes[0]?.fields.find(({ field }) => field === 'name')).toEqual({
      field: 'name',
      before: '',
      after: 'Milk',
    });
    expect(changes.at(-1)).toMatchObject({ record: 'lot', key: expect.stringMatching(/^MILK \/ L/) });
  });

  it('stands for itself: it is read even where the records it speaks of are gone', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ lots: [{ product: 'MILK', lot: 'L1' }] });
    const before = await plant.ask('audit.get', { seq: 2 });
    tamper(plant.file, (db) => db.exec('delete from lot'));
    expect(await plant.ask('audit.get', { seq: 2 })).toEqual(before);
    expect(plant.verify()).toMatchObject({
      ok: false,
      problems: [
        { code: 'RECORD_CHANGED', where: 'lot' },
        { code: 'RECORD_CHANGED', where: 'unit' },
      ],
    });
  });

  it('of an entry there is none has nothing', async () => {
    await using plant = await buildPlantApp();
    expect(await codeOf(plant.ask('audit.get', { seq: 2 }))).toBe('NOT_FOUND');
    expect(await codeOf(plant.ask('audit.get', { seq: 0 }))).toBe('VALIDATION');
  });
});
