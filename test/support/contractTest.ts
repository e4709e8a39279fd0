import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '#main/app/createApp.ts';
import { operations } from '#main/app/operations.ts';
import type { Outputs } from '#shared/contract.ts';
import { buildScrap, type Lot, questions, refused } from './contractCalls.ts';
import { openTestApp, type Refusal, type Way } from './contractHosts.ts';

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
