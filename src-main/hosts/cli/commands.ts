import type { Command } from './command.ts';
import { documentForm, documentOptions } from './documentOptions.ts';
import { unitForm, unitOptions } from './unitOptions.ts';

const dated = { dated: { type: 'boolean' } } as const;
const asOf = { 'as-of': { type: 'string' } } as const;
const none = { least: 0, most: 0 };

/** Every command, in the order of the usage. `serve` needs the HTTP host, which the launcher passes in. */
export const commandsWith = (serve: Command['run']): Readonly<Record<string, Command>> => ({
  import: {
    form: 'PATH [--dry-run]',
    does: 'take over an export: a folder of CSV files or a workbook',
    options: { 'dry-run': { type: 'boolean' } },
    operands: { least: 1, most: 1 },
    run: async (given) => (await import('./import.ts')).runImport(given),
  },
  trace: {
    form: `${unitForm} --direction upstream|downstream [--dated] ${documentForm}`,
    does: 'what is in a lot or serial, or where it went',
    options: { ...unitOptions, ...dated, ...documentOptions, direction: { type: 'string' } },
    operands: none,
    run: async (given) => (await import('./trace.ts')).runTrace(given),
  },
  recall: {
    form: `${unitForm} | --suspect product=P,lot=L[,sublot=S][,serial=N] … | --supplier-lot SUPPLIER/LOT|supplier=SUPPLIER,lot=LOT … [--dated] ${documentForm}`,
    does: 'what a recall would have to reach; changes nothing',
    options: {
      ...unitOptions,
      ...dated,
      ...documentOptions,
      suspect: { type: 'string', multiple: true },
      'supplier-lot': { type: 'string', multiple: true },
    },
    operands: none,
    run: async (given) => (await import('./recall.ts')).runRecall(given),
  },
  verify: {
    form: '[--anchor FILE] … [--anchor-key FILE] [--accept]',
    does: 'recompute the audit trail and the balances, and hold them against anchors, which a public key must have signed where one is named; status 3 when they do not hold; --accept says that this store was put here, or restored, on purpose',
    options: {
      anchor: { type: 'string', multiple: true },
      'anchor-key': { type: 'string' },
      accept: { type: 'boolean' },
    },
    operands: none,
    run: async (given) => (await import('./verify.ts')).runVerify(given),
  },
  anchor: {
    form: 'FILE',
    does: 'verify the store, and add an anchor of its end to the file, signed with the key of this computer',
    options: {},
    operands: { least: 1, most: 1 },
    run: async (given) => (await import('./anchor.ts')).runAnchor(given),
  },
  'anchor-key': {
    form: 'FILE',
    does: 'make the key of this computer, under a passphrase, and write its public part to the file',
    options: {},
    operands: { least: 1, most: 1 },
    run: async (given) => (await import('./anchor.ts')).runAnchorKey(given),
  },
  lot: {
    form: `${unitForm} [--as-of T]`,
    does: 'the page of a lot or serial; with --as-of its stock at that time, or at the end of that day',
    options: { ...unitOptions, ...asOf },
    operands: none,
    run: async (given) => (await import('./lot.ts')).runLot(given),
  },
  stock: {
    form: '[--product P] [--as-of T]',
    does: 'what is in stock, where, in which status; with --as-of what was at that time, or at the end of that day',
    options: { product: { type: 'string' }, ...asOf },
    operands: none,
    run: async (given) => (await import('./stock.ts')).runStock(given),
  },
  daily: {
    form: '[--as-of DATE]',
    does: 'reject what has expired and quarantine what is due for retest, as its product says; of a day to come, show what would be',
    options: asOf,
    operands: none,
    run: async (given) => (await import('./daily.ts')).runDailyJob(given),
  },
  operations: {
    form: '',
    does: 'every command and query, with its input as JSON Schema (--json)',
    options: {},
    operands: none,
    run: async (given) => (await import('./operations.ts')).runOperations(given),
  },
  call: {
    form: 'OPERATION [JSON or -] [--command-id ID]',
    does: 'run any of them; "-" reads the JSON from standard input',
    options: { 'command-id': { type: 'string' } },
    operands: { least: 1, most: 2 },
    run: async (given) => (await import('./call.ts')).runCall(given),
  },
  backup: {
    form: 'FILE',
    does: 'a verified copy of the store, also while it is in use',
    options: {},
    operands: { least: 1, most: 1 },
    run: async (given) => (await import('./backup.ts')).runBackup(given),
  },
  restore: {
    form: 'FILE [--accept]',
    does: 'put a backup in the place of the store, which is kept beside it; --accept says that it may be of another store than the one this computer knew there',
    options: { accept: { type: 'boolean' } },
    operands: { least: 1, most: 1 },
    run: async (given) => (await import('./restore.ts')).runRestore(given),
  },
  setup: {
    form: '--user NAME --name "…" [--email ADDRESS]',
    does: 'make the first administrator; from then on everybody signs in',
    options: { name: { type: 'string' }, email: { type: 'string' } },
    operands: none,
    run: async (given) => (await import('./setup.ts')).runSetup(given),
  },
  recover: {
    form: '--user NAME',
    does: 'give an administrator a new password by the recovery code of the site (LOTLINE_RECOVERY_CODE, or typed when asked)',
    options: {},
    operands: none,
    run: async (given) => (await import('./recover.ts')).runRecover(given),
  },
  serve: {
    form: '[--port N] [--anchors FOLDER]',
    does: 'serve the screens to the browser of this computer; leave an anchor of the audit trail a day in the folder',
    options: { port: { type: 'string' }, anchors: { type: 'string' }, 'until-stdin-ends': { type: 'boolean' } },
    operands: none,
    run: serve,
  },
  demo: {
    form: '[food|device]',
    does: 'fill a new store with a demo plant, dated up to today',
    options: {},
    operands: { least: 0, most: 1 },
    run: async (given) => (await import('./demo.ts')).runDemo(given),
  },
});
