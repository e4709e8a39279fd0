/**
 * Where something that only SQLite or its driver understands still stands outside the store, and how often at most.
 * It goes with every file that is moved to typed queries; nothing is added here.
 */
export const leftOver: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'src-main/features/audit/auditExtract.queries.ts': { 'statements of the driver': 3 },
  'src-main/features/audit/entryFilter.queries.ts': { 'json functions': 1, instr: 1, 'parameters by @name': 11 },
  'src-main/features/audit/entryList.queries.ts': { 'statements of the driver': 3, 'parameters by @name': 2 },
  'src-main/features/audit/masterRecords.queries.ts': {
    'statements of the driver': 2,
    'names in capitals without quotes': 2,
  },
  'src-main/features/audit/reviews.queries.ts': { 'statements of the driver': 8 },
  'src-main/features/audit/verify.queries.ts': { 'statements of the driver': 2 },
  'src-main/app/verify.worker.ts': { pragma: 1 },
  'src-main/features/audit/verifyAnchors.queries.ts': { 'statements of the driver': 3 },
  'src-main/features/audit/verifyBalances.queries.ts': { 'typeof()': 1, 'statements of the driver': 4 },
  'src-main/features/audit/verifyChain.queries.ts': {
    'statements of the driver': 4,
    'names in capitals without quotes': 3,
  },
  'src-main/features/audit/verifyPages.queries.ts': { glob: 1, pragma: 4, 'statements of the driver': 4 },
  'src-main/features/audit/verifyRecords.queries.ts': {
    'json functions': 2,
    'statements of the driver': 11,
    'names in capitals without quotes': 3,
  },
  'src-main/features/audit/verifySteps.queries.ts': { 'statements of the driver': 1 },
  'src-main/features/audit/versions.queries.ts': {
    'statements of the driver': 10,
    'parameters by @name': 13,
  },
  'src-main/features/backups/backups.queries.ts': { 'json functions': 1, 'statements of the driver': 8 },
  'src-main/features/dossier/dossier.queries.ts': {
    'statements of the driver': 4,
    'parameters by @name': 7,
    'names in capitals without quotes': 5,
  },
  'src-main/features/exchange/import/knownCodes.queries.ts': { 'parameters by @name': 7 },
  'src-main/features/exchange/import/stored.queries.ts': {
    'json functions': 3,
    'statements of the driver': 2,
    'parameters by @name': 4,
    'names in capitals without quotes': 3,
  },
  'src-main/features/lots/decisions.queries.ts': {
    'statements of the driver': 5,
    'names in capitals without quotes': 3,
  },
  'src-main/features/lots/lotStock.queries.ts': { 'json functions': 1, 'statements of the driver': 2 },
  'src-main/features/lots/lots.actions.ts': {
    'json functions': 1,
    'statements of the driver': 1,
  },
  'src-main/features/lots/lotList.queries.ts': {
    iif: 1,
    'json functions': 2,
    'statements of the driver': 2,
    'names in capitals without quotes': 6,
  },
  'src-main/features/movements/movements.queries.ts': {
    'json functions': 2,
    'statements of the driver': 12,
    'parameters by @name': 14,
    'names in capitals without quotes': 5,
  },
  'src-main/features/movements/returns.queries.ts': {
    'json functions': 2,
    'parameters by @name': 14,
    'names in capitals without quotes': 2,
  },
  'src-main/features/people/people.queries.ts': {
    'statements of the driver': 1,
    'names in capitals without quotes': 2,
  },
  'src-main/features/security/identity.queries.ts': { 'statements of the driver': 7 },
  'src-main/features/security/security.queries.ts': { 'statements of the driver': 5 },
  'src-main/features/signing/signatures.queries.ts': {
    'json functions': 1,
    'statements of the driver': 11,
    'names in capitals without quotes': 2,
  },
  'src-main/features/recalls/gaps.queries.ts': { 'names in capitals without quotes': 1 },
  'src-main/features/reports/masterNames.queries.ts': {
    'statements of the driver': 2,
    'names in capitals without quotes': 1,
  },
  'src-main/features/serials/serials.queries.ts': {
    'json functions': 3,
    'statements of the driver': 2,
    'parameters by @name': 1,
    'names in capitals without quotes': 2,
  },
  'src-main/features/trace/breaks.queries.ts': { 'names in capitals without quotes': 2 },
  'src-main/features/trace/feed/feed.queries.ts': { 'names in capitals without quotes': 9 },
  'src-main/features/trace/flows.queries.ts': { 'names in capitals without quotes': 1 },
  'src-main/features/trace/feed/numbers.queries.ts': {
    group_concat: 1,
    'not indexed': 1,
    'statements of the driver': 4,
  },
  'src-main/features/trace/orders.queries.ts': { iif: 1, 'names in capitals without quotes': 7 },
  'src-main/features/trace/picture.queries.ts': { 'names in capitals without quotes': 2 },
  'src-main/features/trace/recent.queries.ts': { 'statements of the driver': 2 },
  'src-main/features/trace/traceLists.queries.ts': { 'names in capitals without quotes': 2 },
  'src-main/features/trace/units.queries.ts': { 'names in capitals without quotes': 5 },
  'src-main/features/trace/walkedRuns.queries.ts': { 'names in capitals without quotes': 1 },
  'src-main/features/trace/wantedTrace.queries.ts': { 'statements of the driver': 2 },
  'src-main/ledgerStore/histories.ts': { 'json functions': 1 },
  'src-main/ledgerStore/loadFacts.ts': { 'json functions': 5 },
  'src-main/ledgerStore/loadLate.ts': { 'json functions': 1 },
  'src-main/ledgerStore/loadOriginals.ts': { 'json functions': 2 },
  'src-main/ledgerStore/writeBook.ts': { 'json functions': 2 },
};
