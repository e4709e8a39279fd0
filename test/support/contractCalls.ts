import { demoPassword } from '#shared/people/vocabulary.ts';
import { standardSettings } from '#shared/settings/standardSettings.ts';
import { blankPartner } from './partners.ts';
import { planWritten } from './planRows.ts';
import { soap } from './productValues.ts';

export type Lot = { product: string; lot: string; location: string; status: string };

export const buildScrap = ({ product, lot, location, status }: Lot, document: string, quantity = '0.5') => ({
  kind: 'scrap',
  document,
  product,
  lot,
  quantity,
  from: location,
  statusFrom: status,
});

const merging = { product: 'X', location: 'Y', lot: 'N', rows: [{ lot: 'L', status: 'A' }] };
const reason = 'for the sake of it';
const yearRule = { level: 'site', code: '', validFrom: '2026-01-01', months: 12, starts: 'delivery' };

/** What a call of each operation may look like, given a lot of the demo plant. A new operation needs a line here. */
export const questions = (lot: Lot): Readonly<Record<string, unknown>> => ({
  'jobs.list': {},
  'jobs.cancel': { id: 'nothing-runs-under-this' },
  'people.whoAmI': {},
  'people.showSetUpCode': {},
  'people.list': {},
  'people.recoveryCode': {},
  'people.listAdministrators': {},
  'people.listRoles': {},
  'people.listAuthorisations': {},
  'people.mayDo': { user: 'vera' },
  'people.getSettings': {},
  'signing.prepare': {
    operation: 'products.edit',
    input: { code: lot.product, version: 1, change: { category: 'SIGNED' }, reason: 'to be read' },
    language: 'de',
  },
  'people.listSignatures': { record: 'product', parts: [lot.product] },
  'people.listViews': { list: 'lots' },
  'people.saveView': { list: 'lots', name: 'Mine', question: { sort: 'lot' } },
  'audit.list': { limit: 10 },
  'audit.get': { seq: 1 },
  'audit.versions': { record: 'lot', key: [lot.product, lot.lot, ''] },
  'audit.verify': {},
  'audit.listReviews': {},
  'backups.make': {},
  'backups.drill': {},
  'backups.list': {},
  'products.get': { code: lot.product },
  'products.list': { limit: 500 },
  'products.listWithStock': { sort: '-nextExpiry', nextExpiry: 'next90' },
  'partners.list': { search: 'a' },
  'partners.listWithDeliveries': { kind: ['supplier'] },
  'locations.listAway': {},
  'locations.listSites': {},
  'locations.listWithStock': { status: ['A'] },
  'numbering.listRules': {},
  'numbering.ofProduct': { product: lot.product },
  'numbering.tryPattern': { pattern: 'LOT-{###}' },
  'numbering.plan': { product: lot.product, of: 'lots', from: { first: 'N-1', count: 3 } },
  'statuses.list': {},
  'statuses.ofProduct': { product: lot.product },
  'labels.list': { sort: '-printedAt' },
  'labels.ofUnit': { product: lot.product, lot: lot.lot },
  'labels.preview': { units: [{ product: lot.product, lot: lot.lot }] },
  'labels.print': { units: [{ product: lot.product, lot: lot.lot }] },
  'labels.reconcile': { product: lot.product, lot: lot.lot, version: 0, used: 1, destroyed: 0 },
  'holds.list': { sort: '-setAt' },
  'holds.onGoods': { product: lot.product, lot: lot.lot },
  'holds.preview': { targets: [{ product: lot.product, lot: lot.lot }] },
  'suppliers.list': { sort: 'validUntil' },
  'suppliers.about': { product: lot.product },
  'suppliers.listEnding': {},
  'suppliers.rules': {},
  'movements.log': { unit: { product: lot.product, lot: lot.lot } },
  'products.settings': { level: 'product', code: lot.product },
  'products.listCategories': {},
  'products.listAttributes': {},
  'inspections.plans': { sort: 'name' },
  'inspections.planTables': {},
  'inspections.planFor': { product: lot.product },
  'inspections.list': { sort: 'plan' },
  'inspections.due': {},
  'inspections.openDue': { product: lot.product, lot: lot.lot },
  'inspections.onFormer': { plan: 'PL-1' },
  'inspections.onGoods': { product: lot.product, lot: lot.lot },
  'inspections.samples': { sort: '-destroyOn' },
  'inspections.writePlan': planWritten({ plan: 'PL-900' }),
  'attachments.list': { sort: '-issuedOn' },
  'attachments.ofOwner': { product: lot.product, lot: lot.lot },
  'lots.list': { text: lot.lot, sort: '-expiresOn' },
  'lots.previewConversion': { product: lot.product, lotTracking: 'lot-sublot', serialTracking: 'none' },
  'lots.create': { rows: [{ product: lot.product, lot: 'MADE-01', count: 3 }] },
  'lots.getDates': { product: lot.product, lot: lot.lot },
  'lots.lyingAt': { product: lot.product, location: lot.location },
  'lots.previewMerge': { ...merging, product: lot.product },
  'lots.split': {
    ...{ product: lot.product, lot: lot.lot, location: lot.location, status: lot.status },
    rows: [{ lot: 'SPLIT-01', quantity: '0.5' }],
  },
  'lots.previewStatus': { product: lot.product, lot: lot.lot, statusFrom: lot.status, statusTo: 'R' },
  'serials.list': { where: ['plant'] },
  'serials.listMissing': {},
  'serials.listWarrantyRules': {},
  'serials.saveWarrantyRule': { ...yearRule, reason },
  'movements.list': { unit: { product: lot.product, lot: lot.lot } },
  'movements.listBalances': { limit: 500 },
  'movements.listDocuments': { kind: ['receipt'], at: 'last30' },
  'movements.post': { movements: [buildScrap(lot, 'DOC-1')] },
  'trace.get': { roots: [{ product: lot.product, lot: lot.lot }], direction: 'upstream' },
  'trace.view': { roots: [{ product: lot.product, lot: lot.lot }], direction: 'downstream', limit: 5 },
  'trace.picture': { roots: [{ product: lot.product, lot: lot.lot }], direction: 'downstream' },
  'recalls.simulate': { suspects: [{ product: lot.product, lot: lot.lot }] },
  'recalls.view': { suspects: [{ product: lot.product, lot: lot.lot }], limit: 5 },
  'recalls.listDeliveries': { suspects: [{ product: lot.product, lot: lot.lot }], customer: 'C-NOBODY' },
  'recalls.listDropped': {
    from: { suspects: [{ product: lot.product, lot: lot.lot }] },
    to: { suspects: [{ product: lot.product, lot: lot.lot }], dated: true },
  },
  'reports.list': {},
  'reports.preview': { report: 'expiry', parameters: { product: lot.product } },
  'reports.listIssued': {},
  'reports.listSchedules': {},
  'reports.draw': {
    report: 'recall',
    parameters: { question: { suspects: [{ product: lot.product, lot: lot.lot }] } },
    format: 'pdf',
  },
  'dossier.get': { product: lot.product, lot: lot.lot },
  'audit.changesSince': { seq: 0 },
  'dossier.checkSerial': { text: 'S-1' },
  'dossier.find': { text: lot.lot.slice(0, 3) },
  'daily.list': { sort: '-due' },
  'daily.due': { asOf: '2026-03-01' },
  'daily.calendar': { month: '2026-03' },
  'daily.state': {},
  'daily.confirmDay': { day: '2026-03-01' },
  'daily.moveLot': { product: lot.product, lot: lot.lot },
  'today.list': { today: '2026-03-01' },
  'today.days': { today: '2026-03-01' },
  // Last, and in this order: afterwards the owner of the file is there again.
  'people.logIn': { user: 'quentin', password: demoPassword },
  'people.lock': {},
  'people.logOut': {},
  'people.becomeOwner': {},
});

const noSerial = { product: 'X', serial: 'S-1' };
const signature = (meaning: string) => ({ password: demoPassword, meaning });

/** Operations that the demo plant refuses, each with its code; the rest of the suite sees some of them answer. */
export const refused: Readonly<Record<string, { input: unknown; code: string }>> = {
  'backups.compare': { input: { entry: 1 }, code: 'NOT_FOUND' },
  'backups.examine': { input: { upload: 'gone' }, code: 'NOT_FOUND' },
  'attachments.fetch': { input: { number: 'F-0' }, code: 'NOT_FOUND' },
  'attachments.add': { input: { upload: 'gone', kind: 'analysis' }, code: 'NOT_FOUND' },
  'attachments.withdraw': { input: { number: 'F-0', reason }, code: 'NOT_FOUND' },
  'backups.restoreHere': { input: { entry: 1, reason: 'to go back' }, code: 'CONFLICT' },
  'backups.restore': {
    input: {
      ...{ path: '/a', seq: 1, hash: 'a'.repeat(64), sha256: 'b'.repeat(64), previous: 'missing', previousSeq: 0 },
      ...{ previousHash: '', isPast: false, kept: '' },
    },
    code: 'PATH_REFUSED',
  },
  'backups.approveRestore': { input: { entry: 1, note: '', signature: signature('approved') }, code: 'NOT_LOGGED_IN' },
  'people.changePassword': { input: { password: 'one', newPassword: 'another' }, code: 'NOT_LOGGED_IN' },
  'people.setUp': {
    input: { code: 'AAAA-AAAA-AAAA', user: 'eva', name: 'Eva Lund', password: 'three plain words' },
    code: 'REAUTH_FAILED',
  },
  'people.add': {
    input: { user: 'eva', name: 'Eva Lund', roles: ['viewer'], password: 'three plain words' },
    code: 'ILLEGAL_TRANSITION',
  },
  'people.change': { input: { user: 'vera', version: 99, name: 'Vera', reason }, code: 'RECORD_CHANGED' },
  'people.confirm': { input: { user: 'nobody', reason, signature: signature('approved') }, code: 'NOT_LOGGED_IN' },
  'people.resetPassword': { input: { user: 'nobody', password: 'three plain words', reason }, code: 'NOT_FOUND' },
  'people.makeRecoveryCode': {
    input: { password: demoPassword, code: 'ABCDE-FGHJK-MNPQR-STUVW-XYZ23' },
    code: 'ILLEGAL_TRANSITION',
  },
  'people.recover': {
    input: { user: 'ada', code: 'ABCDE-FGHJK-MNPQR-STUVW-XYZ23', password: 'three plain words' },
    code: 'FORBIDDEN',
  },
  'people.saveRole': { input: { code: 'visitor', permissions: ['look'], reason }, code: 'ILLEGAL_TRANSITION' },
  'people.authoriseMany': {
    input: { rows: [{ user: 'nobody', subject: 'move', from: '2026-01-01' }] },
    code: 'NOT_FOUND',
  },
  'people.authorise': { input: { user: 'nobody', subject: 'move', from: '2026-01-01' }, code: 'NOT_FOUND' },
  'people.saveSettings': { input: { ...standardSettings, reason }, code: 'ILLEGAL_TRANSITION' },
  'people.setSinglePerson': { input: { on: true, reason, signature: signature('approved') }, code: 'NOT_LOGGED_IN' },
  'audit.review': { input: { first: 1, last: 1, note: '', signature: signature('reviewed') }, code: 'NOT_LOGGED_IN' },
  'locations.get': { input: { code: 'X' }, code: 'NOT_FOUND' },
  'locations.save': {
    input: { code: 'X', version: 3, name: '', site: 'MAIN', kind: 'storage', reason },
    code: 'NOT_FOUND',
  },
  'partners.get': { input: { code: 'X' }, code: 'NOT_FOUND' },
  'partners.save': {
    input: { ...blankPartner, code: 'X', name: 'X', roles: ['supplier'], version: 3, reason },
    code: 'NOT_FOUND',
  },
  'numbering.saveRule': {
    input: { level: 'site', code: 'X', lotPattern: '', serialPattern: '', uniqueness: '', reason },
    code: 'VALIDATION',
  },
  'statuses.saveStatus': { input: { status: 'A1', name: ' ', look: 'letter', reason: '' }, code: 'VALIDATION' },
  'statuses.saveRule': {
    input: { level: 'site', code: '', act: 'sample', taken: ['A*'], reason, signature: signature('approved') },
    code: 'NOT_LOGGED_IN',
  },
  'suppliers.saveApproval': {
    input: {
      ...{ partner: 'X', level: 'product', code: 'X', status: 'approved', validFrom: '2026-01-01' },
      ...{ reason, signature: signature('approved') },
    },
    code: 'NOT_LOGGED_IN',
  },
  'suppliers.saveRule': {
    input: { level: 'site', act: 'refuse', reason, signature: signature('approved') },
    code: 'NOT_LOGGED_IN',
  },
  'products.saveSetting': {
    input: {
      ...{ level: 'site', setting: 'shelfLife', value: '12m', validFrom: '2026-01-01' },
      ...{ reason, signature: signature('approved') },
    },
    code: 'NOT_LOGGED_IN',
  },
  'products.saveAttribute': {
    input: { code: 'X', attributeKind: 'text', choices: '', version: 3, reason },
    code: 'NOT_FOUND',
  },
  'products.saveCategory': { input: { code: 'X', name: 'X', version: 3, reason }, code: 'NOT_FOUND' },
  'inspections.plan': { input: { plan: 'X' }, code: 'NOT_FOUND' },
  'inspections.planReadings': { input: { plan: 'X', planVersion: 1 }, code: 'NOT_FOUND' },
  'inspections.planSamples': { input: { plan: 'X', planVersion: 1, lotSize: 50 }, code: 'NOT_FOUND' },
  'inspections.get': { input: { inspection: 'X' }, code: 'NOT_FOUND' },
  'inspections.open': {
    input: { product: 'X', lot: 'L', status: 'Q', reason },
    code: 'VALIDATION',
  },
  'inspections.record': {
    input: { inspection: 'X', reinspection: 0, mark: '.', readings: [] },
    code: 'NOT_FOUND',
  },
  'inspections.decide': {
    input: {
      ...{ inspection: 'X', reinspection: 0, accepted: '1', rejected: '0' },
      ...{ reason, signature: signature('released') },
    },
    code: 'NOT_LOGGED_IN',
  },
  'inspections.moveDecided': {
    input: { inspection: 'X', reinspection: 0, tranche: 1, reason, signature: signature('released') },
    code: 'NOT_LOGGED_IN',
  },
  'inspections.withdraw': {
    input: { inspection: 'X', reinspection: 0, reason, signature: signature('approved') },
    code: 'NOT_LOGGED_IN',
  },
  'inspections.reinspect': {
    input: { inspection: 'X', reinspection: 0, reason, signature: signature('performed') },
    code: 'NOT_LOGGED_IN',
  },
  'inspections.keepPlan': { input: { inspection: 'X', reinspection: 0, planVersion: 1, reason }, code: 'NOT_FOUND' },
  'inspections.startAnew': {
    input: { inspection: 'X', reinspection: 0, reason, signature: signature('approved') },
    code: 'NOT_LOGGED_IN',
  },
  'inspections.drawSample': {
    input: { inspection: 'X', reinspection: 0, kind: 'used', quantity: '1' },
    code: 'NOT_FOUND',
  },
  'inspections.destroySample': {
    input: { inspection: 'X', reinspection: 0, sampleNumber: 1, reason, signature: signature('performed') },
    code: 'NOT_LOGGED_IN',
  },
  'inspections.approvePlan': {
    input: { plan: 'X', planVersion: 1, reason, signature: signature('approved') },
    code: 'NOT_LOGGED_IN',
  },
  'inspections.withdrawPlan': {
    input: { plan: 'X', planVersion: 1, reason, signature: signature('approved') },
    code: 'NOT_LOGGED_IN',
  },
  'inspections.usePlan': {
    input: { plan: 'X', product: 'X', reason, signature: signature('approved') },
    code: 'NOT_LOGGED_IN',
  },
  'inspections.savePlanTable': {
    input: {
      ...{ table: 'X', source: 'X', version: 0, rows: [{ lots: '> 1', sample: 5, accept: 0 }] },
      ...{ reason, signature: signature('approved') },
    },
    code: 'NOT_LOGGED_IN',
  },
  'products.edit': {
    input: { code: 'X', version: 1, change: { name: 'Y' }, reason, signature: signature('approved') },
    code: 'NOT_LOGGED_IN',
  },
  'products.create': { input: { ...soap, reason, signature: signature('approved') }, code: 'NOT_LOGGED_IN' },
  'lots.convertTracking': {
    input: {
      ...{ product: 'X', lotTracking: 'mandatory', serialTracking: 'none', version: 1, rows: [] },
      ...{ reason, signature: signature('approved') },
    },
    code: 'NOT_LOGGED_IN',
  },
  'lots.changeDates': {
    input: {
      ...{ product: 'X', lot: 'L', version: 1, dates: { expiresOn: '2027-03' } },
      ...{ reason, signature: signature('approved') },
    },
    code: 'NOT_LOGGED_IN',
  },
  'lots.merge': { input: merging, code: 'NOT_FOUND' },
  'lots.mergeUnlike': { input: { ...merging, reason, signature: signature('performed') }, code: 'NOT_LOGGED_IN' },
  'holds.set': {
    input: { targets: [{ location: 'X' }], reason, signature: signature('performed') },
    code: 'NOT_LOGGED_IN',
  },
  'holds.lift': { input: { numbers: ['H-1'], reason, signature: signature('released') }, code: 'NOT_LOGGED_IN' },
  'lots.changeStatus': {
    input: {
      ...{ product: 'X', lot: 'L', statusFrom: 'Q', statusTo: 'A', quantity: '1' },
      ...{ reason, signature: signature('released') },
    },
    code: 'NOT_LOGGED_IN',
  },
  'serials.get': { input: noSerial, code: 'NOT_FOUND' },
  'serials.correctWarranty': { input: { ...noSerial, version: 0, endsOn: '', reason }, code: 'NOT_FOUND' },
  'serials.recordService': {
    input: { ...noSerial, kind: 'repair', doneOn: '2026-01-01', done: 'new seal' },
    code: 'NOT_FOUND',
  },
  'serials.withdrawService': { input: { product: 'X', number: 'SV-1', reason }, code: 'NOT_FOUND' },
  'serials.reportMissing': { input: { ...noSerial, reason }, code: 'NOT_FOUND' },
  'serials.reportFound': { input: { ...noSerial, reason }, code: 'NOT_FOUND' },
  'people.removeView': { input: { list: 'serials', name: 'No such view' }, code: 'NOT_FOUND' },
  'movements.reverse': { input: { movements: [999_999_999], reason: 'mistyped' }, code: 'NOT_FOUND' },
  'reports.issue': { input: { document: 'gone' }, code: 'NOT_FOUND' },
  'reports.compare': { input: { number: 1 }, code: 'NOT_FOUND' },
  'reports.renameSaved': { input: { name: 'None', to: 'Some' }, code: 'NOT_FOUND' },
  'reports.removeSaved': { input: { name: 'None' }, code: 'NOT_FOUND' },
  'reports.saveSchedule': {
    input: { name: 'None', every: 'day', time: '06:00', formats: ['pdf'], folder: '/tmp' },
    code: 'NOT_FOUND',
  },
  'reports.removeSchedule': { input: { name: 'None' }, code: 'NOT_FOUND' },
  'reports.runSchedule': { input: { name: 'None' }, code: 'NOT_FOUND' },
  'exchange.import': { input: { source: { kind: 'upload', upload: 'gone' } }, code: 'NOT_FOUND' },
  'exchange.readTable': { input: { upload: 'gone', into: 'plan' }, code: 'NOT_FOUND' },
  'exchange.preview': { input: { source: { kind: 'path', path: '/etc' } }, code: 'PATH_REFUSED' },
  'exchange.importDemo': { input: { plant: 'food' }, code: 'CONFLICT' },
};
