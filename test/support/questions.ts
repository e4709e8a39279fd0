import type { TestApp } from './app.ts';

const milk = { product: 'MILK', lot: 'L1' };
const suspects = [milk];
const trace = { roots: [milk], direction: 'downstream' };

/** The entry of a backup that is made first of all in a plant that is asked. */
const backupEntry = 2;

/** One call of each query. Those of sessions and jobs tell nothing of what the store holds. */
export const questions = (folder: string): Readonly<Record<string, unknown>> => ({
  'people.list': {},
  'people.listAdministrators': {},
  'people.listRoles': {},
  'people.recoveryCode': {},
  'people.listAuthorisations': {},
  'people.getSettings': {},
  'people.listSignatures': { record: 'product', parts: ['MILK'] },
  'people.listViews': { list: 'lots' },
  'audit.list': { limit: 10 },
  'audit.get': { seq: 1 },
  'audit.versions': { record: 'partner', key: ['S1'] },
  'audit.verify': {},
  'audit.listReviews': {},
  'backups.list': {},
  'backups.compare': { entry: backupEntry },
  'products.get': { code: 'MILK' },
  'products.list': { limit: 500 },
  'products.listWithStock': { limit: 50 },
  'partners.get': { code: 'C1' },
  'partners.list': { search: 's' },
  'partners.listWithDeliveries': { sort: '-lastReceipt' },
  'locations.get': { code: 'STORE' },
  'locations.listAway': {},
  'locations.listSites': {},
  'locations.listWithStock': { limit: 50 },
  'numbering.listRules': {},
  'numbering.ofProduct': { product: 'MILK' },
  'numbering.tryPattern': { pattern: 'LOT-{###}' },
  'numbering.plan': { product: 'MILK', of: 'lots', from: { first: 'N-1', count: 3 } },
  'statuses.list': {},
  'statuses.ofProduct': { product: 'MILK', supplier: 'S1' },
  'holds.list': { limit: 50 },
  'holds.onGoods': milk,
  'holds.preview': { targets: [{ product: 'MILK', lot: 'L1' }] },
  'labels.list': { limit: 50 },
  'labels.ofUnit': milk,
  'labels.preview': { units: [milk], kind: 'goods' },
  'suppliers.list': { limit: 50 },
  'suppliers.about': { product: 'MILK' },
  'suppliers.listEnding': {},
  'suppliers.rules': {},
  'movements.log': { unit: milk },
  'products.settings': { level: 'product', code: 'MILK' },
  'products.listCategories': {},
  'products.listAttributes': {},
  'inspections.plans': { limit: 50 },
  'inspections.plan': { plan: 'PL-1' },
  'inspections.planFor': { product: 'MILK' },
  'inspections.planTables': {},
  'inspections.planReadings': { plan: 'PL-1', planVersion: 1 },
  'inspections.planSamples': { plan: 'PL-1', planVersion: 1, lotSize: 500 },
  'inspections.list': { limit: 50 },
  'inspections.due': { limit: 50 },
  'inspections.samples': { limit: 50 },
  'inspections.get': { inspection: 'IN-1' },
  'inspections.onFormer': { plan: 'PL-1' },
  'inspections.onGoods': { product: 'MILK', lot: 'L1' },
  'attachments.list': { limit: 50 },
  'attachments.ofOwner': milk,
  'lots.list': { sort: '-lot', status: ['A'], limit: 30 },
  'lots.previewConversion': { product: 'OIL', lotTracking: 'mandatory', serialTracking: 'none' },
  'lots.getDates': { product: milk.product, lot: milk.lot },
  'lots.lyingAt': { product: milk.product, location: 'STORE' },
  'lots.previewMerge': { product: milk.product, location: 'STORE', lot: 'L1', rows: [{ lot: 'X1', status: 'A' }] },
  'lots.previewStatus': { ...milk, statusFrom: 'A', statusTo: 'R' },
  'serials.list': { where: ['plant'], limit: 30 },
  'serials.get': { product: 'MOTOR', serial: '1' },
  'serials.listMissing': {},
  'serials.listWarrantyRules': {},
  'movements.list': { unit: milk, limit: 20 },
  'movements.listBalances': { limit: 500 },
  'movements.listDocuments': { limit: 50 },
  'trace.get': trace,
  'trace.view': { ...trace, limit: 5 },
  'trace.picture': trace,
  'recalls.simulate': { suspects },
  'recalls.view': { suspects, limit: 5 },
  'recalls.listDeliveries': { suspects, customer: 'C1' },
  'recalls.listDropped': { from: { suspects }, to: { suspects, dated: true } },
  'reports.list': {},
  'reports.preview': { report: 'massBalance', parameters: { from: '2026-01-01', until: '2026-12-31' } },
  'reports.listIssued': {},
  'reports.listSchedules': {},
  'reports.compare': { number: 1 },
  'reports.draw': { report: 'recall', parameters: { question: { suspects } }, format: 'xlsx' },
  'exchange.preview': { source: { kind: 'path', path: folder } },
  'signing.prepare': {
    operation: 'products.edit',
    input: { code: 'MILK', version: 1, change: { name: 'Whole milk' }, reason: 'as on the label' },
    language: 'en',
  },
  'dossier.get': milk,
  'dossier.checkSerial': { text: '1' },
  'dossier.find': { text: 'L1' },
  'daily.list': { what: ['expiry'], limit: 30 },
  'daily.due': { asOf: '2026-03-01' },
  'daily.calendar': { month: '2026-03' },
  'daily.state': {},
  'today.list': { today: '2026-03-01' },
  'today.days': { today: '2026-03-01' },
});
export const ofSessions = [
  // Of a file that is attached, whose content never changes.
  'attachments.fetch',
  'audit.changesSince',
  // Of a backup that was handed over, by its id alone.
  'backups.examine',
  // Of a workbook that was handed over, by its id alone.
  'exchange.readTable',
  'jobs.list',
  'people.whoAmI',
  'people.showSetUpCode',
  'people.mayDo',
];

/** An answer as text, without the name a document got for this one time. */
export async function answerOf(plant: TestApp, operation: string, input: unknown): Promise<string> {
  const reply = await plant.send(operation, input);
  return JSON.stringify(reply, (key, value: unknown) => (key === 'document' && isDrawn(operation) ? '' : value));
}

const isDrawn = (operation: string): boolean => operation.startsWith('reports.');

type Answers = Record<string, string>;

export async function allAnswers(plant: TestApp, asked: Readonly<Record<string, unknown>>): Promise<Answers> {
  const answers: Answers = {};
  for (const [operation, input] of Object.entries(asked)) answers[operation] = await answerOf(plant, operation, input);
  return answers;
}
