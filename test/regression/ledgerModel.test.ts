import { describe, expect, it } from 'vitest';
import { buildApp, codeOf, type TestApp } from '../support/app.ts';
import { on, plantWith, posted, row } from '../support/plantTables.ts';

/** What random commands against the reference model brought to light. */
async function plantOf(...movements: ReturnType<typeof row>[]): Promise<TestApp> {
  const plant = await buildApp();
  await plant.take(plantWith(movements));
  return plant;
}

type Posted = ReturnType<typeof posted>;
const post = (plant: TestApp, ...movements: Posted[]) => plant.send('movements.post', { movements });

/** Something later, so that what is dated before it is late. */
const later = row('receipt', 'SALT', 1, on(30));

describe('assigning', () => {
  it('is refused for goods that have their name already', async () => {
    await using plant = await plantOf(row('receipt', 'OIL L1', 5, on(5)));
    expect(await codeOf(post(plant, posted('assign', 'OIL L1', 5, on(6))))).toBe('INSUFFICIENT_QTY');
  });

  it('takes goods without a name beside goods that have it', async () => {
    await using plant = await plantOf(row('receipt', 'OIL L1', 5, on(5)), row('receipt', 'OIL', 3, on(5)));
    await post(plant, posted('assign', 'OIL L1', 2, on(6)));
    expect(await plant.stock('OIL')).toEqual(['OIL @ STORE A = 1', 'OIL L1 @ STORE A = 7']);
  });
});

describe('a late document', () => {
  it('puts away under a lot what it received at the same instant', async () => {
    await using plant = await plantOf(later);
    await post(plant, posted('receipt', 'MILK', 8, on(5), { to: 'DOCK' }), posted('put-away', 'MILK L1', 8, on(5)));
    expect(await plant.stock('MILK')).toEqual(['MILK L1 @ STORE A = 8']);
  });

  it('may not bring in a serial that a customer has', async () => {
    await using plant = await plantOf(
      row('receipt', 'MOTOR #7', 1, on(5)),
      row('shipment', 'MOTOR #7', 1, on(6)),
      later,
    );
    expect(await codeOf(post(plant, posted('receipt', 'MOTOR #7', 1, on(10))))).toBe('SERIAL_IN_USE');
  });

  it('may not issue a serial for the second time', async () => {
    await using plant = await plantOf(
      row('receipt', 'CHIP L1', 5, on(5)),
      row('shipment', 'CHIP L1 #7', 1, on(6)),
      later,
    );
    expect(await codeOf(post(plant, posted('shipment', 'CHIP L1 #7', 1, on(10))))).toBe('SERIAL_IN_USE');
    await post(plant, posted('shipment', 'CHIP L1 #8', 1, on(10)));
  });

  it('may issue a serial again that had come back by then', async () => {
    await using plant = await plantOf(
      row('receipt', 'CHIP L1', 5, on(5)),
      row('shipment', 'CHIP L1 #7', 1, on(6)),
      row('customer-return', 'CHIP L1 #7', 1, on(8)),
      later,
    );
    expect(await codeOf(post(plant, posted('shipment', 'CHIP L1 #7', 1, on(7))))).toBe('SERIAL_IN_USE');
    await post(plant, posted('shipment', 'CHIP L1 #7', 1, on(9)));
  });
});

describe('a serial', () => {
  it('stays with its customer though it was first seen when it came back', async () => {
    await using plant = await plantOf(
      row('customer-return', 'MOTOR #7', 1, on(5)),
      row('shipment', 'MOTOR #7', 1, on(6)),
    );
    expect(await codeOf(post(plant, posted('receipt', 'MOTOR #7', 1, on(7))))).toBe('SERIAL_IN_USE');
  });

  it('does not come back a second time when its shipment is reversed after its return', async () => {
    await using plant = await plantOf(row('receipt', 'MOTOR #7', 1, on(5)));
    const shipped = await plant.ask('movements.post', { movements: [posted('shipment', 'MOTOR #7', 1, on(6))] });
    await post(plant, posted('customer-return', 'MOTOR #7', 1, on(7), { to: 'QUAR', status: 'Q' }));
    const undo = { movements: shipped.movements, reason: 'typed wrong' };
    expect(await codeOf(plant.send('movements.reverse', undo))).toBe('SERIAL_IN_USE');
    expect(await plant.stock('MOTOR')).toEqual(['MOTOR #7 @ QUAR Q = 1']);
  });

  it('lets a return be reversed that found it nowhere, though it left since', async () => {
    await using plant = await plantOf(row('receipt', 'CHIP L1', 5, on(5)));
    const returned = await plant.ask('movements.post', {
      movements: [posted('customer-return', 'CHIP L1 #7', 1, on(6))],
    });
    await post(plant, posted('shipment', 'CHIP L1 #7', 1, on(7)));
    await plant.ask('movements.reverse', { movements: returned.movements, reason: 'typed wrong' });
    expect(await plant.stock('CHIP')).toEqual(['CHIP L1 @ STORE A = 4']);
  });

  it('takes its right lot once the wrong one was reversed', async () => {
    await using plant = await plantOf(row('receipt', 'CHIP L1', 5, on(5)), row('receipt', 'CHIP L2', 5, on(5)));
    const wrong = await plant.ask('movements.post', { movements: [posted('shipment', 'CHIP L1 #7', 1, on(6))] });
    expect(await codeOf(post(plant, posted('shipment', 'CHIP L2 #7', 1, on(7))))).toBe('SERIAL_IN_USE');
    await plant.ask('movements.reverse', { movements: wrong.movements, reason: 'wrong lot' });
    await post(plant, posted('shipment', 'CHIP L2 #7', 1, '2026-06-01T12:00:00Z'));
    expect(await plant.stock('CHIP')).toEqual(['CHIP L1 @ STORE A = 5', 'CHIP L2 @ STORE A = 4']);
  });

  it('takes its right lot from an export that holds the wrong row, its reversal and the right one', async () => {
    await using plant = await plantOf(
      row('receipt', 'CHIP L1', 5, on(5)),
      row('receipt', 'CHIP L2', 5, on(5)),
      row('shipment', 'CHIP L1 #7', 1, on(6), { id: 'X1' }),
      row('shipment', 'CHIP L1 #7', 1, on(7), {
        from: '',
        status_from: '',
        to: 'STORE',
        status: 'A',
        id: 'X2',
        reverses: 'X1',
      }),
      row('shipment', 'CHIP L2 #7', 1, on(8), { id: 'X3' }),
    );
    expect(await plant.stock('CHIP')).toEqual(['CHIP L1 @ STORE A = 5', 'CHIP L2 @ STORE A = 4']);
  });
});

describe('the largest quantity', () => {
  const most = '9007199254.740991';

  it('is counted exactly where a line gives and takes within one instant', async () => {
    await using plant = await plantOf(
      row('receipt', 'SALT', most, on(5)),
      row('transfer', 'SALT', '0.000002', on(6), { to: 'STORE' }),
      row('receipt', 'OIL', 1, on(30)),
    );
    await post(plant, posted('status', 'SALT', most, on(7), { status_from: 'A', status: 'Q' }));
    expect(await plant.stock('SALT')).toEqual([`SALT @ STORE Q = ${most}`]);
  });

  it('is not passed within an instant either, where it could be counted wrong', async () => {
    await using plant = await plantOf(row('receipt', 'SALT', 1, on(5)));
    const call = post(
      plant,
      posted('receipt', 'MILK L1', most, on(6)),
      posted('receipt', 'MILK L1', '0.000002', on(6)),
      posted('scrap', 'MILK L1', '0.000002', on(6)),
    );
    expect(await codeOf(call)).toBe('VALIDATION');
    expect(await plant.stock('MILK')).toEqual([]);
  });
});

describe('a command that is committed', () => {
  it('is answered as done, even when what follows the commit fails', async () => {
    await using plant = await plantOf(row('receipt', 'SALT', 1, on(5)));
    await plant.ask('trace.get', { roots: [{ product: 'SALT' }], direction: 'downstream' });
    const { store } = plant.app;
    const { reader } = store;
    let asked = 0;
    // The command itself asks twice, for who sends it and for what it is about; the trace index, which follows the commit, asks next.
    store.reader = () => {
      asked += 1;
      if (asked > 2) throw new Error('the disk is gone');
      return reader();
    };
    const { movements } = await plant.ask('movements.post', { movements: [posted('receipt', 'SALT', 1, on(6))] });
    store.reader = reader;
    expect(asked).toBeGreaterThan(2);
    expect(movements).toHaveLength(1);
    expect(await plant.stock('SALT')).toEqual(['SALT @ STORE A = 2']);
  });
});

describe('figures of a unit that pass what one movement may hold', () => {
  it('are answered exactly, and no other trace suffers', async () => {
    const most = '9007199254.740991';
    await using plant = await plantOf(
      row('receipt', 'MILK L1', most, on(5)),
      row('shipment', 'MILK L1', most, on(6)),
      row('receipt', 'MILK L1', most, on(7)),
      row('receipt', 'MILK L2', 1, on(8)),
    );
    const { affected } = await plant.ask('recalls.simulate', { suspects: [{ product: 'MILK', lot: 'L1' }] });
    expect(affected[0]).toMatchObject({ received: '18014398509.481982', shipped: most, onHand: most });
    await post(plant, posted('shipment', 'MILK L1', most, on(9)), posted('receipt', 'MILK L1', most, on(10)));
    const again = await plant.ask('recalls.simulate', { suspects: [{ product: 'MILK', lot: 'L1' }] });
    expect(again.affected[0]).toMatchObject({ received: '27021597764.222973', shipped: '18014398509.481982' });
  });
});

describe('goods that no walk leads through', () => {
  it('are in process wherever they were put into production and nothing came out', async () => {
    await using plant = await plantOf(
      row('receipt', 'MILK L1', 9, on(1)),
      row('consumption', 'MILK L1', 1, on(2), { work_order: 'W1' }),
      row('output', 'SALT', 9, on(2), { work_order: 'W1' }),
      row('consumption', 'SALT', 3, on(3), { work_order: 'W3' }),
      row('consumption', 'SALT', 2, on(3), { work_order: 'W5' }),
    );
    const { inProcess } = await plant.ask('recalls.simulate', { suspects: [{ product: 'MILK', lot: 'L1' }] });
    expect(inProcess.map(({ product, workOrder, quantity }) => `${product} ${workOrder} ${quantity}`)).toEqual([
      'SALT W3 3',
      'SALT W5 2',
    ]);
  });
});

describe('a serial named when its goods left for good', () => {
  it.each(['scrap', 'sample', 'supplier-return', 'adjustment', 'shipment'] as const)(
    'cannot leave again after a %s',
    async (kind) => {
      await using plant = await buildApp();
      const less = kind === 'adjustment' ? { from: 'STORE', status_from: 'A', to: '', status: '' } : {};
      const movements = [
        row('receipt', 'CHIP L1', 5, on(1)),
        { ...row(kind, 'CHIP L1 #Q', 1, on(2)), ...less },
        row('shipment', 'CHIP L1 #Q', 1, on(3)),
      ];
      const faults = await plant.faults(plantWith(movements));
      expect(faults.map(({ code, row: at }) => [code, at])).toEqual([['SERIAL_IN_USE', 4]]);
    },
  );
});
