import { describe, expect, it } from 'vitest';
import type { Inputs } from '#shared/contract.ts';
import { type LotTracking, lotTrackings, type SerialTracking, serialTrackings } from '#shared/products/vocabulary.ts';
import { lotChange, serialChange, whyNot } from '#shared/products/trackingChange.ts';
import { inEnglish } from '#shared/kernel/message.ts';
import { buildPlantApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import type { Cells } from '../support/exportFiles.ts';
import { type People, setUpPeople, signature } from '../support/people.ts';
import { masters, on } from '../support/plantTables.ts';

type Plant = { plant: TestApp; people: People } & AsyncDisposable;
type Asked = Inputs['lots']['convertTracking'];
type Row = Asked['rows'][number];
type Modes = { lotTracking: LotTracking; serialTracking: SerialTracking };

const code = 'PART';
const at = { location: 'STORE', status: 'A' };

/** A product with such modes, and its goods. */
async function buildPart(
  { lotTracking, serialTracking }: Modes,
  movements: Parameters<TestApp['postAll']>[0],
  more: Cells = {},
): Promise<Plant> {
  const plant = await buildPlantApp();
  const cells = { lot_tracking: lotTracking, serial_tracking: serialTracking, ...more };
  await plant.take({ ...masters, products: [{ code, name: 'Part', unit: 'EA', ...cells }] });
  await plant.postAll(movements);
  const people = await setUpPeople(plant);
  plant.me = people.viewer;
  return { plant, people, [Symbol.asyncDispose]: () => plant[Symbol.asyncDispose]() };
}

const convert = ({ plant, people }: Plant, modes: Modes, rows: Row[], more: Partial<Asked> = {}) =>
  plant.ask(
    'lots.convertTracking',
    {
      ...{ product: code, version: 1, ...modes, rows, reason: 'pieces are told apart from now on' },
      signature: signature('qualityManager', 'approved'),
      ...more,
    },
    { as: people.qualityManager },
  );

const lying = async ({ plant }: Plant) =>
  (await plant.ask('movements.listBalances', { product: code, ordering: 'natural' })).rows.map(
    ({ lot, sublot, serial, location, status, quantity }) =>
      `${quantity} ${[lot, sublot].filter(Boolean).join('/')}${serial === '' ? '' : `#${serial}`} ${location} ${status}`,
  );

const untracked: Modes = { lotTracking: 'none', serialTracking: 'none' };
const holds = ({ plant }: Plant): void => expect(plant.verify()).toMatchObject({ ok: true, problems: [] });

describe('converting a product whose goods have moved', () => {
  it('to serials demands every piece that lies here, and names all of them in one signed act', async () => {
    await using set = await buildPart(untracked, [
      ['receipt', code, 5, on(2)],
      ['receipt', code, 2, on(3), { to: 'QUAR', status: 'Q' }],
      ['shipment', code, 3, on(4)],
    ]);
    const { plant, people } = set;
    const to = { lotTracking: 'none', serialTracking: 'received-issued' } as const;
    const preview = await plant.ask('lots.previewConversion', { product: code, ...to });
    expect(preview).toMatchObject({ refusal: '', isFree: false, version: 1, unitOfMeasure: 'EA' });
    expect(preview.lines.map(({ location, status, quantity }) => `${quantity} ${location} ${status}`)).toEqual([
      '2 QUAR Q',
      '2 STORE A',
    ]);
    const rows = [
      { ...at, quantity: '1', serial: 'S1' },
      { ...at, quantity: '1', serial: 'S2' },
      { location: 'QUAR', status: 'Q', quantity: '1', serial: 'S3' },
    ];
    const before = plant.contentDigest();
    expect((await refusalOf(convert(set, to, rows))).message).toContain('leaves out 1 EA at QUAR in status Q');
    expect(plant.contentDigest()).toBe(before);
    const done = await convert(set, to, [...rows, { location: 'QUAR', status: 'Q', quantity: '1', serial: 'S4' }]);
    expect(done).toMatchObject({ product: code, version: 2, movements: { length: 4 } });
    expect(await lying(set)).toEqual(['1 #S1 STORE A', '1 #S2 STORE A', '1 #S3 QUAR Q', '1 #S4 QUAR Q']);
    expect(await plant.ask('products.get', { code })).toMatchObject({ version: 2, serialTracking: 'received-issued' });
    const { signatures } = await plant.ask('people.listSignatures', { record: 'product', parts: [code] });
    expect(signatures[0]).toMatchObject({ version: 2, meaning: 'approved', name: 'Quentin Moreau' });
    expect(signatures[0]?.statement).toMatch(
      /Convert product PART: .*Lines listed of what lies here: 4; of these named anew: 4/,
    );
    holds(set);
    // From now on a piece is named, and what went out before stands as it was.
    const ship = (serial: string) =>
      plant.postAll([['shipment', serial === '' ? code : `${code} #${serial}`, 1, '2026-06-01T12:00:00Z']], {
        as: people.warehouse,
      });
    expect(await codeOf(ship(''))).toBe('VALIDATION');
    await ship('S1');
    const traced = await plant.ask('trace.get', { roots: [{ product: code, serial: 'S1' }], direction: 'upstream' });
    expect(JSON.stringify(traced)).toContain(code);
    holds(set);
  });

  it('to lots takes lines in parts, with the day each was made on', async () => {
    await using set = await buildPart(untracked, [['receipt', code, 10, on(2)]], { shelf_life_days: '10' });
    const to = { lotTracking: 'mandatory', serialTracking: 'none' } as const;
    const [first, second] = [
      { ...at, quantity: '6', lot: 'L1' },
      { ...at, quantity: '4', lot: 'L2', manufacturedOn: '2026-01-02' },
    ];
    const undated = await refusalOf(convert(set, to, [first, second]));
    expect(undated.details).toMatchObject({ faults: [{ row: 0, field: 'manufacturedOn' }] });
    await convert(set, to, [{ ...first, manufacturedOn: '2025-12-30' }, second]);
    expect(await lying(set)).toEqual(['6 L1 STORE A', '4 L2 STORE A']);
    const dates = await set.plant.ask('lots.getDates', { product: code, lot: 'L1' });
    expect(dates).toMatchObject({ expiresOn: '2026-01-09' });
    holds(set);
  });

  it('to sublots or to global serials lists what has a name already, and names the rest', async () => {
    await using set = await buildPart({ lotTracking: 'optional', serialTracking: 'none' }, [
      ['receipt', `${code} L1`, 3, on(2)],
      ['receipt', code, 2, on(2)],
    ]);
    const rows = [
      { ...at, quantity: '2', lot: 'L2', sublot: '1' },
      { ...at, quantity: '1', lot: 'L1', sublot: '1' },
      { ...at, quantity: '2', lot: 'L1', sublot: '2' },
    ];
    await convert(set, { lotTracking: 'lot-sublot', serialTracking: 'none' }, rows);
    expect(await lying(set)).toEqual(['1 L1/1 STORE A', '2 L1/2 STORE A', '2 L2/1 STORE A']);
    holds(set);
    await using pieces = await buildPart({ lotTracking: 'none', serialTracking: 'received-issued' }, [
      ['receipt', `${code} #A`, 1, on(2)],
      ['receipt', `${code} #B`, 1, on(2)],
      ['receipt', code, 3, on(2), { to: 'DOCK' }],
    ]);
    const to = { lotTracking: 'none', serialTracking: 'global' } as const;
    const other = await refusalOf(convert(pieces, to, [{ ...at, quantity: '1', serial: 'A' }]));
    expect(other.message).toContain('leaves out 1 EA at STORE');
    const wrong = await refusalOf(convert(pieces, to, [{ ...at, quantity: '1', serial: 'C' }]));
    expect(wrong.details).toMatchObject({ faults: [{ row: 0, field: 'quantity' }] });
    const both = ['A', 'B'].map((serial) => ({ ...at, quantity: '1', serial }));
    expect(await convert(pieces, to, both)).toMatchObject({ document: '', movements: [] });
    // What lies at the dock gets its serials at put-away, as always.
    expect(await lying(pieces)).toEqual(['3  DOCK A', '1 #A STORE A', '1 #B STORE A']);
    holds(pieces);
  });

  it('tells what is wrong with which row, and takes the version and the goods that were looked at', async () => {
    await using set = await buildPart(untracked, [['receipt', code, 2, on(2)]]);
    const to = { lotTracking: 'none', serialTracking: 'received-issued' } as const;
    const rows = [
      { ...at, quantity: '1', serial: 'A' },
      { ...at, quantity: '1', serial: 'A' },
      { ...at, quantity: '1', serial: '' },
      { ...at, quantity: '1', serial: 'B', lot: 'L1' },
      { ...at, quantity: '1', serial: 'C', location: 'STORE2' },
      { ...at, quantity: '1', serial: 'D' },
      { ...at, quantity: '1', serial: 'E' },
    ];
    const { code: why, details } = await refusalOf(convert(set, to, rows));
    expect(why).toBe('VALIDATION');
    // Of the shape that every refusal of rows has.
    expect((details['faults'] as { row: number; field: string }[]).map(({ row, field }) => `${row} ${field}`)).toEqual([
      '1 serial',
      '2 serial',
      '3 lot',
      '4 location',
      '6 quantity',
    ]);
    const right = ['A', 'B'].map((serial) => ({ ...at, quantity: '1', serial }));
    expect(await codeOf(convert(set, to, right, { version: 2 }))).toBe('RECORD_CHANGED');
    expect(await codeOf(convert(set, { ...untracked, lotTracking: 'optional' }, []))).toBe('VALIDATION');
    await convert(set, to, right);
    expect(await codeOf(convert(set, to, right))).toBe('RECORD_CHANGED');
  });
});

/** Modes of lots that are changed, or of serials, and what of goods moved before. */
const cells = [
  ...lotTrackings.flatMap((from) =>
    lotTrackings.map((to) => ({
      from: { lotTracking: from, serialTracking: 'none' as const },
      to: { lotTracking: to, serialTracking: 'none' as const },
      change: lotChange({ lotTracking: from, serialTracking: 'none' }, to),
    })),
  ),
  ...serialTrackings.flatMap((from) =>
    serialTrackings.map((to) => ({
      from: { lotTracking: 'none' as const, serialTracking: from },
      to: { lotTracking: 'none' as const, serialTracking: to },
      change: serialChange({ lotTracking: 'none', serialTracking: from }, to),
    })),
  ),
].filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));

const goods = ({ lotTracking, serialTracking }: Modes): string => {
  const lot = lotTracking === 'mandatory' ? ' L1' : lotTracking === 'lot-sublot' ? ' L1/1' : '';
  return `${code}${lot}${serialTracking === 'received-issued' || serialTracking === 'global' ? ' #S1' : ''}`;
};

describe('each change of a mode, once goods moved', () => {
  it.each(cells)(
    '$from.lotTracking/$from.serialTracking to $to.lotTracking/$to.serialTracking: $change',
    async ({ from, to, change }) => {
      await using set = await buildPart(from, [['receipt', goods(from), 1, on(2)]]);
      const { plant, people } = set;
      const edited = plant.ask(
        'products.edit',
        {
          ...{ code, version: 1, change: to, reason: 'tracked otherwise from now on' },
          signature: signature('qualityManager', 'approved'),
        },
        { as: people.qualityManager },
      );
      if (change === 'free') {
        await edited;
        return holds(set);
      }
      const { code: why, message } = await refusalOf(edited);
      expect([why, message]).toEqual(['CONFLICT', expect.stringContaining(inEnglish(whyNot[change]))]);
      const row = {
        ...{ ...at, quantity: '1' },
        lot: to.lotTracking === 'none' ? '' : 'L1',
        sublot: to.lotTracking === 'lot-sublot' ? '1' : '',
        serial: to.serialTracking === 'none' ? '' : 'S1',
      };
      if (change !== 'conversion') {
        expect(await refusalOf(convert(set, to, [row]))).toMatchObject({
          code: 'CONFLICT',
          message: inEnglish(whyNot[change]),
        });
        return;
      }
      await convert(set, to, [row]);
      expect(await plant.ask('products.get', { code })).toMatchObject(to);
      holds(set);
    },
  );
});
