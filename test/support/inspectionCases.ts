import { convert } from './conversionCases.ts';
import { signature, signIn } from './people.ts';
import { planWritten } from './planRows.ts';
import { on, postedRow, row } from './plantTables.ts';
import {
  type Act,
  asking,
  beside,
  closing,
  decided,
  fallsDue,
  held,
  holding,
  imported,
  inactive,
  missing,
  next,
  oil,
  post,
  reverse,
  ruling,
  said,
  undo,
} from './policyActs.ts';
import { cases, inBoth, type PolicyCase, type Writer } from './policyCase.ts';
import type { PolicyPlant } from './policyPlant.ts';
import { signAs } from './signAs.ts';
import { split, there, unlike } from './splitCases.ts';
import { approving } from './supplierCases.ts';

type Goods = { product: string; lot: string; quantity: string };
type Operation =
  | 'inspections.approvePlan'
  | 'inspections.usePlan'
  | 'inspections.decide'
  | 'inspections.moveDecided'
  | 'inspections.reinspect';

const sign = (
  { plant, quality: as }: PolicyPlant,
  operation: Operation,
  input: object,
  meaning: Parameters<typeof signature>[1],
) =>
  signAs(
    plant,
    operation,
    { reason: 'as the plan says', ...input },
    { as, signature: signature('qualityManager', meaning) },
  );

/** Has a plan in force by which one piece is looked at. */
async function plan(set: PolicyPlant): Promise<void> {
  const samplings = { critical: '1', major: '1', minor: '1' };
  const rows = [{ balloon: '1', name: 'Look', kind: 'attribute' as const }];
  const written = planWritten({ validFrom: '2026-06-01', samplings, rows });
  await set.plant.ask('inspections.writePlan', written, { as: await signIn(set.plant, 'inspector') });
  await sign(set, 'inspections.approvePlan', { plan: 'PL-1', planVersion: 1 }, 'approved');
}

async function open({ plant }: PolicyPlant, goods: Goods, point = '', status = 'Q'): Promise<void> {
  const input = { ...goods, point, status, plan: 'PL-1', reason: 'to be looked at' };
  await plant.ask('inspections.open', input, { as: await signIn(plant, 'inspector') });
}

/** Has goods inspected while something is done. */
const inspecting =
  (goods: Goods, act: Act): Act =>
  async (set) => {
    await plan(set);
    await open(set, goods);
    return await act(set);
  };

/** The same, once something was done before. */
const first =
  (one: Act, act: Act): Act =>
  async (set) => {
    await one(set);
    return await act(set);
  };

/** Has oil inspected before it is shipped. */
const beforeShipping =
  (act: Act): Act =>
  async (set) => {
    await plan(set);
    await sign(set, 'inspections.usePlan', { plan: 'PL-1', product: 'OIL', operation: 'shipping' }, 'approved');
    return await act(set);
  };

const decideAll = async (set: PolicyPlant, { quantity }: Goods, accepts: boolean, movesLater = false) => {
  const said = accepts ? { accepted: quantity, rejected: '0' } : { accepted: '0', rejected: quantity };
  const input = { inspection: 'IN-1', reinspection: 0, ...said, movesLater };
  return await sign(set, 'inspections.decide', input, accepts ? 'released' : 'rejected');
};

type Wrap = (act: Act) => Act;
/** What a writer does with goods, with something said or done just before. */
type Doing = (goods: Goods, accepts: boolean, wrap?: Wrap) => Act;

const read = async ({ plant }: PolicyPlant): Promise<void> => {
  const readings = [{ row: 0, piece: 0, typed: 'ok' }];
  const input = { inspection: 'IN-1', reinspection: 0, mark: '.' as const, readings };
  await plant.ask('inspections.record', input, { as: await signIn(plant, 'inspector') });
};

const doing =
  (before: (set: PolicyPlant, goods: Goods, accepts: boolean) => Promise<unknown>, act: typeof before): Doing =>
  (goods, accepts, wrap = (one) => one) =>
    inspecting(goods, async (set) => {
      await before(set, goods, accepts);
      return await wrap((last) => said(act(last, goods, accepts)))(set);
    });

const ways: Readonly<Record<Extract<Writer, `inspections.${string}`>, Doing>> = {
  'inspections.decide': doing(read, decideAll),
  'inspections.moveDecided': doing(
    async (set, goods, accepts) => {
      await read(set);
      await decideAll(set, goods, accepts, true);
    },
    (set, _goods, accepts) =>
      sign(
        set,
        'inspections.moveDecided',
        { inspection: 'IN-1', reinspection: 0, tranche: 1 },
        accepts ? 'released' : 'rejected',
      ),
  ),
  'inspections.drawSample': doing(
    async () => undefined,
    async ({ plant }) => {
      const input = { inspection: 'IN-1', reinspection: 0, kind: 'used' as const, quantity: '1' };
      return await plant.ask('inspections.drawSample', input, { as: await signIn(plant, 'inspector') });
    },
  ),
  'inspections.reinspect': doing(
    (set, goods) => decideAll(set, goods, false),
    (set) => sign(set, 'inspections.reinspect', { inspection: 'IN-1', reinspection: 0 }, 'performed'),
  ),
};

const milk = { product: 'MILK', lot: 'L2', quantity: '50' };
/** What is to be decided of other goods is no matter. */
const besideOthers: Wrap = (act) => async (set) => {
  await open(set, milk, 'receipt');
  return await act(set);
};

/** The writers of inspections against every policy. */
const written = (
  ['inspections.decide', 'inspections.moveDecided', 'inspections.reinspect', 'inspections.drawSample'] as const
).flatMap((writer) => {
  const act = ways[writer];
  const accepted = act(oil, true);
  const later = '2026-06-02T00:00:00Z';
  const draws = writer === 'inspections.drawSample';
  const lies = draws ? 'STORE' : 'STORE2';
  return [
    ...cases(
      'goods on hold',
      writer,
      ['allowed', 'goods beside them', '', act(oil, true, (one) => holding(held, one))],
      draws || writer === 'inspections.reinspect'
        ? ['boundary', 'goods on hold that stay out of use', '', act(oil, true, (one) => holding(beside, one))]
        : ['refused', 'goods on hold released', 'STATUS_FORBIDS', act(oil, true, (one) => holding(beside, one))],
      ['boundary', 'goods on hold rejected', '', act(oil, false, (one) => holding(beside, one))],
    ),
    ...cases(
      'least life',
      writer,
      ['allowed', 'goods that last for ever', '', act(oil, true, (one) => asking(90, one))],
      ['boundary', 'goods that expired', '', act(milk, false, (one) => asking(90, one))],
    ),
    ...cases(
      'issued goods',
      writer,
      ['allowed', 'goods that never expire', '', accepted],
      ['boundary', 'goods that expired', '', act(milk, false)],
    ),
    ...cases(
      'posted status',
      writer,
      ['allowed', 'all of it', '', accepted],
      ['boundary', 'a part of it', '', act({ ...oil, quantity: '5' }, true)],
    ),
    ...cases(
      'active partners',
      writer,
      ['allowed', 'goods that are here', '', accepted],
      [
        'boundary',
        'those of a supplier that is inactive',
        '',
        act(oil, true, (one) => inactive('S1', '2026-01-15', one)),
      ],
    ),
    ...cases(
      'approved suppliers',
      writer,
      ['allowed', 'goods that are here', '', accepted],
      [
        'boundary',
        'those of a supplier that is blocked',
        '',
        act(oil, true, (one) => approving({ status: 'blocked' }, one)),
      ],
    ),
    ...cases(
      'serials that may move',
      writer,
      ['allowed', 'goods without serials', '', accepted],
      ['boundary', 'the same while a serial is missing', '', act(oil, true, (one) => missing('7', one))],
    ),
    ...cases(
      'status rules',
      writer,
      ['allowed', 'what the rules let through', '', accepted],
      [
        'boundary',
        'where rules let little through',
        draws ? 'STATUS_FORBIDS' : '',
        act(oil, true, (one) => ruling({ level: 'product', code: 'OIL', act: 'sample', taken: ['A*'] }, one)),
      ],
    ),
    ...cases(
      'closed locations',
      writer,
      ['allowed', 'elsewhere', '', act(oil, true, (one) => closing('QUAR', '2026-06-01', one))],
      ['refused', 'there', 'STATUS_FORBIDS', act(oil, true, (one) => closing(lies, '2026-06-01', one))],
      ['boundary', 'the day after', '', act(oil, true, (one) => closing(lies, '2026-06-01', one, later))],
    ),
    ...cases(
      'inspected goods',
      writer,
      ['allowed', 'by its own inspection', '', accepted],
      ['boundary', 'with one of other goods open', '', act(oil, true, besideOthers)],
    ),
  ];
});

const shippedThen: Act = async (set) => {
  const movements = [postedRow(row('shipment', 'OIL O1', 1, on(20)))];
  const done = await set.plant.ask('movements.post', { movements }, { as: set.warehouse });
  return await beforeShipping((one) => reverse(one, done.movements[0] ?? 0))(set);
};

const splitOff = { product: 'OIL', lot: 'Q1-P', quantity: '1' };
const mergedBack: Act = ({ plant, warehouse: as }) =>
  said(
    plant.ask(
      'lots.merge',
      { product: 'OIL', location: 'STORE', lot: 'Q1', rows: [{ lot: 'Q1-P', status: 'Q' }] },
      { as },
    ),
  );

/** What is inspected, and what is to be before it is shipped, against every writer of stock. */
export const inspectionCases: readonly PolicyCase[] = [
  ...written,
  ...cases(
    'inspected goods',
    'movements.post',
    ['allowed', 'goods without a plan', '', post('shipment', 'OIL O1', 1, on(20))],
    [
      'refused',
      'shipped before they were inspected',
      'STATUS_FORBIDS',
      beforeShipping(post('shipment', 'OIL O1', 1, '2026-06-01T12:00:00Z')),
    ],
    ['boundary', 'used up instead', '', beforeShipping(post('consumption', 'OIL O1', 1, '2026-06-01T12:00:00Z'))],
    ['boundary', 'shipped before the plan was in force', '', beforeShipping(post('shipment', 'OIL O1', 1, on(20)))],
  ),
  ...cases(
    'inspected goods',
    'movements.reverse',
    ['allowed', 'a shipment of goods without a plan', '', undo('shipment', 'OIL O1', 1, on(20))],
    ['boundary', 'a shipment of goods that have one since', '', shippedThen],
  ),
  ...inBoth((writer) =>
    cases(
      'inspected goods',
      writer,
      ['allowed', 'goods without a plan', '', imported(writer, row('shipment', 'OIL O1', 1, on(20)))],
      [
        'boundary',
        'what was shipped elsewhere',
        '',
        beforeShipping(next(imported(writer, row('shipment', 'OIL O1', 1, '2026-06-01T12:30:00Z')))),
      ],
    ),
  ),
  ...cases(
    'inspected goods',
    'lots.changeStatus',
    ['allowed', 'goods beside them', '', inspecting(milk, decided(oil))],
    ['refused', 'goods that are inspected released', 'STATUS_FORBIDS', inspecting(oil, decided(oil))],
    ['boundary', 'goods that are inspected rejected', '', inspecting(oil, decided(oil, 'R'))],
  ),
  ...cases(
    'inspected goods',
    'lots.convertTracking',
    ['allowed', 'goods beside them', '', inspecting(milk, convert('OIL'))],
    ['boundary', 'goods that are inspected', 'STATUS_FORBIDS', inspecting(oil, convert('OIL'))],
  ),
  ...cases(
    'inspected goods',
    'lots.split',
    ['allowed', 'goods beside them', '', inspecting(oil, split('O1'))],
    ['boundary', 'goods that are inspected', 'STATUS_FORBIDS', inspecting(oil, split('Q1', 'Q'))],
  ),
  ...cases(
    'inspected goods',
    'lots.merge',
    ['allowed', 'goods beside them', '', inspecting(oil, there)],
    [
      'refused',
      'goods that are inspected',
      'STATUS_FORBIDS',
      first(split('Q1', 'Q'), inspecting(splitOff, mergedBack)),
    ],
    [
      'boundary',
      'into goods that are inspected',
      '',
      first(split('Q1', 'Q'), inspecting({ ...oil, quantity: '54' }, mergedBack)),
    ],
  ),
  ...cases(
    'inspected goods',
    'lots.mergeUnlike',
    ['allowed', 'goods beside them', '', inspecting(milk, unlike)],
    ['boundary', 'goods that are inspected', 'STATUS_FORBIDS', inspecting(oil, unlike)],
  ),
  ...cases(
    'inspected goods',
    'daily.moveLot',
    ['allowed', 'goods beside them', '', inspecting(oil, fallsDue('L1'))],
    ['boundary', 'goods that are inspected', '', inspecting(milk, fallsDue('L2'))],
  ),
];
