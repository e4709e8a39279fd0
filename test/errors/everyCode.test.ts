import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Fault } from '#shared/exchange/contract.ts';
import { type ErrorCode, errorCodes } from '#shared/kernel/errors.ts';
import { buildPlantApp, busWith, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { buildFolder, workbookOf, zipOf } from '../support/exportFiles.ts';
import { startTestHost } from '../support/http.ts';
import { password, setUpAdministrator, setUpPeople, signIn } from '../support/people.ts';
import { on, posted, row } from '../support/plantTables.ts';
import { copyStore, openAt } from '../support/stores.ts';

type Told = { code: string; message: string };

/** The one fault of an import of these files. */
async function faultOf(plant: TestApp, files: Record<string, string | Buffer>): Promise<Told> {
  const [fault, ...others] = await plant.faultsOf(files);
  expect(others).toEqual([]);
  if (fault === undefined) throw new Error('no fault');
  return fault;
}

async function issueOfWorkbook(plant: TestApp, workbook: Buffer): Promise<Told> {
  await using folder = await buildFolder({ 'plant.xlsx': workbook });
  const { details } = await refusalOf(
    plant.ask('exchange.import', { source: { kind: 'path', path: join(folder.path, 'plant.xlsx') } }),
  );
  // The import command puts its faults there, in the contract's shape.
  const [fault] = details['errors'] as unknown as Fault[];
  if (fault === undefined) throw new Error('no fault');
  return fault;
}

/** Opens a copy of the plant's store after something happened to the file. */
async function openSpoilt(plant: TestApp, spoil: (file: string) => void): Promise<Told> {
  await plant.app.close();
  using copy = copyStore(plant.file);
  spoil(copy.file);
  return await refusalOf(openAt(copy.file, 'write'));
}

const partnersFile = (text: string | Buffer): Record<string, string | Buffer> => ({ 'partners.csv': text });

/** How each code comes about in the running program. */
const provoked: Record<ErrorCode, (plant: TestApp) => Promise<Told>> = {
  VALIDATION: (plant) => refusalOf(plant.post('receipt', 'MILK L1', '-1', on(5))),
  UNKNOWN_COMMAND: (plant) => refusalOf(plant.send('lots.destroy', {})),
  NOT_FOUND: (plant) => refusalOf(plant.ask('dossier.get', { product: 'MILK', lot: 'NOWHERE' })),
  DUPLICATE: (plant) => faultOf(plant, partnersFile('code,name,kind\nC9,One,customer\nC9,Two,customer\n')),
  CONFLICT: (plant) => refusalOf(plant.ask('exchange.importDemo', { plant: 'food' })),
  IDEMPOTENCY_MISMATCH: async (plant) => {
    const post = (quantity: number) =>
      plant.ask(
        'movements.post',
        { movements: [posted('receipt', 'MILK L1', quantity, on(5))] },
        { id: 'the-same-id' },
      );
    await post(1);
    return await refusalOf(post(2));
  },
  INSUFFICIENT_QTY: (plant) => refusalOf(plant.post('shipment', 'MILK L1', 1, on(5))),
  SERIAL_IN_USE: async (plant) => {
    await plant.post('receipt', 'MOTOR #7', 1, on(5));
    return await refusalOf(plant.post('receipt', 'MOTOR #7', 1, on(6)));
  },
  STATUS_FORBIDS: (plant) => refusalOf(plant.post('shipment', 'MILK L1', 1, on(5), { status_from: 'R' })),
  LOT_REQUIRED: (plant) => refusalOf(plant.post('receipt', 'MILK', 1, on(5))),
  EXPIRED_LOT: async (plant) => {
    await plant.post('receipt', 'MILK L1', 1, on(5));
    return await refusalOf(plant.post('shipment', 'MILK L1', 1, on(16)));
  },
  FUTURE_DATE: (plant) => refusalOf(plant.post('receipt', 'MILK L1', 1, '2099-01-01T00:00:00Z')),
  ILLEGAL_TRANSITION: async (plant) => {
    const reverse = () => plant.ask('movements.reverse', { movements: [1], reason: 'entered twice' });
    await plant.post('receipt', 'MILK L1', 1, on(5));
    await reverse();
    return await refusalOf(reverse());
  },
  REASON_REQUIRED: (plant) => refusalOf(plant.ask('movements.reverse', { movements: [1], reason: '.' })),
  FORBIDDEN: async (plant) => {
    const { administrator } = await setUpPeople(plant);
    return await refusalOf(plant.postAll([['receipt', 'MILK L1', 1, on(5)]], { as: administrator }));
  },
  SEPARATION_OF_DUTIES: async (plant) => {
    const as = await setUpAdministrator(plant);
    const change = { user: 'administrator', version: 1, roles: ['administrator', 'manager'], reason: 'for the audit' };
    return await refusalOf(plant.ask('people.change', change, { as }));
  },
  SESSION_EXPIRED: async (plant) => {
    const as = await setUpAdministrator(plant);
    plant.clock.moment += 15 * 60_000_000;
    return await refusalOf(plant.ask('products.list', {}, { as }));
  },
  LOCKED_OUT: async (plant) => {
    await setUpAdministrator(plant);
    const logIn = () => signIn(plant, 'administrator', 'not the words');
    for (let tries = 0; tries < 5; tries += 1) await codeOf(logIn());
    return await refusalOf(logIn());
  },
  REAUTH_FAILED: async (plant) => {
    await setUpAdministrator(plant);
    return await refusalOf(signIn(plant, 'administrator', 'not the words'));
  },
  PASSWORD_POLICY: async (plant) => {
    const as = await setUpAdministrator(plant);
    return await refusalOf(plant.ask('people.changePassword', { password, newPassword: 'short' }, { as }));
  },
  TRAINING_EXPIRED: async (plant) => {
    const { administrator, warehouse } = await setUpPeople(plant);
    const over = { user: 'warehouse', subject: 'move' as const, from: '2026-01-01', until: '2026-01-31' };
    await plant.ask('people.authorise', over, { as: administrator });
    return await refusalOf(plant.postAll([['receipt', 'MILK L1', 1, on(5)]], { as: warehouse }));
  },
  RECORD_CHANGED: async (plant) => {
    const as = await setUpAdministrator(plant);
    const change = { user: 'administrator', version: 7, name: 'Ada Lund', reason: 'married' };
    return await refusalOf(plant.ask('people.change', change, { as }));
  },
  NOT_LOGGED_IN: async (plant) => {
    const host = await startTestHost(plant.app);
    try {
      const origin = `http://127.0.0.1:${host.port}`;
      const headers = { origin, 'content-type': 'application/json', 'x-lotline': '1' };
      const response = await fetch(`${origin}/rpc/products/list`, { method: 'POST', headers, body: '{"json":{}}' });
      // The host's own refusal, written by refusals.ts.
      return (await response.json()) as Told;
    } finally {
      await host.close();
    }
  },
  FILE_TYPE: (plant) => faultOf(plant, partnersFile(workbookOf({}, { any: [['x']] }))),
  FILE_TOO_LARGE: (plant) =>
    faultOf(plant, partnersFile(`${Array.from({ length: 201 }, (_, index) => `c${index}`).join(',')}\n`)),
  FILE_DAMAGED: (plant) => faultOf(plant, partnersFile('code,name,kind\nC9,"never closed,customer\n')),
  FILE_SUSPICIOUS: (plant) => issueOfWorkbook(plant, zipOf([{ name: '../../evil.xml', content: '<x/>' }])),
  IMPORT_REJECTED: (plant) => refusalOf(plant.take({ movements: [row('receipt', 'GHOST', 1, on(5))] })),
  CORRECTED: async (plant) => {
    await using folder = await buildFolder(partnersFile('code,name,kind\nC9,Nine,costumer\n'));
    const { findings } = await plant.ask('exchange.import', {
      source: { kind: 'path', path: folder.path },
      corrections: [{ file: 'partners.csv', row: 2, column: 'kind', value: 'customer' }],
    });
    const [finding] = findings;
    if (finding === undefined) throw new Error('no finding');
    return finding;
  },
  DOCUMENT_TOO_LONG: async (plant) => {
    // One lot of oil went into twenty thousand pumps, each of which a customer has.
    const rows = [
      row('receipt', 'OIL O1', 10, on(2)),
      row('consumption', 'OIL O1', 10, on(3)),
      row('output', 'PUMP #A00001..A20000', 20_000, on(4)),
      row('shipment', 'PUMP #A00001..A20000', 20_000, on(5)),
    ];
    await plant.take({ movements: rows });
    const question = { suspects: [{ product: 'OIL', lot: 'O1' }] };
    return await refusalOf(
      plant.ask('reports.draw', { report: 'recall', parameters: { question }, format: 'pdf', zone: 'Europe/Berlin' }),
    );
  },
  PATH_REFUSED: (plant) => refusalOf(openAt(join(plant.folder, 'away', 'new.lotline'), 'create')),
  CANCELLED: async (plant) => {
    const checking = plant.ask('audit.verify', { job: 'check-1' });
    const told = refusalOf(checking);
    expect(await plant.ask('jobs.cancel', { id: 'check-1' })).toMatchObject({ asked: true });
    return await told;
  },
  STORE_MISSING: (plant) => refusalOf(openAt(join(plant.folder, 'none.lotline'), 'write')),
  STORE_BUSY: (plant) => refusalOf(openAt(plant.file, 'write')),
  STORE_FULL: async (plant) => {
    await plant.app.store.work(({ db }) => db.pragma('max_page_count = 1'));
    const many = Array.from({ length: 200 }, (_, index) => posted('receipt', `MILK L${index}`, 1, on(5)));
    return await refusalOf(plant.ask('movements.post', { movements: many }));
  },
  STORE_READ_ONLY: async (plant) => {
    await plant.reopen('read');
    return await refusalOf(plant.post('receipt', 'MILK L1', 1, on(5)));
  },
  STORE_DAMAGED: (plant) => openSpoilt(plant, (file) => truncateSync(file, 0)),
  STORE_VERSION: (plant) =>
    openSpoilt(plant, (file) => {
      const db = new Database(file);
      db.pragma('user_version = 99');
      db.close();
    }),
  STORE_FOREIGN: (plant) => openSpoilt(plant, (file) => writeFileSync(file, 'code,name\n')),
  INTERNAL: async (plant) => {
    const broken = { products: { list: () => Promise.reject(new TypeError('x is not a function')) } };
    const { bus } = busWith(plant, broken);
    return await refusalOf(bus.call(plant.me, { operation: 'products.list', input: {} }));
  },
};

describe('every code of the closed list', () => {
  it.each(errorCodes.map((code) => [code] as const))(
    '%s comes about, with a sentence that says what to do',
    async (code) => {
      await using plant = await buildPlantApp();
      const told = await provoked[code](plant);
      expect(told.code).toBe(code);
      expect(told.message).toMatch(/[.)]$/);
      expect(told.message.length).toBeGreaterThan(15);
      expect(told.message).not.toMatch(/SQLITE|node_modules|TypeError|undefined|\[object/);
    },
  );
});
