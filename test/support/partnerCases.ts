import { convert } from './conversionCases.ts';
import { on, row } from './plantTables.ts';
import { decided, fallsDue, imported, inactive, oil, post, undo } from './policyActs.ts';
import { cases, inBoth, type PolicyCase } from './policyCase.ts';
import { split, there, unlike } from './splitCases.ts';

const from = '2026-01-15';

/** Every writer of stock against partners that are not in use any more. */
export const partnerCases: readonly PolicyCase[] = [
  ...cases(
    'active partners',
    'movements.post',
    ['allowed', 'from another', '', inactive('S2', from, post('receipt', 'OIL N1', 1, on(20)))],
    ['boundary', 'on the day before', '', inactive('S1', from, post('receipt', 'OIL N1', 1, on(14, '23:59')))],
    ['boundary', 'on the day', 'STATUS_FORBIDS', inactive('S1', from, post('receipt', 'OIL N1', 1, on(15, '00:00')))],
    ['refused', 'shipped to it', 'STATUS_FORBIDS', inactive('C1', from, post('shipment', 'OIL O1', 1, on(20)))],
    ['allowed', 'used up in production', '', inactive('S1', from, post('consumption', 'OIL O1', 1, on(20)))],
  ),
  ...cases(
    'active partners',
    'movements.reverse',
    ['allowed', 'a shipment', '', undo('shipment', 'OIL O1', 1, on(20))],
    ['boundary', 'one before the day', '', inactive('C1', from, undo('shipment', 'OIL O1', 1, on(14)))],
  ),
  ...inBoth((writer) =>
    cases(
      'active partners',
      writer,
      [
        'allowed',
        'before it was inactive',
        '',
        inactive('C1', from, imported(writer, row('shipment', 'OIL O1', 1, on(14, '23:59')))),
      ],
      [
        'refused',
        'shipped to it since',
        'STATUS_FORBIDS',
        inactive('C1', from, imported(writer, row('shipment', 'OIL O1', 1, on(20)))),
      ],
      [
        'boundary',
        'on the very day',
        'STATUS_FORBIDS',
        inactive('C1', from, imported(writer, row('shipment', 'OIL O1', 1, on(15, '00:00')))),
      ],
    ),
  ),
  ...(
    [
      ['lots.changeStatus', decided(oil)],
      ['lots.convertTracking', convert('OIL')],
      ['lots.split', split('O1')],
      ['lots.merge', there],
      ['lots.mergeUnlike', unlike],
      ['daily.moveLot', fallsDue('L1')],
    ] as const
  ).flatMap(([writer, act]) =>
    cases(
      'active partners',
      writer,
      ['allowed', 'goods that are here', '', act],
      ['boundary', 'those of a supplier that is inactive', '', inactive('S1', from, act)],
    ),
  ),
];
