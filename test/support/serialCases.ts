import { on, postedRow, row } from './plantTables.ts';
import {
  type Act,
  atSubcontractor,
  decided,
  fallsDue,
  imported,
  missing,
  next,
  oil,
  post,
  reportedMissing,
  reverse,
  undo,
} from './policyActs.ts';
import { cases, inBoth, type PolicyCase } from './policyCase.ts';

const motor = 'MOTOR #7';
const writtenOff = { from: 'STORE', status_from: 'A', to: '', status: '' };

/** Undoes a shipment of a motor that was reported missing since. */
const missedSince: Act = async (set) => {
  await post('receipt', motor, 1, on(3))(set);
  const movements = [postedRow(row('shipment', motor, 1, on(4)))];
  const done = await set.plant.ask('movements.post', { movements }, { as: set.warehouse });
  return await reportedMissing('7', (one) => reverse(one, done.movements[0] ?? 0))(set);
};

const found: Act = async (set) => {
  const input = { product: 'MOTOR', serial: '7', reason: 'it lay behind the shelf' };
  await set.plant.send('serials.reportFound', input, { as: set.warehouse });
  return await post('shipment', motor, 1, on(20))(set);
};

/** A serial that may move or not, against every writer of stock. */
export const serialCases: readonly PolicyCase[] = [
  ...cases(
    'serials that may move',
    'movements.post',
    ['allowed', 'a serial beside it', '', missing('8', post('receipt', motor, 1, on(20)))],
    ['refused', 'a missing serial shipped', 'STATUS_FORBIDS', missing('7', post('shipment', motor, 1, on(20)))],
    ['refused', 'a missing serial moved', 'STATUS_FORBIDS', missing('7', post('transfer', motor, 1, on(20)))],
    ['boundary', 'a missing serial written off', '', missing('7', post('adjustment', motor, 1, on(20), writtenOff))],
    ['boundary', 'a serial that was found', '', missing('7', found)],
    [
      'refused',
      'one of a group used up at a subcontractor',
      'STATUS_FORBIDS',
      atSubcontractor('P7', post('consumption', 'PUMP #P7', 1, on(20), { from: 'SUB' })),
    ],
    [
      'boundary',
      'the same brought back',
      '',
      atSubcontractor('P7', post('transfer', 'PUMP #P7', 1, on(20), { from: 'SUB', to: 'STORE' })),
    ],
  ),
  ...cases(
    'serials that may move',
    'movements.reverse',
    ['allowed', 'a receipt of a serial', '', undo('receipt', motor, 1, on(20))],
    ['boundary', 'a shipment of one that is missing since', '', missedSince],
  ),
  ...inBoth((writer) =>
    cases(
      'serials that may move',
      writer,
      ['allowed', 'a serial beside it', '', missing('8', imported(writer, row('receipt', motor, 1, on(20))))],
      [
        'refused',
        'a missing serial shipped',
        'STATUS_FORBIDS',
        missing('7', next(imported(writer, row('shipment', motor, 1, '2026-06-01T12:30:00Z')))),
      ],
      [
        'boundary',
        'shipped before it was missed',
        '',
        missing('7', next(imported(writer, row('shipment', motor, 1, '2026-06-01T11:59:59Z')))),
      ],
    ),
  ),
  ...cases(
    'serials that may move',
    'lots.changeStatus',
    ['allowed', 'goods without serials', '', decided(oil)],
    [
      'boundary',
      'a missing serial rejected',
      '',
      missing('7', decided({ product: 'MOTOR', serial: '7', quantity: '1' }, 'R'), { status: 'Q' }),
    ],
  ),
  ...cases(
    'serials that may move',
    'daily.moveLot',
    ['allowed', 'released goods that expired', '', fallsDue('L1')],
    ['boundary', 'the same while a serial is missing', '', missing('7', fallsDue('L2'))],
  ),
];
