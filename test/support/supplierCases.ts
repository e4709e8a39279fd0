import { convert } from './conversionCases.ts';
import { signature } from './people.ts';
import { on, row } from './plantTables.ts';
import { type Act, decided, fallsDue, imported, next, oil, post, undo } from './policyActs.ts';
import { cases, inBoth, type PolicyCase } from './policyCase.ts';
import { split, there, unlike } from './splitCases.ts';

/** Has something signed before something is done. */
const signing =
  (operation: 'suppliers.saveApproval' | 'suppliers.saveRule', given: object, act: Act): Act =>
  async (set) => {
    const input = { ...given, reason: 'the quality office says so' };
    const asked = { operation, input, language: 'en' } as const;
    const { token } = await set.plant.ask('signing.prepare', asked, { as: set.quality });
    const signed = { ...input, signature: signature('qualityManager', 'approved'), token };
    await set.plant.send(operation, signed, { as: set.quality });
    return await act(set);
  };
const until = { partner: 'S1', level: 'product', code: 'OIL', validFrom: '2026-01-10', validUntil: '2026-01-20' };
export const approving = (more: object, act: Act): Act =>
  signing('suppliers.saveApproval', { ...until, status: 'approved', ...more }, act);
const receiving = (how: 'quarantine' | 'refuse', act: Act): Act =>
  signing('suppliers.saveRule', { level: 'site', act: how }, act);
const inQ = { status: 'Q' };

/** Every writer of stock against the approved suppliers. */
export const supplierCases: readonly PolicyCase[] = [
  ...cases(
    'approved suppliers',
    'movements.post',
    ['allowed', 'nothing is said', '', post('receipt', 'OIL N1', 1, on(15))],
    ['allowed', 'approved', '', receiving('refuse', approving({}, post('receipt', 'OIL N1', 1, on(15))))],
    ['refused', 'not approved', 'STATUS_FORBIDS', receiving('refuse', post('receipt', 'OIL N1', 1, on(15)))],
    ['refused', 'blocked', 'STATUS_FORBIDS', approving({ status: 'blocked' }, post('receipt', 'OIL N1', 1, on(15)))],
    [
      'refused',
      'on a condition, as released',
      'STATUS_FORBIDS',
      approving({ status: 'conditional' }, post('receipt', 'OIL N1', 1, on(15))),
    ],
    [
      'boundary',
      'on a condition, into quarantine',
      '',
      approving({ status: 'conditional' }, post('receipt', 'OIL N1', 1, on(15), inQ)),
    ],
    [
      'boundary',
      'on the last day',
      '',
      receiving('refuse', approving({}, post('receipt', 'OIL N1', 1, on(20, '23:59')))),
    ],
    [
      'boundary',
      'the day after',
      'STATUS_FORBIDS',
      receiving('refuse', approving({}, post('receipt', 'OIL N1', 1, on(21, '00:00')))),
    ],
    [
      'boundary',
      'the day before the first',
      'STATUS_FORBIDS',
      receiving('refuse', approving({}, post('receipt', 'OIL N1', 1, on(9, '23:59')))),
    ],
    [
      'boundary',
      'not approved, into quarantine',
      '',
      receiving('quarantine', post('receipt', 'OIL N1', 1, on(15), inQ)),
    ],
    [
      'boundary',
      'another supplier',
      'STATUS_FORBIDS',
      receiving('refuse', approving({}, post('receipt', 'OIL N1', 1, on(15), { partner: 'S2' }))),
    ],
  ),
  ...cases(
    'approved suppliers',
    'movements.reverse',
    ['allowed', 'a receipt', '', undo('receipt', 'OIL N1', 1, on(15))],
    ['boundary', 'a receipt into quarantine', '', receiving('quarantine', undo('receipt', 'OIL N1', 1, on(15), inQ))],
  ),
  ...inBoth((writer) =>
    cases(
      'approved suppliers',
      writer,
      ['allowed', 'nothing is said', '', imported(writer, row('receipt', 'OIL N1', 1, on(15)))],
      [
        'boundary',
        'received before it was said',
        '',
        receiving('refuse', next(imported(writer, row('receipt', 'OIL N1', 1, '2026-06-01T11:59:59Z')))),
      ],
      [
        'refused',
        'received since',
        'STATUS_FORBIDS',
        receiving('refuse', next(imported(writer, row('receipt', 'OIL N1', 1, '2026-06-01T12:30:00Z')))),
      ],
    ),
  ),
  ...cases(
    'approved suppliers',
    'lots.changeStatus',
    ['allowed', 'a decision', '', decided(oil)],
    ['boundary', 'goods of a supplier that is blocked', '', approving({ status: 'blocked' }, decided(oil))],
  ),
  ...cases(
    'approved suppliers',
    'lots.convertTracking',
    ['allowed', 'goods that are named', '', convert('OIL')],
    ['boundary', 'those of a supplier that is blocked', '', approving({ status: 'blocked' }, convert('OIL'))],
  ),
  ...(
    [
      ['lots.split', split('O1')],
      ['lots.merge', there],
      ['lots.mergeUnlike', unlike],
    ] as const
  ).flatMap(([writer, act]) =>
    cases(
      'approved suppliers',
      writer,
      ['allowed', 'goods that are here', '', act],
      ['boundary', 'those of a supplier that is blocked', '', approving({ status: 'blocked' }, act)],
    ),
  ),
  ...cases(
    'approved suppliers',
    'daily.moveLot',
    ['allowed', 'goods that expired', '', fallsDue('L1')],
    ['boundary', 'those of a supplier not approved', '', receiving('refuse', fallsDue('L1'))],
  ),
];
