import { on, postedRow, row } from './plantTables.ts';
import {
  post,
  imported,
  reverse,
  undo,
  decide,
  decided,
  fallsDue,
  oil,
  oilAside,
  oilInStore,
  closing,
  closingAfter,
  holding,
  holdingAfter,
  next,
  held,
  beside,
  asking,
} from './policyActs.ts';
import { cases, inBoth, type PolicyCase, quarantined } from './policyCase.ts';
import { conversionCases } from './conversionCases.ts';
import { inspectionCases } from './inspectionCases.ts';
import { partnerCases } from './partnerCases.ts';
import { serialCases } from './serialCases.ts';
import { splitCases } from './splitCases.ts';
import { statusRuleCases } from './statusRuleCases.ts';
import { supplierCases } from './supplierCases.ts';

/** Every writer of stock against every policy. Where a policy lets a writer do anything, nothing of it is refused. */
export const policyCases: readonly PolicyCase[] = [
  ...statusRuleCases,
  ...supplierCases,
  ...partnerCases,
  ...conversionCases,
  ...serialCases,
  ...splitCases,
  ...inspectionCases,
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
    'least life',
    'movements.post',
    ['allowed', 'goods that last for ever', '', asking(90, post('shipment', 'OIL O1', 1, on(20)))],
    ['boundary', 'goods that last just so long', '', asking(5, post('shipment', 'MILK L1', 1, on(7, '23:59')))],
    ['boundary', 'a minute later', 'STATUS_FORBIDS', asking(5, post('shipment', 'MILK L1', 1, on(8, '00:00')))],
    ['refused', 'goods that last too short', 'STATUS_FORBIDS', asking(90, post('shipment', 'MILK L1', 1, on(7)))],
    [
      'allowed',
      'to a customer who asks for nothing',
      '',
      asking(90, post('shipment', 'MILK L1', 1, on(7), { partner: 'C2' })),
    ],
    ['allowed', 'used up in production', '', asking(90, post('consumption', 'MILK L1', 1, on(7)))],
  ),
  ...cases(
    'least life',
    'movements.reverse',
    ['allowed', 'a shipment of goods that last for ever', '', asking(90, undo('shipment', 'OIL O1', 1, on(20)))],
    [
      'boundary',
      'a shipment of goods that are too short by now',
      '',
      async (set) => {
        const movements = [postedRow(row('shipment', 'MILK L1', 1, on(7)))];
        const done = await set.plant.ask('movements.post', { movements }, { as: set.warehouse });
        return await asking(90, (one) => reverse(one, done.movements[0] ?? 0))(set);
      },
    ],
  ),
  ...inBoth((writer) =>
    cases(
      'least life',
      writer,
      ['allowed', 'goods that last for ever', '', asking(90, imported(writer, row('shipment', 'OIL O1', 1, on(20))))],
      [
        'boundary',
        'goods that last just so long',
        '',
        asking(5, imported(writer, row('shipment', 'MILK L1', 1, on(7, '23:59')))),
      ],
      [
        'refused',
        'a minute later',
        'STATUS_FORBIDS',
        asking(5, imported(writer, row('shipment', 'MILK L1', 1, on(8, '00:00')))),
      ],
    ),
  ),
  ...cases(
    'least life',
    'lots.changeStatus',
    ['allowed', 'goods that last for ever', '', asking(90, decided(oil))],
    [
      'boundary',
      'goods that last too short',
      '',
      asking(90, decided({ product: 'MILK', lot: 'L2', quantity: '50' }, 'R')),
    ],
  ),
  ...cases(
    'least life',
    'daily.moveLot',
    ['allowed', 'released goods that expired', '', asking(90, fallsDue('L1'))],
    ['boundary', 'goods in quarantine that expired', '', asking(90, fallsDue('L2'))],
  ),

  ...cases(
    'issued goods',
    'movements.post',
    ['allowed', 'released goods that never expire', '', post('shipment', 'OIL O1', 1, on(20))],
    ['boundary', 'a lot on its last day', '', post('shipment', 'MILK L1', 1, on(12, '23:59'))],
    ['boundary', 'a lot a minute later', 'EXPIRED_LOT', post('consumption', 'MILK L1', 1, on(13, '00:00'))],
    ['boundary', 'an expired lot that is scrapped', '', post('scrap', 'MILK L1', 1, on(20))],
    ['refused', 'an expired lot that is moved', 'EXPIRED_LOT', post('transfer', 'MILK L1', 1, on(13))],
    ['boundary', 'one that is moved on its last day', '', post('transfer', 'MILK L1', 1, on(12))],
    ['boundary', 'an expired lot that is put aside', '', post('transfer', 'MILK L1', 1, on(13), { to: 'QUAR' })],
  ),
  ...inBoth((writer) =>
    cases(
      'issued goods',
      writer,
      ['allowed', 'released goods that never expire', '', imported(writer, row('shipment', 'OIL O1', 1, on(20)))],
      ['boundary', 'an expired lot that lay elsewhere', '', imported(writer, row('transfer', 'MILK L1', 1, on(20)))],
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
  ...cases(
    'goods on hold',
    'daily.moveLot',
    ['allowed', 'goods beside them', '', holding(held, fallsDue('L1'))],
    ['boundary', 'expired goods on hold', '', holding({ product: 'MILK', lot: 'L1' }, fallsDue('L1'))],
  ),
];
