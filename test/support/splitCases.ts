import type { Inputs } from '#shared/contract.ts';
import { signature } from './people.ts';
import { on, postedRow, row } from './plantTables.ts';
import {
  type Act,
  asking,
  beside,
  closing,
  decide,
  held,
  holding,
  missing,
  oilAside,
  oilInStore,
  ruling,
  said,
} from './policyActs.ts';
import { cases, type PolicyCase } from './policyCase.ts';

type Merge = Inputs['lots']['merge'];

export const split =
  (lot: string, status = 'A', product = 'OIL'): Act =>
  ({ plant, warehouse: as }) =>
    said(
      plant.ask(
        'lots.split',
        { product, lot, location: 'STORE', status, rows: [{ lot: `${lot}-P`, quantity: '1' }] },
        { as },
      ),
    );

const merge =
  (input: Omit<Merge, 'location'>): Act =>
  ({ plant, warehouse: as }) =>
    said(plant.ask('lots.merge', { location: 'STORE', ...input }, { as }));

const decideMerge =
  (input: Omit<Merge, 'location'>): Act =>
  ({ plant, quality: as }) =>
    said(
      (async () => {
        const asked = { location: 'STORE', ...input, reason: 'too little to store apart' };
        const { token } = await plant.ask(
          'signing.prepare',
          { operation: 'lots.mergeUnlike', input: asked, language: 'en' },
          { as },
        );
        const signed = { ...asked, signature: signature('qualityManager', 'performed'), token };
        return await plant.send('lots.mergeUnlike', signed, { as });
      })(),
    );

/** Does one thing before another. */
const after =
  (first: Act, act: Act): Act =>
  async (set) => {
    await first(set);
    return await act(set);
  };

const received =
  (goods: string, at: string): Act =>
  ({ plant, warehouse: as }) =>
    said(plant.ask('movements.post', { movements: [postedRow(row('receipt', goods, 5, at))] }, { as }));

const back = merge({ product: 'OIL', lot: 'O1', rows: [{ lot: 'O1-P', status: 'A' }] });
/** What was split off O1 goes back into it. */
export const there = after(split('O1'), back);
export const unlike = decideMerge({ product: 'OIL', lot: 'O1', rows: [{ lot: 'Q1', status: 'Q', quantity: '1' }] });
const fresh = received('MILK F1', '2026-06-01T11:00:00Z');
const freshBack = merge({ product: 'MILK', lot: 'F1', rows: [{ lot: 'F1-P', status: 'A' }] });
const inTwo = after(received('MILK L8', on(2)), received('MILK L9', on(2)));
/** L1 has another day of retest than those of its day. */
const intoL1 = { product: 'MILK', lot: 'L1', rows: [{ lot: 'L8', status: 'A' }] };
const inQuarantine = decideMerge({
  ...{ product: 'OIL', lot: 'N1' },
  rows: [
    { lot: 'Q1', status: 'Q', quantity: '1' },
    { lot: 'O1', status: 'A', quantity: '1' },
  ],
});
const assigning = (code: string, taken: string[]) => ({ level: 'product', code, act: 'assign', taken });
const partRejected: Act = async (set) => {
  await decide(set, oilInStore);
  await decide(set, oilAside, 'R');
  return await merge({ product: 'OIL', lot: 'Q1', rows: [{ lot: 'O1', status: 'A', quantity: '1' }] })(set);
};

/** What makes goods of one lot goods of another, against every policy. */
export const splitCases: readonly PolicyCase[] = [
  ...cases(
    'goods on hold',
    'lots.split',
    ['allowed', 'goods beside them', '', holding(beside, split('O1'))],
    ['refused', 'goods on hold', 'STATUS_FORBIDS', holding(held, split('O1'))],
    ['boundary', 'with a hold on another location', '', holding({ location: 'STORE2' }, split('O1'))],
  ),
  ...cases(
    'goods on hold',
    'lots.merge',
    ['allowed', 'goods beside them', '', holding(beside, there)],
    [
      'boundary',
      'what was split off goods that are held since',
      'STATUS_FORBIDS',
      after(split('O1'), holding(held, back)),
    ],
  ),
  ...cases(
    'goods on hold',
    'lots.mergeUnlike',
    ['allowed', 'goods beside them', '', holding({ product: 'MILK', lot: 'L1' }, unlike)],
    ['refused', 'into goods on hold', 'STATUS_FORBIDS', holding(held, unlike)],
    ['refused', 'out of goods on hold', 'STATUS_FORBIDS', holding(beside, unlike)],
    ['boundary', 'with a hold on another location', '', holding({ location: 'STORE2' }, unlike)],
  ),

  ...cases(
    'least life',
    'lots.split',
    ['allowed', 'goods that last for ever', '', asking(90, split('O1'))],
    ['boundary', 'goods that last too short', '', after(fresh, asking(90, split('F1', 'A', 'MILK')))],
  ),
  ...cases(
    'least life',
    'lots.merge',
    ['allowed', 'goods that last for ever', '', asking(90, there)],
    ['boundary', 'goods that last too short', '', after(fresh, after(split('F1', 'A', 'MILK'), asking(90, freshBack)))],
  ),
  ...cases(
    'least life',
    'lots.mergeUnlike',
    ['allowed', 'goods that last for ever', '', asking(90, unlike)],
    ['boundary', 'goods in quarantine', '', asking(90, inQuarantine)],
  ),

  ...cases(
    'issued goods',
    'lots.split',
    ['allowed', 'goods that never expire', '', split('O1')],
    ['refused', 'an expired lot', 'EXPIRED_LOT', split('L1', 'A', 'MILK')],
    ['boundary', 'a lot that has not expired', '', after(fresh, split('F1', 'A', 'MILK'))],
  ),
  ...cases(
    'issued goods',
    'lots.merge',
    ['allowed', 'goods that never expire', '', there],
    ['refused', 'expired lots', 'EXPIRED_LOT', after(inTwo, merge({ ...intoL1, lot: 'L9' }))],
    ['boundary', 'lots that have not expired', '', after(fresh, after(split('F1', 'A', 'MILK'), freshBack))],
  ),
  ...cases(
    'issued goods',
    'lots.mergeUnlike',
    ['allowed', 'goods that never expire', '', unlike],
    ['boundary', 'expired lots', 'EXPIRED_LOT', after(inTwo, decideMerge(intoL1))],
  ),

  ...cases(
    'posted status',
    'lots.split',
    ['allowed', 'released goods', '', split('O1')],
    ['boundary', 'goods in quarantine, which stay there', '', split('Q1', 'Q')],
  ),
  ...cases(
    'posted status',
    'lots.merge',
    ['allowed', 'released goods', '', there],
    ['boundary', 'released goods into a lot that was rejected in part', 'FORBIDDEN', partRejected],
  ),
  ...cases(
    'posted status',
    'lots.mergeUnlike',
    ['allowed', 'a decision', '', unlike],
    ['boundary', 'a decision that makes a new lot', '', inQuarantine],
  ),

  ...cases(
    'status rules',
    'lots.split',
    ['allowed', 'what the rules let through', '', split('O1')],
    ['refused', 'what a rule keeps back', 'STATUS_FORBIDS', ruling(assigning('OIL', ['Q*']), split('O1'))],
    ['boundary', 'another product by that rule', '', ruling(assigning('MILK', ['Q*']), split('O1'))],
  ),
  ...cases(
    'status rules',
    'lots.merge',
    ['allowed', 'what the rules let through', '', there],
    [
      'boundary',
      'what a rule keeps back',
      'STATUS_FORBIDS',
      after(split('O1'), ruling(assigning('OIL', ['Q*']), back)),
    ],
  ),
  ...cases(
    'status rules',
    'lots.mergeUnlike',
    ['allowed', 'what the rules let through', '', ruling(assigning('OIL', ['Q*']), unlike)],
    ['boundary', 'what a rule keeps back', 'STATUS_FORBIDS', ruling(assigning('OIL', ['A*']), unlike)],
  ),

  ...(
    [
      ['lots.split', (close) => close(split('O1'))],
      ['lots.merge', (close) => after(split('O1'), close(back))],
      ['lots.mergeUnlike', (close) => close(unlike)],
    ] satisfies [PolicyCase['writer'], (close: (act: Act) => Act) => Act][]
  ).flatMap(([writer, act]) =>
    cases(
      'closed locations',
      writer,
      ['allowed', 'elsewhere', '', act((one) => closing('STORE2', '2026-06-01', one))],
      ['refused', 'there', 'STATUS_FORBIDS', act((one) => closing('STORE', '2026-06-01', one))],
      ['boundary', 'the day after', '', act((one) => closing('STORE', '2026-06-01', one, '2026-06-02T00:00:00Z'))],
    ),
  ),

  ...(
    [
      ['lots.split', split('O1')],
      ['lots.merge', there],
      ['lots.mergeUnlike', unlike],
    ] as const
  ).flatMap(([writer, act]) =>
    cases(
      'serials that may move',
      writer,
      ['allowed', 'goods without serials', '', act],
      ['boundary', 'the same while a serial is missing', '', missing('7', act)],
    ),
  ),
];
