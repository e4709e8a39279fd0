import { on, row } from './plantTables.ts';
import { decided, fallsDue, imported, next, oil, post, rejected, ruling, samplingBefore, undo } from './policyActs.ts';
import { cases, inBoth, type PolicyCase, quarantined } from './policyCase.ts';

const inR = (to = 'STORE2') => ({ status_from: 'R', status: 'R', to });
const released = { level: 'product', code: 'OIL', act: 'sample', taken: ['A*'] };

/** Every writer of stock against the rules on statuses. */
export const statusRuleCases: readonly PolicyCase[] = [
  ...cases(
    'status rules',
    'movements.post',
    ['allowed', 'released goods shipped', '', ruling(released, post('shipment', 'OIL O1', 1, on(20)))],
    ['refused', 'goods in quarantine shipped', 'STATUS_FORBIDS', post('shipment', 'OIL Q1', 1, on(20), quarantined)],
    [
      'refused',
      'rejects moved',
      'STATUS_FORBIDS',
      rejected(post('transfer', 'OIL Q1', 1, '2026-06-01T12:00:00Z', inR())),
    ],
    [
      'boundary',
      'rejects moved into quarantine',
      '',
      rejected(post('transfer', 'OIL Q1', 1, '2026-06-01T12:00:00Z', inR('QUAR'))),
    ],
    ['boundary', 'goods in quarantine sampled', '', post('sample', 'OIL Q1', 1, on(20), quarantined)],
    [
      'boundary',
      'the same by a rule of the product',
      'STATUS_FORBIDS',
      ruling(released, post('sample', 'OIL Q1', 1, on(20), quarantined)),
    ],
    [
      'boundary',
      'another product by that rule',
      '',
      ruling({ ...released, code: 'MILK' }, post('sample', 'OIL Q1', 1, on(20), quarantined)),
    ],
  ),
  ...cases(
    'status rules',
    'movements.reverse',
    ['allowed', 'what the rules let through', '', undo('sample', 'OIL O1', 1, on(20))],
    ['boundary', 'what a rule made since keeps back', '', samplingBefore(released)],
  ),
  ...inBoth((writer) =>
    cases(
      'status rules',
      writer,
      ['allowed', 'released goods shipped', '', imported(writer, row('shipment', 'OIL O1', 1, on(20)))],
      [
        'refused',
        'goods in quarantine shipped',
        'STATUS_FORBIDS',
        imported(writer, row('shipment', 'OIL Q1', 1, on(20), quarantined)),
      ],
      [
        'boundary',
        'sampled before the rule was made',
        '',
        ruling(released, next(imported(writer, row('sample', 'OIL Q1', 1, '2026-06-01T11:59:59Z', quarantined)))),
      ],
      [
        'boundary',
        'sampled since',
        'STATUS_FORBIDS',
        ruling(released, next(imported(writer, row('sample', 'OIL Q1', 1, '2026-06-01T12:30:00Z', quarantined)))),
      ],
    ),
  ),
  ...cases(
    'status rules',
    'lots.changeStatus',
    ['allowed', 'a decision', '', decided(oil)],
    ['boundary', 'a decision where rules let little through', '', ruling(released, decided(oil))],
  ),
  ...cases(
    'status rules',
    'daily.moveLot',
    ['allowed', 'released goods that expired', '', fallsDue('L1')],
    ['boundary', 'those where rules let little through', '', ruling({ ...released, code: 'MILK' }, fallsDue('L2'))],
  ),
];
