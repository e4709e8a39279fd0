import { describe, expect, it } from 'vitest';
import { operations } from '#main/app/operations.ts';
import { contract } from '#shared/contract.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { formatMessage } from '#shared/kernel/message.ts';
import { readingIn } from '#shared/texts/index.ts';
import { asPerson, buildApp, buildPlantApp, busWith, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { buildFolder, csvFiles } from '../support/exportFiles.ts';
import { password, setUpPeople } from '../support/people.ts';
import { masters, on, posted } from '../support/plantTables.ts';

const receipt = (quantity: string) => ({ movements: [posted('receipt', 'MILK L1', quantity, on(5))] });

const outcomes = async (plant: TestApp): Promise<string[]> => {
  const { rows } = await plant.ask('audit.list', { limit: 500 });
  return rows
    .map(({ seq, operation, outcome, code }) => `${seq} ${operation} ${outcome}${code === '' ? '' : ` ${code}`}`)
    .reverse();
};

describe('a command sent again', () => {
  it('with the same id and input has the same answer and no second effect, also after a restart', async () => {
    await using plant = await buildPlantApp();
    const first = await plant.ask('movements.post', receipt('5'), { id: 'the-very-same-id' });
    plant.clock.set('2026-06-02T12:00:00Z');
    for (let time = 0; time < 3; time += 1)
      expect(await plant.ask('movements.post', receipt('5'), { id: 'the-very-same-id' })).toEqual(first);
    await plant.reopen();
    expect(await plant.ask('movements.post', receipt('5'), { id: 'the-very-same-id' })).toEqual(first);
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE A = 5']);
    expect(await outcomes(plant)).toEqual(['1 exchange.import done', '2 movements.post done']);
  });

  it('is the same command when only blanks and left-out defaults differ', async () => {
    await using plant = await buildPlantApp();
    const [full] = receipt('5').movements;
    const first = await plant.ask('movements.post', { movements: [full!] }, { id: 'the-very-same-id' });
    const { lot: _lot, sublot: _sublot, serial: _serial, workOrder: _order, statusFrom: _status, ...lean } = full!;
    const again = await plant.ask(
      'movements.post',
      { movements: [{ ...lean, lot: ' L1 ' }] },
      { id: 'the-very-same-id' },
    );
    expect(again).toEqual(first);
  });

  it('after its answer was lost in a crash between commit and reply has that answer', async () => {
    await using plant = await buildPlantApp();
    const lost = plant.ask('movements.post', receipt('5'), { id: 'the-very-same-id' });
    await lost;
    await plant.reopen();
    expect(await plant.ask('movements.post', receipt('5'), { id: 'the-very-same-id' })).toEqual({ movements: [1] });
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE A = 5']);
  });

  it('with another input or as another command is refused, and nothing happens', async () => {
    await using plant = await buildPlantApp();
    await plant.ask('movements.post', receipt('5'), { id: 'the-very-same-id' });
    const before = plant.contentDigest();
    expect(await codeOf(plant.ask('movements.post', receipt('6'), { id: 'the-very-same-id' }))).toBe(
      'IDEMPOTENCY_MISMATCH',
    );
    const reversal = plant.ask('movements.reverse', { movements: [1], reason: 'mistake' }, { id: 'the-very-same-id' });
    expect(await codeOf(reversal)).toBe('IDEMPOTENCY_MISMATCH');
    expect(plant.contentDigest()).toBe(before);
    expect((await outcomes(plant)).slice(2)).toEqual([
      '3 movements.post refused IDEMPOTENCY_MISMATCH',
      '4 movements.reverse refused IDEMPOTENCY_MISMATCH',
    ]);
  });

  it('by another person is another command', async () => {
    await using plant = await buildPlantApp();
    await plant.ask('movements.post', receipt('5'), { id: 'the-very-same-id' });
    await plant.ask('movements.post', receipt('5'), { id: 'the-very-same-id', as: asPerson(plant.me, 'mara') });
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE A = 10']);
  });

  it('after it was refused is tried again: a refusal is no answer', async () => {
    await using plant = await buildPlantApp();
    const shipment = { movements: [posted('shipment', 'MILK L1', 5, on(6))] };
    expect(await codeOf(plant.ask('movements.post', shipment, { id: 'the-very-same-id' }))).toBe('INSUFFICIENT_QTY');
    await plant.ask('movements.post', receipt('5'));
    await plant.ask('movements.post', shipment, { id: 'the-very-same-id' });
    expect(await plant.stock()).toEqual([]);
  });

  it('while it still runs is told so, and has one effect', async () => {
    await using plant = await buildPlantApp();
    const sent = await Promise.allSettled(
      Array.from({ length: 5 }, () => plant.ask('movements.post', receipt('5'), { id: 'the-very-same-id' })),
    );
    const answers = sent.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(answers.length).toBeGreaterThanOrEqual(1);
    for (const answer of answers) expect(answer).toEqual({ movements: [1] });
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE A = 5']);
  });
});

describe('an input that cannot be meant', () => {
  const good = posted('receipt', 'MILK L1', '5', on(5));
  const deep = (levels: number): unknown => (levels === 0 ? 'x' : [deep(levels - 1)]);
  const { product: _product, ...withoutProduct } = good;
  const wrong: Record<string, unknown> = {
    'nothing at all': undefined,
    'a text': 'movements',
    'a list': [good],
    'a missing field': { movements: [withoutProduct] },
    'a field that does not exist': { movements: [{ ...good, colour: 'red' }] },
    'a field too much beside': { movements: [good], force: true },
    'a list where a text belongs': { movements: [{ ...good, lot: ['L1'] }] },
    'an object where a text belongs': { movements: [{ ...good, lot: { toString: 'L1' } }] },
    'a number where a quantity in text belongs': { movements: [{ ...good, quantity: 5 }] },
    'no movement': { movements: [] },
    'more movements than one command takes': { movements: Array.from({ length: 1001 }, () => good) },
    'two hundred levels of lists': { movements: deep(200) },
    'a prototype': { movements: [{ ...good, ['__proto__x']: 1 }] },
    'a NUL in a lot': { movements: [{ ...good, lot: 'L\u0000' }] },
    'a line break in a lot': { movements: [{ ...good, lot: 'L\n1' }] },
    'a turned direction in a lot': { movements: [{ ...good, lot: 'L\u202e1' }] },
    'half a character in a lot': { movements: [{ ...good, lot: 'L\ud800' }] },
    'a lot of 4,097 characters': { movements: [{ ...good, lot: 'L'.repeat(4097) }] },
    'a product of blanks': { movements: [{ ...good, product: '   ' }] },
    'a quantity below zero': { movements: [{ ...good, quantity: '-1' }] },
    'a quantity of zero': { movements: [{ ...good, quantity: '0' }] },
    'a quantity of minus zero': { movements: [{ ...good, quantity: '-0' }] },
    'no number': { movements: [{ ...good, quantity: 'NaN' }] },
    'a number without end': { movements: [{ ...good, quantity: '1e309' }] },
    'a decimal comma': { movements: [{ ...good, quantity: '1,5' }] },
    'seven decimals': { movements: [{ ...good, quantity: '0.1234567' }] },
    'more than can be stored': { movements: [{ ...good, quantity: '9007199255' }] },
    'a day that is none': { movements: [{ ...good, at: '2023-02-29T08:00:00Z' }] },
    'a time without an offset': { movements: [{ ...good, at: '2026-01-05T08:00:00' }] },
    'the year nought': { movements: [{ ...good, at: '0000-01-05T08:00:00Z' }] },
    'a kind that does not exist': { movements: [{ ...good, kind: 'theft' }] },
    'a status that does not exist': { movements: [{ ...good, status: 'X' }] },
  };

  it('is read in German too, but for the names of its fields', async () => {
    await using plant = await buildPlantApp();
    const input = { movements: [{ ...good, quantity: '-5', lot: 'L'.repeat(200), at: '2026-01-05T08:00:00' }] };
    const error = await plant.ask('movements.post', input).catch((thrown: unknown) => thrown);
    if (!(error instanceof LotlineError)) throw error;
    expect(formatMessage(error.text, readingIn('de'))).toBe(
      'Die Eingabe stimmt nicht. movements.0.at: Schreiben Sie eine Zeit wie 2026-01-31T08:00:00Z oder 2026-01-31T08:00:00+01:00. ' +
        'movements.0.lot: Das ist zu lang. movements.0.quantity: Die Menge muss über null liegen.',
    );
    expect(error.details['issues']).toContain('movements.0.lot: It is too long.');
  });

  it('is refused with its code, recorded, and nothing else is changed', async () => {
    await using plant = await buildPlantApp();
    const before = plant.contentDigest();
    for (const [name, input] of Object.entries(wrong)) {
      const { code, message } = await refusalOf(plant.send('movements.post', input));
      expect(code, name).toBe('VALIDATION');
      expect(message.length, name).toBeGreaterThan(10);
      expect(message.length, name).toBeLessThanOrEqual(2000);
      expect(message, name).not.toMatch(/\bat .*\.ts|\[object|node_modules/);
    }
    expect(plant.contentDigest()).toBe(before);
    const list = await outcomes(plant);
    expect(list).toHaveLength(1 + Object.keys(wrong).length);
    expect(list.slice(1).every((entry) => entry.endsWith('movements.post refused VALIDATION'))).toBe(true);
    expect(plant.verify()).toMatchObject({ ok: true });
  });

  it('names every field that is wrong', async () => {
    await using plant = await buildPlantApp();
    const { details } = await refusalOf(
      plant.send('movements.post', { movements: [{ ...good, quantity: '0', kind: 'theft' }] }),
    );
    expect(JSON.stringify(details['issues'])).toMatch(
      /movements\.0\.kind: .*movements\.0\.quantity: The quantity must be above zero/,
    );
  });

  it('what is odd but legal is kept as it was typed', async () => {
    await using plant = await buildPlantApp();
    const odd = [
      '00012',
      '12',
      '1E5',
      '2-1',
      '__proto__',
      'constructor',
      "'; drop table lot;--",
      '<img src=x onerror=1>',
      '{{7*7}}',
      '../../x',
      'CON',
      'NUL.txt',
      'ends.',
      '😀',
      'é',
      'А',
      'A',
      'a',
    ];
    await plant.ask('movements.post', { movements: odd.map((lot) => ({ ...good, lot })) });
    const { rows } = await plant.ask('movements.listBalances', { limit: 500 });
    expect(rows.map(({ lot }) => lot).sort()).toEqual([...odd].sort());
    const composed = { ...good, lot: 'e\u0301' };
    await plant.ask('movements.post', { movements: [composed] });
    const again = await plant.ask('movements.listBalances', { limit: 500 });
    expect(again.rows.find(({ lot }) => lot === '\u00e9')?.quantity).toBe('10');
  });

  it('a command without a good id of its own is refused', async () => {
    await using plant = await buildPlantApp();
    for (const id of ['', 'short', 'with blank 1', 'x'.repeat(101), 'ünicode-id']) {
      expect(await codeOf(plant.ask('movements.post', receipt('5'), { id })), id).toBe('VALIDATION');
    }
    const nameless = plant.app.call(plant.me, { operation: 'movements.post', input: receipt('5') });
    expect(await codeOf(nameless)).toBe('VALIDATION');
    expect(await plant.stock()).toEqual([]);
  });

  it('an operation that does not exist is refused by name', async () => {
    await using plant = await buildPlantApp();
    for (const name of [
      'lots.destroy',
      '',
      '__proto__',
      'constructor.call',
      'movements',
      'movements.post.now',
      'x'.repeat(5000),
    ]) {
      const { code, message } = await refusalOf(plant.send(name, {}));
      expect(code, name).toBe('UNKNOWN_COMMAND');
      expect(message.length).toBeLessThan(300);
    }
  });
});

describe('every command', () => {
  it('done leaves one entry, and so does every refused one', async () => {
    await using plant = await buildApp();
    await using folder = await buildFolder(csvFiles(masters));
    const source = { kind: 'path' as const, path: folder.path };
    await plant.ask('exchange.import', { source });
    await codeOf(plant.ask('exchange.importDemo', { plant: 'food' }));
    const [id = 0] = await plant.postAll([['receipt', 'MILK L1', 5, on(5)]]);
    await plant.ask('movements.reverse', { movements: [id], reason: 'entered twice' });
    await codeOf(plant.ask('movements.reverse', { movements: [id], reason: 'entered twice' }));
    await codeOf(plant.ask('exchange.import', { source: { kind: 'path', path: `${folder.path}/away` } }));
    const milk = { roots: [{ product: 'MILK', lot: 'L1' }], direction: 'upstream' as const };
    const { document } = await plant.ask('reports.draw', {
      report: 'trace',
      parameters: { question: milk },
      format: 'xlsx',
    });
    await plant.ask('reports.issue', { document });
    await codeOf(plant.ask('reports.issue', { document: 'gone' }));
    await plant.ask('people.saveView', { list: 'lots', name: 'Mine', question: { sort: 'lot' } });
    await plant.ask('people.removeView', { list: 'lots', name: 'Mine' });
    await codeOf(plant.ask('people.removeView', { list: 'lots', name: 'Mine' }));
    expect(await outcomes(plant)).toEqual([
      '1 exchange.import done',
      '2 exchange.importDemo refused CONFLICT',
      '3 movements.post done',
      '4 movements.reverse done',
      '5 movements.reverse refused ILLEGAL_TRANSITION',
      '6 exchange.import refused IMPORT_REJECTED',
      '7 reports.issue done',
      '8 reports.issue refused NOT_FOUND',
      '9 people.saveView done',
      '10 people.removeView done',
      '11 people.removeView refused NOT_FOUND',
    ]);
  });

  it('and every question is in the register under its name', () => {
    const names = Object.entries(contract).flatMap(([feature, verbs]) =>
      Object.keys(verbs).map((verb) => `${feature}.${verb}`),
    );
    expect([...operations.keys()].sort()).toEqual(names.sort());
  });
});

describe('a question', () => {
  it('writes nothing, not even an entry', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MILK L1', 5, on(5));
    const before = [plant.contentDigest(), plant.app.store.head()];
    await plant.ask('audit.list', {});
    await plant.ask('audit.get', { seq: 1 });
    await plant.ask('audit.verify', {});
    await plant.ask('products.list', {});
    await plant.ask('partners.list', {});
    await plant.ask('movements.list', {});
    await plant.ask('movements.listBalances', {});
    await plant.ask('dossier.get', { product: 'MILK', lot: 'L1' });
    await plant.ask('dossier.find', { text: 'L1' });
    await plant.ask('trace.get', { roots: [{ product: 'MILK', lot: 'L1' }], direction: 'downstream' });
    await plant.ask('recalls.simulate', { suspects: [{ product: 'MILK', lot: 'L1' }] });
    await plant.ask('people.whoAmI', {});
    await plant.ask('people.listViews', { list: 'lots' });
    await plant.ask('lots.list', { onHand: ['yes'], sort: 'expiresOn' });
    await plant.ask('serials.list', {});
    await plant.ask('jobs.list', {});
    expect(await codeOf(plant.ask('audit.get', { seq: 99 }))).toBe('NOT_FOUND');
    expect([plant.contentDigest(), plant.app.store.head()]).toEqual(before);
  });

  it('works on a store another program writes to, where commands are refused', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MILK L1', 5, on(5));
    await plant.reopen('read');
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE A = 5']);
    expect(await codeOf(plant.post('receipt', 'MILK L1', 5, on(5)))).toBe('STORE_READ_ONLY');
    expect((await plant.ask('people.whoAmI', {})).store.readOnly).not.toBe('');
    expect(await outcomes(plant)).toHaveLength(2);
  });
});

describe('a reply against its contract', () => {
  it('never leaves, and of a command nothing stays', async () => {
    await using plant = await buildPlantApp();
    const handlers = {
      movements: {
        async post(_input: unknown, { work }: { work: { run(sql: string): number } }) {
          work.run("update place set name = 'changed'");
          return { movements: ['not a number'] };
        },
        list: async () => ({ rows: 'none' }),
      },
    };
    const { bus, logged } = busWith(plant, handlers);
    const before = plant.contentDigest();
    const command = { operation: 'movements.post', input: receipt('5'), commandId: plant.newId() };
    const { code, message } = await refusalOf(bus.call(plant.me, command));
    expect([code, message]).toEqual(['INTERNAL', expect.stringMatching(/Nothing was changed/)]);
    expect(await codeOf(bus.call(plant.me, { operation: 'movements.list', input: {} }))).toBe('INTERNAL');
    expect(logged.map((line) => line.slice(0, 60))).toEqual([
      expect.stringMatching(/^movements.post: Error: movements.post answered against/),
      expect.stringMatching(/^movements.list: Error: movements.list answered against/),
    ]);
    expect(plant.contentDigest()).toBe(before);
  });
});

describe('the same command again that changes the session', () => {
  it('of a log-in proves the password anew where the person left, and lets the person in or says why not', async () => {
    await using plant = await buildPlantApp();
    const { viewer, administrator } = await setUpPeople(plant);
    const logIn = (secret: string) =>
      plant.ask('people.logIn', { user: 'viewer', password: secret }, { as: viewer, id: 'log-in-once' });
    const stateOf = async () => (await plant.ask('people.whoAmI', {}, { as: viewer })).authState;
    const entries = async () =>
      (await plant.ask('audit.list', { operation: 'people.logIn' }, { as: administrator })).total;
    await plant.ask('people.logOut', {}, { as: viewer });
    const first = await logIn(password);
    const before = await entries();
    // The answer was lost: it comes again, and nothing is done a second time.
    expect(await logIn(password)).toEqual(first);
    expect(await entries()).toBe(before);
    for (const end of ['people.logOut', 'people.lock'] as const) {
      await plant.ask(end, {}, { as: viewer });
      expect(await codeOf(logIn('not the words'))).toMatch(/REAUTH_FAILED|IDEMPOTENCY_MISMATCH/);
      expect(await stateOf()).not.toBe('person');
      expect(await logIn(password)).toMatchObject({ user: 'viewer' });
      expect(await stateOf()).toBe('person');
    }
    expect(await entries()).toBeGreaterThanOrEqual(before + 2);
    await plant.ask(
      'people.change',
      { user: 'viewer', version: 1, disabled: true, reason: 'left the plant' },
      { as: administrator },
    );
    expect(await codeOf(logIn(password))).toMatch(/REAUTH_FAILED/);
    expect(plant.verify().ok).toBe(true);
  });

  it('of a lock or a log-out is done again', async () => {
    await using plant = await buildPlantApp();
    const { viewer } = await setUpPeople(plant);
    const stateOf = async () => (await plant.ask('people.whoAmI', {}, { as: viewer })).authState;
    for (const [end, state] of [
      ['people.lock', 'locked'],
      ['people.logOut', 'stranger'],
    ] as const) {
      for (let times = 0; times < 2; times += 1) {
        await plant.ask('people.logIn', { user: 'viewer', password }, { as: viewer });
        await plant.ask(end, {}, { as: viewer, id: `${state}-once` });
        expect(await stateOf()).toBe(state);
      }
    }
  });
});
