import { isLotlineError } from '#shared/kernel/errors.ts';
import { buildFolder, type Cells, csvFiles } from './exportFiles.ts';
import { signature, signIn } from './people.ts';
import { masters, on, postedRow, row } from './plantTables.ts';
import type { PolicyPlant } from './policyPlant.ts';

export const writers = [
  'movements.post',
  'movements.reverse',
  'lots.changeStatus',
  'daily.moveLot',
  'exchange.import',
  'exchange.preview',
] as const;
export type Writer = (typeof writers)[number];

/** One way to post against one policy: what is said of it, "" for nothing, and how it is done. */
export type PolicyCase = {
  policy: string;
  writer: Writer;
  is: 'allowed' | 'refused' | 'boundary';
  what: string;
  said: string;
  act: (set: PolicyPlant) => Promise<string>;
};

type Movement = Parameters<typeof row>;

/** The code a call is refused with; "" where it is done. */
const said = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
    return '';
  } catch (error) {
    if (!isLotlineError(error)) throw error;
    return error.code;
  }
};

const post =
  (...movement: Movement) =>
  ({ plant, warehouse }: PolicyPlant): Promise<string> =>
    said(plant.ask('movements.post', { movements: [postedRow(row(...movement))] }, { as: warehouse }));

/** The codes of what is found at a row that is imported, or would be. */
const imported =
  (writer: 'exchange.import' | 'exchange.preview', movement: Cells) =>
  async ({ plant, quality: as }: PolicyPlant): Promise<string> => {
    await using folder = await buildFolder(csvFiles({ ...masters, movements: [movement] }));
    const source = { kind: 'path' as const, path: folder.path };
    const result =
      writer === 'exchange.import'
        ? await plant.ask('exchange.import', { source }, { as })
        : (await plant.ask('exchange.preview', { source }, { as })).result;
    return (result?.findings ?? [])
      .filter(({ file, row: at }) => file === 'movements.csv' && at === 2)
      .map(({ code }) => code)
      .join(' ');
  };

/** Undoes a movement that stands in the journal, as somebody does now. */
const reverse = async ({ plant, warehouse: as }: PolicyPlant, id: number): Promise<string> =>
  said(plant.ask('movements.reverse', { movements: [id], reason: 'typed wrong' }, { as }));

/** Posts, and undoes it. */
const undo =
  (...movement: Movement) =>
  async (set: PolicyPlant): Promise<string> => {
    const movements = [postedRow(row(...movement))];
    const done = await set.plant.ask('movements.post', { movements }, { as: set.warehouse });
    return await reverse(set, done.movements[0] ?? 0);
  };

type Goods = { product: string; lot: string; location?: string; quantity: string };

const decide = ({ plant, quality: as }: PolicyPlant, goods: Goods, to: 'A' | 'R' = 'A') =>
  plant.ask(
    'lots.changeStatus',
    {
      ...goods,
      statusFrom: 'Q',
      statusTo: to,
      reason: 'tested in the laboratory',
      signature: signature('qualityManager', to === 'A' ? 'released' : 'rejected'),
    },
    { as },
  );

const decided =
  (...decision: [Goods, ('A' | 'R')?]) =>
  (set: PolicyPlant): Promise<string> =>
    said(decide(set, ...decision));

/** What the daily job does with a lot of milk. */
const fallsDue =
  (lot: string) =>
  ({ plant, quality: as }: PolicyPlant): Promise<string> =>
    said(plant.ask('daily.moveLot', { product: 'MILK', lot }, { as }));

const oil = { product: 'OIL', lot: 'Q1', quantity: '55' };
const oilAside = { ...oil, location: 'STORE2', quantity: '5' };
const oilInStore = { ...oil, location: 'STORE', quantity: '50' };

/** Closes a location through a day before something is done there. */
const closing =
  (location: string, until: string, act: PolicyCase['act'], now = '2026-06-01T12:00:00Z'): PolicyCase['act'] =>
  async (set) => {
    await set.plant.send('locationNotes.save', { location, note: 'being painted', until }, { as: set.warehouse });
    set.plant.clock.set(now);
    // Who did nothing meanwhile signs in again.
    const [warehouse, quality] = [await signIn(set.plant, 'warehouse'), await signIn(set.plant, 'qualityManager')];
    return await act({ ...set, warehouse, quality });
  };

/** The same, of what was posted before the location was closed. */
const closingAfter =
  (location: string, movement: Movement, now: string): PolicyCase['act'] =>
  async (set) => {
    const { movements } = await set.plant.ask(
      'movements.post',
      { movements: [postedRow(row(...movement))] },
      { as: set.warehouse },
    );
    return await closing(location, '2026-06-01', (one) => reverse(one, movements[0] ?? 0), now)(set);
  };

const holding =
  (target: object, act: PolicyCase['act']): PolicyCase['act'] =>
  async (set) => {
    const input = { targets: [target], reason: 'glass found' };
    const { token } = await set.plant.ask(
      'signing.prepare',
      { operation: 'holds.set', input, language: 'en' },
      { as: set.quality },
    );
    const signed = { ...input, signature: signature('qualityManager', 'performed'), token };
    await set.plant.send('holds.set', signed, { as: set.quality });
    return await act(set);
  };

const holdingAfter =
  (target: object, movement: Movement): PolicyCase['act'] =>
  async (set) => {
    const done = await set.plant.ask(
      'movements.post',
      { movements: [postedRow(row(...movement))] },
      { as: set.warehouse },
    );
    return await holding(target, (one) => reverse(one, done.movements[0] ?? 0))(set);
  };

const [held, beside] = [
  { product: 'OIL', lot: 'O1' },
  { product: 'OIL', lot: 'Q1' },
];
const next =
  (act: PolicyCase['act']): PolicyCase['act'] =>
  async (set) => {
    set.plant.clock.set('2026-06-01T13:00:00Z');
    return await act({ ...set, quality: await signIn(set.plant, 'qualityManager') });
  };

type Told = [is: PolicyCase['is'], what: string, said: string, act: PolicyCase['act']];
const cases = (policy: string, writer: Writer, ...told: Told[]): PolicyCase[] =>
  told.map(([is, what, due, act]) => ({ policy, writer, is, what, said: due, act }));

const quarantined = { status_from: 'Q' };
const inBoth = (make: (writer: 'exchange.import' | 'exchange.preview') => PolicyCase[]): PolicyCase[] => [
  ...make('exchange.import'),
  ...make('exchange.preview'),
];

/** Every writer of stock against every policy. Where a policy lets a writer do anything, nothing of it is refused. */
export const policyCases: readonly PolicyCase[] = [
  ...cases(
    'goods on hold',
    'movements.post',
    ['allowed', 'goods beside them', '', holding(beside, post('shipment', 'OIL O1', 1, on(20)))],
    ['refused', 'goods on hold shipped', 'STATUS_FORBIDS', holding(held, post('shipment', 'OIL O1', 1, on(20)))],
    ['boundary', 'moved into quarantine', '', holding(held, post('transfer', 'OIL O1', 1, on(20), { to: 'QUAR' }))],
  ),
  ...cases(
    'goods on hold',
    'movements.reverse',
    ['allowed', 'a move of goods on hold', '', holdingAfter(held, ['transfer', 'OIL O1', 1, on(20)])],
    ['boundary', 'a shipment of them', '', holdingAfter(held, ['shipment', 'OIL O1', 1, on(20)])],
    [
      'refused',
      'what a customer gave back',
      'STATUS_FORBIDS',
      async (set) => {
        await post('shipment', 'OIL O1', 1, on(19))(set);
        return await holdingAfter(held, ['customer-return', 'OIL O1', 1, on(20)])(set);
      },
    ],
  ),
  ...inBoth((writer) =>
    cases(
      'goods on hold',
      writer,
      [
        'allowed',
        'goods beside them',
        '',
        holding(beside, next(imported(writer, row('shipment', 'OIL O1', 1, '2026-06-01T12:30:00Z')))),
      ],
      [
        'refused',
        'goods on hold shipped',
        'STATUS_FORBIDS',
        holding(held, next(imported(writer, row('shipment', 'OIL O1', 1, '2026-06-01T12:30:00Z')))),
      ],
      [
        'boundary',
        'shipped before they were',
        '',
        holding(held, next(imported(writer, row('shipment', 'OIL O1', 1, '2026-06-01T11:59:59Z')))),
      ],
    ),
  ),
  ...cases(
    'goods on hold',
    'lots.changeStatus',
    ['allowed', 'goods beside them', '', holding(held, decided(oil))],
    ['refused', 'goods on hold released', 'STATUS_FORBIDS', holding(beside, decided(oil))],
    [
      'boundary',
      'goods on hold rejected',
      '',
      holding({ product: 'MILK', lot: 'L2' }, decided({ product: 'MILK', lot: 'L2', quantity: '50' }, 'R')),
    ],
  ),

  ...cases(
    'issued goods',
    'movements.post',
    ['allowed', 'released goods that never expire', '', post('shipment', 'OIL O1', 1, on(20))],
    ['refused', 'goods in quarantine', 'STATUS_FORBIDS', post('shipment', 'OIL Q1', 1, on(20), quarantined)],
    ['boundary', 'a lot on its last day', '', post('shipment', 'MILK L1', 1, on(12, '23:59'))],
    ['boundary', 'a lot a minute later', 'EXPIRED_LOT', post('consumption', 'MILK L1', 1, on(13, '00:00'))],
    ['boundary', 'an expired lot that is scrapped', '', post('scrap', 'MILK L1', 1, on(20))],
  ),
  ...inBoth((writer) =>
    cases(
      'issued goods',
      writer,
      ['allowed', 'released goods that never expire', '', imported(writer, row('shipment', 'OIL O1', 1, on(20)))],
      [
        'refused',
        'goods in quarantine',
        'STATUS_FORBIDS',
        imported(writer, row('shipment', 'OIL Q1', 1, on(20), quarantined)),
      ],
      ['boundary', 'a lot on its last day', '', imported(writer, row('shipment', 'MILK L1', 1, on(12, '23:59')))],
      [
        'boundary',
        'a lot a minute later',
        'EXPIRED_LOT',
        imported(writer, row('shipment', 'MILK L1', 1, on(13, '00:00'))),
      ],
    ),
  ),
  ...cases(
    'issued goods',
    'movements.reverse',
    ['allowed', 'a shipment of goods that never expire', '', undo('shipment', 'OIL O1', 1, on(20))],
    ['boundary', 'a shipment of a lot that expired since', '', undo('shipment', 'MILK L1', 1, on(12))],
    [
      'boundary',
      'a return from production of a lot that expired since',
      '',
      undo('production-return', 'MILK L1', 1, on(12)),
    ],
  ),
  ...cases(
    'issued goods',
    'lots.changeStatus',
    ['allowed', 'goods that never expire', '', decided(oil)],
    ['boundary', 'a lot that expired', '', decided({ product: 'MILK', lot: 'L2', quantity: '50' }, 'R')],
  ),

  ...cases(
    'issued goods',
    'daily.moveLot',
    ['allowed', 'released goods that expired', '', fallsDue('L1')],
    ['boundary', 'goods in quarantine that expired', '', fallsDue('L2')],
  ),

  ...cases(
    'posted status',
    'movements.post',
    ['allowed', 'goods that stay as they are', '', post('transfer', 'OIL O1', 1, on(20))],
    ['refused', 'a status changed on the way', 'FORBIDDEN', post('transfer', 'OIL Q1', 1, on(20), quarantined)],
    ['boundary', 'released goods of a lot of which all is released', '', post('receipt', 'OIL O1', 1, on(20))],
    ['boundary', 'released goods of a lot in quarantine', 'FORBIDDEN', post('receipt', 'OIL Q1', 1, on(20))],
    ['boundary', 'goods of such a lot in quarantine', '', post('receipt', 'OIL Q1', 1, on(20), { status: 'Q' })],
    ['boundary', 'released goods of a lot that is new', '', post('receipt', 'OIL N1', 1, on(20))],
    ['boundary', 'released goods that are counted in and new', 'FORBIDDEN', post('adjustment', 'OIL N1', 1, on(20))],
    ['boundary', 'released goods that are counted in beside others', '', post('adjustment', 'OIL O1', 1, on(20))],
  ),
  ...cases(
    'posted status',
    'movements.reverse',
    ['allowed', 'a receipt', '', undo('receipt', 'OIL O1', 1, on(20))],
    [
      'refused',
      'a decision',
      'FORBIDDEN',
      async (set) => {
        const { movements } = await decide(set, oilAside);
        return await reverse(set, movements[0] ?? 0);
      },
    ],
    [
      'boundary',
      'a shipment of a lot that part of is in quarantine',
      '',
      async (set) => {
        await decide(set, oilAside);
        return await undo('shipment', 'OIL Q1', 1, '2026-06-01T12:00:00Z', { from: 'STORE2' })(set);
      },
    ],
  ),
  ...inBoth((writer) =>
    cases(
      'posted status',
      writer,
      ['allowed', 'goods that stay as they are', '', imported(writer, row('transfer', 'OIL O1', 1, on(20)))],
      ['boundary', 'what was decided elsewhere', '', imported(writer, row('status', 'OIL Q1', 1, on(20)))],
    ),
  ),
  ...cases(
    'posted status',
    'lots.changeStatus',
    ['allowed', 'a decision', '', decided(oil)],
    ['boundary', 'a decision of what lies at one place', '', decided(oilAside)],
  ),

  ...cases(
    'posted status',
    'daily.moveLot',
    ['allowed', 'released goods that expired', '', fallsDue('L1')],
    ['boundary', 'goods in quarantine that expired', '', fallsDue('L2')],
  ),

  ...cases(
    'closed locations',
    'movements.post',
    ['allowed', 'elsewhere', '', closing('QUAR', '2026-01-15', post('transfer', 'OIL O1', 1, on(10)))],
    [
      'refused',
      'into it',
      'STATUS_FORBIDS',
      closing('QUAR', '2026-01-15', post('transfer', 'OIL O1', 1, on(10), { to: 'QUAR' })),
    ],
    ['refused', 'out of it', 'STATUS_FORBIDS', closing('STORE', '2026-01-15', post('scrap', 'OIL O1', 1, on(10)))],
    [
      'boundary',
      'on its last day',
      'STATUS_FORBIDS',
      closing('STORE', '2026-01-15', post('scrap', 'OIL O1', 1, on(15, '23:59'))),
    ],
    ['boundary', 'the day after', '', closing('STORE', '2026-01-15', post('scrap', 'OIL O1', 1, on(16, '00:00')))],
  ),
  ...cases(
    'closed locations',
    'movements.reverse',
    ['allowed', 'of a movement elsewhere', '', closing('QUAR', '2026-06-01', undo('scrap', 'OIL O1', 1, on(10)))],
    [
      'refused',
      'of a movement there',
      'STATUS_FORBIDS',
      closingAfter('STORE2', ['transfer', 'OIL O1', 1, on(10)], '2026-06-01T12:00:00Z'),
    ],
    [
      'boundary',
      'on its last day',
      'STATUS_FORBIDS',
      closingAfter('STORE2', ['transfer', 'OIL O1', 1, on(10)], '2026-06-01T23:59:00Z'),
    ],
    [
      'boundary',
      'the day after',
      '',
      closingAfter('STORE2', ['transfer', 'OIL O1', 1, on(10)], '2026-06-02T00:00:00Z'),
    ],
  ),
  ...inBoth((writer) =>
    cases(
      'closed locations',
      writer,
      ['allowed', 'elsewhere', '', closing('QUAR', '2026-01-15', imported(writer, row('scrap', 'OIL O1', 1, on(10))))],
      [
        'refused',
        'out of it',
        'STATUS_FORBIDS',
        closing('STORE', '2026-01-15', imported(writer, row('scrap', 'OIL O1', 1, on(10)))),
      ],
      [
        'boundary',
        'on its last day',
        'STATUS_FORBIDS',
        closing('STORE', '2026-01-15', imported(writer, row('scrap', 'OIL O1', 1, on(15, '23:59')))),
      ],
      [
        'boundary',
        'the day after',
        '',
        closing('STORE', '2026-01-15', imported(writer, row('scrap', 'OIL O1', 1, on(16, '00:00')))),
      ],
    ),
  ),
  ...cases(
    'closed locations',
    'lots.changeStatus',
    ['allowed', 'elsewhere', '', closing('STORE2', '2026-06-01', decided(oilInStore))],
    ['refused', 'there', 'STATUS_FORBIDS', closing('STORE2', '2026-06-01', decided(oilAside))],
    ['boundary', 'the day after', '', closing('STORE2', '2026-06-01', decided(oilAside), '2026-06-02T00:00:00Z')],
  ),
  ...cases(
    'closed locations',
    'daily.moveLot',
    ['allowed', 'elsewhere', '', closing('STORE2', '2026-06-01', fallsDue('L1'))],
    ['refused', 'there', 'STATUS_FORBIDS', closing('STORE', '2026-06-01', fallsDue('L1'))],
    ['boundary', 'the day after', '', closing('STORE', '2026-06-01', fallsDue('L1'), '2026-06-02T00:00:00Z')],
  ),
];
