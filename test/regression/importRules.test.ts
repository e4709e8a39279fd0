import { describe, expect, it } from 'vitest';
import type { Fault } from '#shared/exchange/contract.ts';
import { buildApp, buildPlantApp, codeOf, refusalOf } from '../support/app.ts';
import { type Cells, csvFiles } from '../support/exportFiles.ts';
import { foundInTurn } from '../support/foundInTurn.ts';
import { locations, on, products, row, undoing } from '../support/plantTables.ts';

/** What an attack on the ledger and the import's rules brought to light. */
const told = (list: readonly Fault[]): string[] =>
  list.map(({ file, row: at, column, code }) => `${file} ${at} ${column} ${code}`);

const link = (parent: string, serial: string, more: Cells = {}): Cells => ({
  work_order: 'WO-1',
  parent_product: 'PUMP',
  parent_serial: parent,
  component_product: 'MOTOR',
  component_serial: serial,
  quantity: '1',
  ...more,
});

describe('serial links', () => {
  const made = [
    row('receipt', 'MOTOR #M1', 1, on(5), { id: 'A' }),
    row('receipt', 'SALT', 5, on(5), { id: 'B' }),
    row('consumption', 'MOTOR #M1', 1, on(6), { id: 'C' }),
    row('consumption', 'SALT', 3, on(6), { id: 'D' }),
    row('output', 'PUMP #P1', 1, on(7), { id: 'E' }),
    row('output', 'PUMP #P2', 1, on(7), { id: 'F' }),
  ];
  const salt = { component_product: 'SALT', component_serial: '' };

  it('put one consumed piece into one parent', async () => {
    await using plant = await buildPlantApp();
    const twice = { movements: made, serial_links: [link('P1', 'M1'), link('P2', 'M1')] };
    const faults = await plant.faults(twice);
    expect(told(faults)).toEqual(['serial_links.csv 3 component_serial SERIAL_IN_USE']);
    expect(faults[0]?.message).toMatch(/Work order WO-1 used 1 of MOTOR serial M1, but its links put 2 of it/);
    await plant.take({ movements: made, serial_links: [link('P1', 'M1')] });
    expect(told(await plant.faults({ serial_links: [link('P2', 'M1')] }))).toEqual([
      'serial_links.csv 2 component_serial SERIAL_IN_USE',
    ]);
    const half = [link('P1', 'M1', { quantity: '0.5' }), link('P2', 'M1', { quantity: '0.5' })];
    await using other = await buildPlantApp();
    expect(told(await other.faults({ movements: made, serial_links: half }))).toEqual([
      'serial_links.csv 2 quantity VALIDATION',
      'serial_links.csv 3 quantity VALIDATION',
    ]);
  });

  it('of more goods than were used are listed, once', async () => {
    await using plant = await buildPlantApp();
    const links = ['2', '1', '0.5', '1'].map((quantity) => link('P1', '', { ...salt, quantity }));
    const { findings } = await plant.take({ movements: made, serial_links: links });
    expect(told(findings)).toEqual(['serial_links.csv 4 quantity INSUFFICIENT_QTY']);
    expect(findings[0]?.message).toMatch(/used 3 of SALT, but its links put 3.5 of it into parents/);
  });

  const output = made[4] ?? {};
  const consumption = made[2] ?? {};
  const stories: [string, Cells[]][] = [
    ['a parent that was undone', [undoing(output, { at: on(8) })]],
    ['a component that was undone', [undoing(consumption, { at: on(8) })]],
    ['a component that was given back', [row('production-return', 'MOTOR #M1', 1, on(8), { id: 'G' })]],
  ];
  it.each(stories)('of %s come in with one export as with two', async (_what, later) => {
    const links = [link('P1', 'M1'), link('P2', '', salt)];
    const answers: unknown[] = [];
    for (const exports of [[made, [...made, ...later]], [[...made, ...later]]]) {
      await using plant = await buildPlantApp();
      for (const movements of exports) await plant.take({ movements, serial_links: links });
      const roots = [{ product: 'MOTOR', serial: 'M1' }];
      answers.push({
        trace: await plant.ask('trace.get', { roots, direction: 'downstream' }),
        stock: await plant.stock(),
        links: plant.rows('select work_order, quantity, at from serial_link order by id'),
      });
      expect(plant.verify().ok).toBe(true);
    }
    expect(answers[1]).toEqual(answers[0]);
  });
});

describe('a dock', () => {
  const asStorage = { locations: [{ code: 'DOCK', site: 'MAIN', kind: 'storage' }] };

  it('stays one while goods lie there without their lot', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ movements: [row('receipt', 'MILK', 8, on(5), { to: 'DOCK' })] });
    const faults = await plant.faults(asStorage);
    expect(told(faults)).toEqual(['locations.csv 2 kind CONFLICT']);
    expect(faults[0]?.message).toMatch(
      /DOCK holds 8 of MILK without the lot.*Put the goods away under their names first/,
    );
    await plant.take({ movements: [row('put-away', 'MILK L1', 8, on(6))] });
    expect(await plant.take(asStorage)).toMatchObject({ locations: 1 });
  });

  it('stays one while serials lie there unnamed, and may change with goods that need no name', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ movements: [row('receipt', 'SALT', 8, on(5), { to: 'DOCK' })] });
    await plant.take(asStorage);
    await plant.take({ locations: [{ code: 'DOCK', site: 'MAIN', kind: 'dock' }] });
    await plant.take({ movements: [row('receipt', 'PUMP', 2, on(5), { to: 'DOCK' })] });
    expect(told(await plant.faults(asStorage))).toEqual(['locations.csv 2 kind CONFLICT']);
  });
});

it('lists what lies beside the export unread, before everything else', async () => {
  await using plant = await buildPlantApp();
  const movements = [row('receipt', 'SALT', 1, '2099-06-02T12:00:00Z')];
  const { findings } = await plant.takeFiles({ ...csvFiles({ movements }), 'movements (2).txt': 'x' });
  expect(told(findings)).toEqual(['movements (2).txt 1  VALIDATION', 'movements.csv 2 at FUTURE_DATE']);
});

describe('a movement dated in the future', () => {
  // The clock of the tests says 2026-06-01T12:00:00Z.
  it('is listed when imported, beyond a day for clocks that are ahead', async () => {
    await using plant = await buildPlantApp();
    const { findings } = await plant.take({
      movements: [
        row('receipt', 'SALT', 1, '2026-06-02T11:00:00Z'),
        row('receipt', 'SALT', 1, '2026-06-02T12:00:01Z'),
        row('receipt', 'SALT', 1, '2099-06-02T12:00:00Z'),
      ],
    });
    expect(told(findings)).toEqual(['movements.csv 3 at FUTURE_DATE', 'movements.csv 4 at FUTURE_DATE']);
    expect(findings[1]?.message).toMatch(/GRN-1 is dated 2099-06-02T12:00:00Z, which lies in the future/);
  });

  it('is refused when posted', async () => {
    await using plant = await buildPlantApp();
    expect(await codeOf(plant.post('receipt', 'SALT', 1, '2026-06-01T12:00:01Z'))).toBe('FUTURE_DATE');
  });

  it('is named where it stands in the way of another, and can be undone', async () => {
    await using plant = await buildPlantApp();
    const shipped = row('shipment', 'SALT', 5, '2099-01-01T00:00:00Z');
    await plant.take({ movements: [row('receipt', 'SALT', 5, on(5)), shipped] });
    const inTheWay = await refusalOf(plant.post('shipment', 'SALT', 1, on(9)));
    expect(inTheWay).toMatchObject({ code: 'INSUFFICIENT_QTY' });
    expect(inTheWay.message).toMatch(/fall to -1 at 2099-01-01T00:00:00Z: a movement dated in the future takes goods/);
    const tooMuch = await refusalOf(plant.post('shipment', 'SALT', 9, on(9)));
    expect(tooMuch.message).toMatch(/SALT at STORE in status A would fall to -4 at 2026-01-09T08:00:00Z\. Check the/);
    await plant.ask('movements.reverse', { movements: [2], reason: 'dated wrong' });
    await plant.post('shipment', 'SALT', 5, on(9));
    expect(await plant.stock()).toEqual([]);
  });
});

describe('a row that undoes another', () => {
  const shipped = row('shipment', 'SALT', 2, on(6), { id: 'S' });
  const received = row('receipt', 'SALT', 5, on(5), { id: 'R' });

  it('is not dated before it', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ movements: [received, shipped] });
    const faults = await plant.faults({ movements: [undoing(shipped, { at: on(5, '09:00') })] });
    expect(told(faults)).toEqual(['movements.csv 2 at ILLEGAL_TRANSITION']);
    expect(faults[0]?.message).toMatch(/before the movement it undoes, which happened at 2026-01-06T08:00:00Z/);
    await using whole = await buildPlantApp();
    expect(
      told(await whole.faults({ movements: [received, shipped, undoing(shipped, { at: on(5, '09:00') })] })),
    ).toEqual(['movements.csv 4 reverses NOT_FOUND']);
  });

  it('cannot itself be undone, which is said in one sentence', async () => {
    await using plant = await buildPlantApp();
    const undone = undoing(shipped, { at: on(7) });
    const faults = await plant.faults({ movements: [received, shipped, undone, undoing(undone, { at: on(8) })] });
    expect(told(faults)).toEqual(['movements.csv 5 reverses ILLEGAL_TRANSITION']);
    expect(faults[0]?.message).toMatch(/A reversal itself is never undone/);
  });

  it('names the work order, run and partner of what it undoes, or none', async () => {
    await using plant = await buildPlantApp();
    const used = row('consumption', 'SALT', 2, on(6), { id: 'S', run: 'R1' });
    await plant.take({ movements: [received, used] });
    const wrong: [string, Cells][] = [
      ['work_order', { work_order: 'WO-2' }],
      ['run', { run: 'R2' }],
      ['partner', { partner: 'C1' }],
    ];
    for (const [column, more] of wrong)
      expect(told(await plant.faults({ movements: [undoing(used, { at: on(7), ...more })] }))).toEqual([
        `movements.csv 2 ${column} CONFLICT`,
      ]);
    await plant.take({ movements: [undoing(used, { at: on(7), run: '' })] });
    expect(plant.rows('select distinct run from run r join movement m on m.run_id = r.id')).toEqual([{ run: 'R1' }]);
  });
});

describe('what should not have happened', () => {
  it('is listed: more given back than was used', async () => {
    await using plant = await buildPlantApp();
    const { findings } = await plant.take({
      movements: [
        row('receipt', 'SALT', 9, on(5)),
        row('consumption', 'SALT', 3, on(6)),
        row('production-return', 'SALT', 2, on(7)),
        row('production-return', 'SALT', 3, on(8)),
        row('consumption', 'SALT', 3, on(6), { work_order: 'WO-2' }),
        row('production-return', 'SALT', 3, on(7), { work_order: 'WO-2' }),
      ],
    });
    expect(told(findings)).toEqual(['movements.csv 5 quantity INSUFFICIENT_QTY']);
    expect(findings[0]?.message).toMatch(/Work order WO-1 gave back 5 of SALT, but used 3 in all/);
  });

  it('is listed when imported and refused when posted: a used-up serial received again', async () => {
    const used = [row('receipt', 'MOTOR #7', 1, on(5)), row('consumption', 'MOTOR #7', 1, on(6))];
    const again = row('receipt', 'MOTOR #7', 1, on(8));
    for (const exports of [
      [[...used, again]],
      [used, [again]],
      [[...used, row('receipt', 'SALT', 1, on(20))], [again]],
    ]) {
      await using plant = await buildPlantApp();
      const results = [];
      for (const movements of exports) results.push(...(await plant.take({ movements })).findings);
      expect(results.map(({ column, code }) => `${column} ${code}`)).toEqual(['serial SERIAL_IN_USE']);
    }
    await using plant = await buildPlantApp();
    await plant.take({ movements: used });
    expect(await codeOf(plant.post('receipt', 'MOTOR #7', 1, on(8)))).toBe('SERIAL_IN_USE');
    await plant.post('output', 'MOTOR #7', 1, on(8));
    await using returned = await buildPlantApp();
    const back = [row('production-return', 'MOTOR #7', 1, on(7)), row('supplier-return', 'MOTOR #7', 1, on(8))];
    expect((await returned.take({ movements: [...used, ...back, { ...again, at: on(9) }] })).findings).toEqual([]);
  });

  it('is listed: a lot that looks like another of its product', async () => {
    await using plant = await buildPlantApp();
    const lots = ['LOT1', 'lot1', 'L0T1', 'LOT 1', 'LOTI', 'LOT2'].map((lot) => ({ product: 'MILK', lot }));
    const { findings } = await plant.take({ lots });
    expect(told(findings)).toEqual([2, 3, 4, 5, 6].map((at) => `lots.csv ${at} lot DUPLICATE`));
    const more = [
      row('receipt', 'MILK LOTl', 1, on(5)),
      row('receipt', 'MILK LOT1', 1, on(5)),
      row('receipt', 'OIL lot1', 1, on(5)),
    ];
    const again = (await plant.take({ movements: more })).findings;
    expect(told(again)).toEqual(['movements.csv 2 lot DUPLICATE']);
    expect(again[0]?.message).toMatch(/Lot LOTl of MILK looks like lot LOT1/);
    const parts = [row('receipt', 'CHEESE L1/S1', 1, on(5)), row('receipt', 'CHEESE L1/s1', 1, on(5))];
    expect(told((await plant.take({ movements: parts })).findings)).toEqual([
      'movements.csv 2 lot DUPLICATE',
      'movements.csv 3 lot DUPLICATE',
    ]);
  });
});

describe('links that put in more of a lot than was used and not given back', () => {
  const used = [
    row('receipt', 'MILK L1', 20, on(3), { id: 'A' }),
    row('consumption', 'MILK L1', 10, on(5), { id: 'B' }),
    row('output', 'CAKE K1', 5, on(5), { id: 'C' }),
  ];
  const back = row('production-return', 'MILK L1', 4, on(6), { id: 'D' });
  const milk = { parent_product: 'CAKE', parent_lot: 'K1', parent_serial: '', component_product: 'MILK' };
  const links = (quantity: string) => [link('', '', { ...milk, component_lot: 'L1', quantity })];

  it('are told at the link, or at the return that comes later', async () => {
    const atLink = ['serial_links.csv 2 quantity INSUFFICIENT_QTY'];
    expect(await foundInTurn({ movements: [...used, back], serial_links: links('10') })).toEqual([atLink]);
    expect(await foundInTurn({ movements: [...used, back] }, { serial_links: links('7') })).toEqual([[], atLink]);
    const later = { movements: [...used, back], serial_links: links('10') };
    expect(await foundInTurn({ movements: used, serial_links: links('10') }, later, later)).toEqual([
      [],
      ['movements.csv 5 quantity INSUFFICIENT_QTY'],
      [],
    ]);
  });

  it('may stand where they name what is left, or the return was undone', async () => {
    const undone = undoing(back, { at: on(7) });
    expect(
      await foundInTurn(
        { movements: [...used, back], serial_links: links('6') },
        { movements: [undone], serial_links: links('4') },
      ),
    ).toEqual([[], []]);
  });
});

describe('goods that are taken over as opening stock after they moved', () => {
  const opened = (day: number, more: Cells = {}) => row('opening', 'OIL O1', 5, on(day), { id: `O${day}`, ...more });
  const received = row('receipt', 'OIL O1', 9, on(3), { id: 'A' });

  it('are told, whichever comes first', async () => {
    const told = (at: number) => [`movements.csv ${at} kind DUPLICATE`];
    expect(await foundInTurn({ movements: [received, opened(5)] })).toEqual([told(3)]);
    expect(await foundInTurn({ movements: [received] }, { movements: [opened(5)] })).toEqual([[], told(2)]);
    expect(await foundInTurn({ movements: [opened(5)] }, { movements: [received] })).toEqual([[], told(2)]);
    const used = row('scrap', 'OIL O1', 1, on(4), { id: 'S' });
    expect(await foundInTurn({ movements: [opened(2), used, opened(5)] })).toEqual([told(4)]);
  });

  it('are told where they are opened a second time in one location, on another day', async () => {
    const told = (at: number) => [`movements.csv ${at} kind DUPLICATE`];
    expect(await foundInTurn({ movements: [opened(2)] }, { movements: [opened(3)] })).toEqual([[], told(2)]);
    expect(await foundInTurn({ movements: [opened(2), opened(3, { quantity: '7' })] })).toEqual([told(3)]);
    expect(await foundInTurn({ movements: [opened(3)] }, { movements: [opened(2)] })).toEqual([[], told(2)]);
    const salt = (day: number, quantity: number) => row('opening', 'SALT', quantity, on(day), { id: `S${day}` });
    expect(await foundInTurn({ movements: [salt(2, 5)] }, { movements: [salt(3, 5)] })).toEqual([[], told(2)]);
    const counted = [opened(2), opened(2, { id: 'P', at: on(2, '11:30') }), salt(2, 5), salt(3, 6)];
    expect(await foundInTurn({ movements: counted })).toEqual([[]]);
    expect(
      await foundInTurn({ movements: [opened(2), undoing(opened(2), { at: on(2, '12:00') }), opened(3)] }),
    ).toEqual([[]]);
  });

  it('may be opened in several locations, and at first', async () => {
    const used = row('scrap', 'OIL O1', 1, on(4), { id: 'S' });
    const elsewhere = opened(5, { to: 'STORE2' });
    const salt = [row('receipt', 'SALT', 9, on(3)), row('opening', 'SALT', 5, on(5))];
    expect(await foundInTurn({ movements: [opened(2), used, elsewhere, ...salt] })).toEqual([[]]);
    expect(await foundInTurn({ movements: [received, undoing(received, { at: on(4) }), opened(5)] })).toEqual([[]]);
  });
});

describe('a new plant', () => {
  it('may lay its records down as before', async () => {
    await using plant = await buildApp();
    expect(await plant.take({ products, locations })).toMatchObject({ findings: [] });
  });
});
