import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '#main/app/createApp.ts';
import { operations } from '#main/app/operations.ts';
import type { Outputs } from '#shared/contract.ts';
import { standardSettings } from '#shared/settings/standardSettings.ts';
import { demoPassword } from '#shared/people/vocabulary.ts';
import { openTestApp, type Refusal, type Way } from './contractHosts.ts';

/** What a call of each operation may look like, given a lot of the demo plant. A new operation needs a line here. */
const questions = (lot: Lot): Readonly<Record<string, unknown>> => ({
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
  'lots.list': { text: lot.lot, sort: '-expiresOn' },
  'lots.previewConversion': { product: lot.product, lotTracking: 'lot-sublot', serialTracking: 'none' },
  'lots.create': { rows: [{ product: lot.product, lot: 'MADE-01', count: 3 }] },
  'lots.getDates': { product: lot.product, lot: lot.lot },
  'lots.previewStatus': { product: lot.product, lot: lot.lot, statusFrom: lot.status, statusTo: 'R' },
  'serials.list': { where: ['plant'] },
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

const reason = 'for the sake of it';
const signature = (meaning: string) => ({ password: demoPassword, meaning });

/** Operations that the demo plant refuses, each with its code; the rest of the suite sees some of them answer. */
const refused: Readonly<Record<string, { input: unknown; code: string }>> = {
  'backups.compare': { input: { entry: 1 }, code: 'NOT_FOUND' },
  'backups.examine': { input: { upload: 'gone' }, code: 'NOT_FOUND' },
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
  'partners.saveTerms': {
    input: { partner: 'X', contactName: '', contactPhone: '', contactEmail: '', leastLifeDays: null, reason },
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
  'products.edit': {
    input: { code: 'X', version: 1, change: { name: 'Y' }, reason, signature: signature('approved') },
    code: 'NOT_LOGGED_IN',
  },
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
  'exchange.preview': { input: { source: { kind: 'path', path: '/etc' } }, code: 'PATH_REFUSED' },
  'exchange.importDemo': { input: { plant: 'food' }, code: 'CONFLICT' },
};

type Lot = { product: string; lot: string; location: string; status: string };

const buildScrap = ({ product, lot, location, status }: Lot, document: string, quantity = '0.5') => ({
  kind: 'scrap',
  document,
  product,
  lot,
  quantity,
  from: location,
  statusFrom: status,
});

/** One suite for every way to the operations: what one way can do, and how it answers, all can and do. */
export function contractTest(name: string, open: (app: App) => Promise<Way>): void {
  describe(`the contract ${name}`, () => {
    let plant: Awaited<ReturnType<typeof openTestApp>>;
    let way: Way;
    let lot: Lot;
    let sent = 0;
    const newId = (): string => `contract-${(sent += 1)}-${Math.random().toString(36).slice(2)}`;

    const ask = async (operation: string, input: unknown, commandId?: string): Promise<unknown> => {
      const answer = await way.send(operation, input, commandId);
      if ('refusal' in answer) throw new Error(`${operation} was refused: ${JSON.stringify(answer.refusal)}`);
      return answer.reply;
    };
    const refusalOf = async (operation: string, input: unknown, commandId?: string): Promise<Refusal> => {
      const answer = await way.send(operation, input, commandId);
      if ('reply' in answer)
        throw new Error(`${operation} was answered: ${JSON.stringify(answer.reply).slice(0, 300)}`);
      return answer.refusal;
    };
    const onHand = async (): Promise<string> => {
      // The reply was checked against this very contract by the bus.
      const page = (await ask('dossier.get', { product: lot.product, lot: lot.lot })) as Outputs['dossier']['get'];
      return (
        page.stock.find(({ location, status }) => location === lot.location && status === lot.status)?.quantity ?? '0'
      );
    };
    const entries = async (): Promise<number> => {
      // As above.
      const page = (await ask('audit.list', { limit: 1 })) as Outputs['audit']['list'];
      return page.total;
    };

    beforeAll(async () => {
      plant = await openTestApp();
      way = await open(plant.app);
      await ask('exchange.importDemo', { plant: 'food' }, newId());
      // As above.
      const { rows } = (await ask('movements.listBalances', { limit: 500 })) as Outputs['movements']['listBalances'];
      const row = rows.find(
        ({ lot: code, sublot, serial, quantity, status }) =>
          code !== '' && sublot === '' && serial === '' && Number(quantity) > 20 && status.startsWith('A'),
      );
      if (row === undefined) throw new Error('the demo plant has no lot in stock');
      lot = row;
    });
    afterAll(async () => {
      await way?.close();
      await plant?.close();
    });

    it('has a call of every operation in this suite', () => {
      const called = [...Object.keys(questions(lot)), ...Object.keys(refused)].sort();
      expect(called).toEqual([...operations.keys()].sort());
    });

    it('answers every operation as its contract says', async () => {
      for (const [operation, input] of Object.entries(questions(lot))) {
        const reply = await ask(operation, input, newId());
        const checked = operations.get(operation)?.output.safeParse(reply);
        expect(checked?.error, operation).toBeUndefined();
        expect(checked?.data, operation).toEqual(reply);
      }
    });

    it('refuses with a code and a sentence what the plant does not allow', async () => {
      for (const [operation, { input, code }] of Object.entries(refused)) {
        const refusal = await refusalOf(operation, input, newId());
        expect(refusal, operation).toMatchObject({ code });
        expect(refusal.message, operation).toMatch(/\w.*\.$/);
      }
    });

    it('names every field of an input that is wrong', async () => {
      const refusal = await refusalOf('trace.get', { roots: [], direction: 'sideways' });
      expect(refusal.code).toBe('VALIDATION');
      expect(refusal.details['issues']).toEqual([
        expect.stringContaining('roots'),
        expect.stringContaining('direction'),
      ]);
    });

    it.each([undefined, null, [], 'text', 7, { __proto__: { direction: 'upstream' }, constructor: 1 }])(
      'refuses %j where an input is due',
      async (input) => {
        expect(await refusalOf('trace.get', input)).toMatchObject({ code: 'VALIDATION' });
      },
    );

    it('does not know operations that the contract does not name', async () => {
      for (const operation of [
        'trace.drop',
        'nothing.at',
        'toString.call',
        '__proto__.polluted',
        'trace.constructor',
      ]) {
        expect(await refusalOf(operation, {}, newId()), operation).toMatchObject({ code: 'UNKNOWN_COMMAND' });
      }
    });

    it('refuses a command without an id of its own, and changes nothing', async () => {
      const before = await onHand();
      const input = { movements: [buildScrap(lot, 'DOC-2')] };
      expect(await refusalOf('movements.post', input)).toMatchObject({ code: 'VALIDATION' });
      expect(await refusalOf('movements.post', input, 'short')).toMatchObject({ code: 'VALIDATION' });
      expect(await onHand()).toBe(before);
    });

    it('does a command once however often it is sent, and answers the same', async () => {
      const [id, before, entriesBefore] = [newId(), Number(await onHand()), await entries()];
      const input = { movements: [buildScrap(lot, 'DOC-3')] };
      const first = await ask('movements.post', input, id);
      const second = await ask('movements.post', input, id);
      expect(second).toEqual(first);
      expect(Number(await onHand())).toBeCloseTo(before - 0.5, 6);
      expect(await entries()).toBe(entriesBefore + 1);
    });

    it('knows a command again whose first answer never arrived', async () => {
      const [id, before] = [newId(), Number(await onHand())];
      const input = { movements: [buildScrap(lot, 'DOC-4')] };
      // Sent, done and committed; the caller listens to the second answer only.
      void way.send('movements.post', input, id).catch(() => undefined);
      let answer = await way.send('movements.post', input, id);
      // While the first is still at work, the second is told so and is sent again.
      while ('refusal' in answer && answer.refusal.code === 'CONFLICT')
        answer = await way.send('movements.post', input, id);
      expect(answer).toEqual({ reply: { movements: [expect.any(Number)] } });
      expect(Number(await onHand())).toBeCloseTo(before - 0.5, 6);
    });

    it('refuses a known id for another input, and for another operation', async () => {
      const id = newId();
      await ask('movements.post', { movements: [buildScrap(lot, 'DOC-5')] }, id);
      const other = await refusalOf('movements.post', { movements: [buildScrap(lot, 'DOC-5', '0.75')] }, id);
      expect(other).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
      expect(await refusalOf('movements.reverse', { movements: [1], reason: 'mistyped' }, id)).toMatchObject({
        code: 'IDEMPOTENCY_MISMATCH',
      });
    });

    it('does not remember a refusal: the same command may go through later', async () => {
      const [id, stock] = [newId(), await onHand()];
      const tooMuch = { movements: [buildScrap(lot, 'DOC-6', String(Number(stock) + 10))] };
      expect(await refusalOf('movements.post', tooMuch, id)).toMatchObject({ code: 'INSUFFICIENT_QTY' });
      const receipt = {
        ...buildScrap(lot, 'DOC-7', '10'),
        kind: 'adjustment',
        from: '',
        statusFrom: '',
        to: lot.location,
        status: lot.status,
        reason: 'found',
      };
      await ask('movements.post', { movements: [receipt] }, newId());
      await ask('movements.post', tooMuch, id);
      expect(await onHand()).toBe('0');
    });

    it('records refused commands in the audit trail, and no queries', async () => {
      const before = await entries();
      await refusalOf('exchange.importDemo', { plant: 'food' }, newId());
      await refusalOf('trace.get', {});
      expect(await entries()).toBe(before + 1);
      expect(await ask('audit.list', { outcome: 'refused', limit: 1 })).toMatchObject({
        rows: [{ operation: 'exchange.importDemo', code: 'CONFLICT' }],
      });
    });
  });
}
