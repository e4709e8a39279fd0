import { describe, expect, it } from 'vitest';
import { buildPlantApp } from '../support/app.ts';
import type { Cells } from '../support/exportFiles.ts';
import { foundInTurn, placesOf } from '../support/foundInTurn.ts';
import { on, row, undoing } from '../support/plantTables.ts';

describe('a line of a document that is booked under two ids', () => {
  const booked = (id: string, more: Cells = {}) => row('receipt', 'MILK L1', 5, on(5), { id, line: '10', ...more });
  const twice = ['movements.csv 3 id DUPLICATE'];

  it('is told, in one import or in two', async () => {
    await using plant = await buildPlantApp();
    const { findings } = await plant.take({ movements: [booked('A'), booked('B')] });
    expect(placesOf({ findings })).toEqual(twice);
    expect(findings[0]?.message).toMatch(/^GRN-1, line 10: movement B says the same as movement A under another id\. /);
    const later = await plant.take({ movements: [booked('A'), booked('C'), booked('D', { line: '20' })] });
    expect(placesOf(later)).toEqual(twice);
    expect(placesOf(await plant.take({ movements: [booked('A'), booked('C')] }))).toEqual([]);
  });

  it('may stand where anything differs, where no line says which it is, and where the one was undone', async () => {
    await using plant = await buildPlantApp();
    const [first, last] = [booked('A'), booked('B')];
    const others = [{ line: '' }, { quantity: '6' }, { document: 'GRN-2' }, { lot: 'L2' }, { at: on(6) }];
    const movements = [first, ...others.map((more, n) => booked(`O${n}`, more)), booked('P', { line: '' })];
    expect(placesOf(await plant.take({ movements }))).toEqual([]);
    const undone = undoing(first, { at: on(7) });
    expect(placesOf(await plant.take({ movements: [undone, last] }))).toEqual([]);
  });
});

describe('a row without an id that says a line of a document once more', () => {
  const plain = (more: Cells = {}) => row('receipt', 'OIL', 5, on(5, '10:15'), { line: '10', ...more });
  const first = plain();
  const again = ['movements.csv 2 line DUPLICATE'];

  it('is told where the export tells its rows better than before, or has ids now or none any more', async () => {
    const seconds = { at: '2026-01-05T10:15:23Z' };
    for (const more of [{ reason: 'late' }, { lot: 'O1' }, { unit_cost: '2.5' }, { equipment: 'SCALE' }, seconds])
      expect(await foundInTurn({ movements: [first] }, { movements: [plain(more)] })).toEqual([[], again]);
    const withId = plain({ id: 'A', reason: 'late' });
    const atId = ['movements.csv 2 id DUPLICATE'];
    for (const more of [{ id: 'A' }, withId])
      expect(await foundInTurn({ movements: [first] }, { movements: [plain(more)] })).toEqual([[], atId]);
    expect(await foundInTurn({ movements: [withId] }, { movements: [first] })).toEqual([[], again]);
    const numberedAnew = { movements: [plain({ id: 'B', lot: 'O1' })] };
    expect(await foundInTurn({ movements: [withId] }, numberedAnew)).toEqual([[], atId]);
    const [noLine, noLineAgain] = [plain({ line: '' }), plain({ line: '', reason: 'late' })];
    expect(await foundInTurn({ movements: [noLine] }, { movements: [noLineAgain] })).toEqual([
      [],
      ['movements.csv 2 document DUPLICATE'],
    ]);
    expect(await foundInTurn({ movements: [noLine] }, { movements: [first] })).toEqual([[], again]);
    const motor = row('receipt', 'MOTOR', 1, on(5), { line: '20', to: 'DOCK' });
    expect(await foundInTurn({ movements: [motor] }, { movements: [{ ...motor, serial: 'M1' }] })).toEqual([[], again]);
  });

  it('is told in one export where it says the same to the letter, and is the same row when read again', async () => {
    const twice = { movements: [first, first, plain({ line: '20' })] };
    const thrice = { movements: [...twice.movements, first] };
    expect(await foundInTurn(twice, twice, thrice, thrice)).toEqual([
      ['movements.csv 3 line DUPLICATE'],
      [],
      ['movements.csv 5 line DUPLICATE'],
      [],
    ]);
    await using plant = await buildPlantApp();
    const { findings } = await plant.take(twice);
    expect(findings[0]?.message).toMatch(/^GRN-1, line 10: OIL is booked twice, by two rows that say the same\./);
    const later = await plant.take({ movements: [plain({ lot: 'O1' })] });
    expect(later.findings[0]?.message).toMatch(
      /^GRN-1, line 10: an earlier import booked 5 of OIL at 2026-01-05T10:15:00Z from a row that this export no longer has\./,
    );
  });

  it('may stand beside another half of its line, in one export or in one that has the first half too', async () => {
    const halves = [{ lot: 'O1' }, { lot: 'O2' }, { to: 'STORE2' }, { reason: 'wet' }, { lot: 'O1', reason: 'wet' }];
    const seconds = { at: '2026-01-05T10:15:41Z' };
    for (const numbered of [false, true]) {
      const all = [{}, ...halves, seconds].map((more, n) => plain({ ...more, ...(numbered ? { id: `H${n}` } : {}) }));
      expect(await foundInTurn({ movements: all })).toEqual([[]]);
      expect(await foundInTurn({ movements: all.slice(0, 1) }, { movements: all })).toEqual([[], []]);
    }
  });

  it('may come alone where it is another half, another time, or the first was undone', async () => {
    const [lot, scanned] = [plain({ lot: 'O1' }), plain({ id: 'P1', at: '2026-01-05T10:15:05Z' })];
    const others = [{ lot: 'O2' }, { to: 'STORE2' }, { at: on(5, '10:16') }, { partner: 'S2', lot: '' }];
    for (const more of others)
      expect(await foundInTurn({ movements: [lot] }, { movements: [plain({ lot: 'O1', ...more })] })).toEqual([[], []]);
    // Pallets that are scanned one after another, each imported at once.
    const next = plain({ id: 'P2', at: '2026-01-05T10:15:41Z' });
    expect(await foundInTurn({ movements: [scanned] }, { movements: [next] })).toEqual([[], []]);
    const undone = undoing(scanned, { at: on(7) });
    expect(await foundInTurn({ movements: [scanned] }, { movements: [undone, plain()] })).toEqual([[], []]);
  });
});

describe('a line that an export writes in another way than before', () => {
  const sent = (more: Cells = {}) =>
    row('shipment', 'MILK L1', 5, '2026-01-07T10:20:00+01:00', { id: 'S1', document: 'DN-7', line: '1', ...more });
  const bought = row('receipt', 'MILK L1', 500, on(5), { id: 'R1' });
  const atId = ['movements.csv 2 id DUPLICATE'];
  const first = { movements: [bought, sent()] };
  const changed = (more: Cells) => foundInTurn(first, { movements: [sent({ id: 'S2', ...more })] });

  it('is told where its time was read in another zone or cut to its day', async () => {
    for (const at of [
      '2026-01-07T11:20:00+01:00',
      '2026-01-07T10:20:00Z',
      '2026-01-07T00:00:00+01:00',
      '2026-01-07T15:50:00+01:00',
    ])
      expect(await changed({ at })).toEqual([[], atId]);
    const noIds = [sent({ id: '' }), sent({ id: '', at: '2026-01-07T09:20:00+01:00' })];
    expect(await foundInTurn({ movements: [bought, ...noIds.slice(0, 1)] }, { movements: noIds.slice(1) })).toEqual([
      [],
      ['movements.csv 2 line DUPLICATE'],
    ]);
  });

  it('is told where its quantity, its partner, its line or its document is another', async () => {
    const others = [{ quantity: '7' }, { partner: 'C2' }, { line: '10' }, { line: '' }, { document: 'DN-7/2026' }];
    for (const more of [...others, { document: '0DN-7', line: '0001' }])
      expect(await changed(more)).toEqual([[], atId]);
    await using plant = await buildPlantApp();
    await plant.take(first);
    const { findings } = await plant.take({ movements: [sent({ id: 'S2', partner: 'C2' })] });
    expect(findings[0]?.message).toMatch(
      /^DN-7, line 1: an earlier import booked 5 of MILK lot L1 with C1 at 2026-01-07T09:20:00Z from a row that this export no longer has, and this row with C2\./,
    );
  });

  it('is told once where all of an export comes at other times, and two rows of one export are, hours apart', async () => {
    const rows = (time: string, id: string) =>
      [1, 2, 3].map((line) => sent({ id: `${id}${line}`, line: `${line}`, at: `2026-01-07T${time}:00+01:00` }));
    expect(
      await foundInTurn({ movements: [bought, ...rows('10:20', 'A')] }, { movements: rows('12:20', 'B') }),
    ).toEqual([[], [2, 3, 4].map((place) => `movements.csv ${place} id DUPLICATE`)]);
    const again = sent({ id: 'S2', at: '2026-01-07T11:20:00+01:00' });
    expect(await foundInTurn({ movements: [bought, sent(), again] })).toEqual([['movements.csv 4 id DUPLICATE']]);
  });

  it('may be a further delivery, another line, a third one of an hour, or an order that reports each hour', async () => {
    const further = [
      { at: '2026-01-07T10:47:00+01:00' },
      { at: '2026-01-08T10:20:00+01:00' },
      { at: '2026-01-07T13:20:00+01:00', quantity: '7' },
      { line: '2' },
      { document: 'DN-71' },
      { document: 'DN-8', line: '10' },
      { at: '2026-01-07T11:20:00+01:00', from: 'STORE2' },
    ];
    const stocked = row('receipt', 'MILK L1', 500, on(5), { id: 'R2', to: 'STORE2' });
    for (const more of further)
      expect(
        await foundInTurn({ movements: [bought, stocked, sent()] }, { movements: [sent({ id: 'S2', ...more })] }),
      ).toEqual([[], []]);
    const [second, third] = [11, 12].map((hour) => sent({ id: `S${hour}`, at: `2026-01-07T${hour}:20:00+01:00` }));
    expect(await foundInTurn({ movements: [bought, sent(), second ?? {}, third ?? {}] })).toEqual([[]]);
    expect(
      await foundInTurn(
        { movements: [bought, sent(), second ?? {}, third ?? {}] },
        { movements: [sent({ id: 'S13', at: '2026-01-07T13:20:00+01:00' })] },
      ),
    ).toEqual([[], []]);
    const made = (hour: number) => row('output', 'CAKE K1', 100, on(9, `${hour}:00`), { id: `O${hour}`, line: '1' });
    const used = row('consumption', 'MILK L1', 5, on(9, '09:00'), { id: 'U1' });
    expect(
      await foundInTurn({ movements: [bought, used, made(10)] }, { movements: [made(11)] }, { movements: [made(12)] }),
    ).toEqual([[], [], []]);
    const undone = undoing(sent(), { at: on(8) });
    expect(await foundInTurn(first, { movements: [undone, sent({ id: 'S3', quantity: '7' })] })).toEqual([[], []]);
  });
});
