import { type Act, asking, beside, closing, held, holding, missing, ruling, said } from './policyActs.ts';
import { cases, type PolicyCase } from './policyCase.ts';
import { signature } from './people.ts';

/** What lies of the two products, each line with the sublot that it gets. */
const lying = {
  OIL: [
    { lot: 'O1', location: 'STORE', status: 'A', quantity: '50' },
    { lot: 'Q1', location: 'STORE', status: 'Q', quantity: '50' },
    { lot: 'Q1', location: 'STORE2', status: 'Q', quantity: '5' },
  ],
  MILK: [
    { lot: 'L1', location: 'STORE', status: 'A', quantity: '50' },
    { lot: 'L2', location: 'STORE', status: 'Q', quantity: '50' },
  ],
};

/** Has a product's goods told apart by sublots from now on. */
export const convert =
  (product: keyof typeof lying): Act =>
  async ({ plant, quality: as }) => {
    const rows = lying[product].map((line) => ({ ...line, sublot: '1' }));
    const input = { product, lotTracking: 'lot-sublot', serialTracking: 'none', version: 1, rows, reason: 'by barrel' };
    const { token } = await plant.ask(
      'signing.prepare',
      { operation: 'lots.convertTracking', input, language: 'en' },
      { as },
    );
    const signed = { ...input, signature: signature('qualityManager', 'approved'), token };
    return await said(plant.send('lots.convertTracking', signed, { as }));
  };

const named = { level: 'product', code: 'OIL', act: 'assign' };

/** The conversion of a product against every policy: its goods get names where they lie. */
export const conversionCases: readonly PolicyCase[] = [
  ...cases(
    'status rules',
    'lots.convertTracking',
    ['allowed', 'goods that any may be named', '', convert('OIL')],
    [
      'refused',
      'goods that a rule lets nobody name',
      'STATUS_FORBIDS',
      ruling({ ...named, taken: ['A*'] }, convert('OIL')),
    ],
    ['boundary', 'goods that it lets be named', '', ruling({ ...named, taken: ['A*', 'Q*'] }, convert('OIL'))],
  ),
  ...cases(
    'goods on hold',
    'lots.convertTracking',
    ['allowed', 'goods beside them', '', holding(held, convert('MILK'))],
    ['boundary', 'goods on hold, which stay where they are', '', holding(beside, convert('OIL'))],
  ),
  ...cases(
    'posted status',
    'lots.convertTracking',
    ['allowed', 'released goods that stay so', '', convert('OIL')],
    ['boundary', 'goods in quarantine that stay so', '', convert('MILK')],
  ),
  ...cases(
    'issued goods',
    'lots.convertTracking',
    ['allowed', 'goods that never expire', '', convert('OIL')],
    ['boundary', 'goods that expired, where they lie', '', convert('MILK')],
  ),
  ...cases(
    'least life',
    'lots.convertTracking',
    ['allowed', 'goods that last for ever', '', asking(90, convert('OIL'))],
    ['boundary', 'goods that expired', '', asking(90, convert('MILK'))],
  ),
  ...cases(
    'serials that may move',
    'lots.convertTracking',
    ['allowed', 'goods that have no serials', '', convert('OIL')],
    ['boundary', 'the same while a serial is missing', '', missing('7', convert('MILK'))],
  ),
  ...cases(
    'closed locations',
    'lots.convertTracking',
    ['allowed', 'elsewhere', '', closing('STORE2', '2026-06-01', convert('MILK'))],
    ['refused', 'in one that is closed', 'STATUS_FORBIDS', closing('STORE2', '2026-06-01', convert('OIL'))],
    ['boundary', 'in one that was until yesterday', '', closing('STORE2', '2026-05-31', convert('OIL'))],
  ),
];
