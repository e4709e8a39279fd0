import { writeInspection } from '../support/oneInspection.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { operations } from '#main/app/operations.ts';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { buildFolder, csvFiles } from '../support/exportFiles.ts';
import { masters, on, plantWith, row } from '../support/plantTables.ts';
import { buildDecided, release } from '../support/decided.ts';
import { signature, signIn } from '../support/people.ts';
import { allAnswers, questions } from '../support/questions.ts';
import { records } from '#shared/records.ts';

let plant: TestApp;
beforeAll(async () => {
  plant = await buildPlantApp();
  // A backup is there to be compared with.
  await plant.ask('backups.make', { path: `${plant.file}.backup` });
  await plant.take(
    plantWith([
      row('receipt', 'MILK L1', 5, on(4)),
      row('consumption', 'MILK L1', 1, on(5), { work_order: 'WO-1' }),
      row('output', 'CAKE C1', 1, on(6), { work_order: 'WO-1' }),
      row('shipment', 'CAKE C1', 0.5, on(7)),
      row('receipt', 'MOTOR #1', 1, on(4)),
    ]),
  );
  await writeInspection(plant);
  return () => plant[Symbol.asyncDispose]();
});

const trailNow = async (): Promise<number> => (await plant.ask('people.whoAmI', {})).trail;
const since = async (seq: number) => await plant.ask('audit.changesSince', { seq });

/** Answers that a page asks for once, to do something with: they are never asked again by themselves. */
const asWork = [...operations.values()].flatMap(({ name, meta }) =>
  meta.kind === 'query' && meta.reads?.length === 0 ? [name] : [],
);

const writes: Readonly<Record<string, () => Promise<unknown>>> = {
  'a posting': () => plant.postAll([['shipment', 'MILK L1', 1, on(8)]]),
  'an import of new products, partners and places': () =>
    plant.take({
      ...plantWith([]),
      partners: [...(masters.partners ?? []), { code: 'S-9', name: 'Nine', kind: 'supplier' }],
      locations: [...(masters.locations ?? []), { code: 'BAY-9', name: '', site: 'MAIN', kind: 'storage' }],
    }),
  'a saved view': () => plant.ask('people.saveView', { list: 'lots', name: 'mine', question: { text: 'L' } }),
  'a refused command': () => plant.send('movements.reverse', { movements: [1], reason: '' }).catch(() => undefined),
};

describe('what a page is told to ask again', () => {
  it.each(Object.keys(writes))('after %s is everything whose answer is another one', async (write) => {
    await using exported = await buildFolder(csvFiles(plantWith([])));
    const all = Object.entries(questions(exported.path));
    const asked = Object.fromEntries(all.filter(([name]) => !asWork.includes(name)));
    const seq = await trailNow();
    const before = await allAnswers(plant, asked);
    await writes[write]?.();
    const after = await allAnswers(plant, asked);
    const { last, stale, outdated } = await since(seq);
    expect(last).toBeGreaterThan(seq);
    const changed = Object.keys(asked).filter((name) => after[name] !== before[name]);
    expect(changed.filter((name) => ![...stale, ...outdated].includes(name))).toEqual([]);
    expect(changed.length).toBeGreaterThan(0);
  });

  it('is nothing when nothing was written, and little after a saved view', async () => {
    const seq = await trailNow();
    expect(await since(seq)).toEqual({ last: seq, stale: [], outdated: [], written: [] });
    await plant.ask('people.saveView', { list: 'lots', name: 'other', question: { text: 'C' } });
    const { stale, outdated } = await since(seq);
    expect(outdated).toEqual([]);
    expect(stale).toContain('people.listViews');
    for (const name of ['lots.list', 'products.list', 'dossier.get', 'people.list']) expect(stale).not.toContain(name);
  });

  it('names the commands that wrote it, the last first', async () => {
    const seq = await trailNow();
    await plant.send(
      'people.saveView',
      { list: 'lots', name: 'third', question: { text: 'D' } },
      { id: 'a-third-view' },
    );
    await plant.send('people.removeView', { list: 'lots', name: 'third' }, { id: 'no-third-view' });
    expect((await since(seq)).written).toMatchObject([
      { operation: 'people.removeView', command: 'no-third-view' },
      { operation: 'people.saveView', command: 'a-third-view' },
    ]);
  });

  it('is everything after an entry the trail does not have any more', async () => {
    const { stale } = await since((await trailNow()) + 5);
    expect(stale).toContain('lots.list');
    expect(stale).not.toContain('exchange.preview');
  });

  it('after what people, roles, settings, decisions and a product became, is everything whose answer is another one', async () => {
    await using decided = await buildDecided();
    const { plant: site, people } = decided;
    const { administrator, qualityManager } = people;
    const oil = { product: 'OIL', lot: 'O1' };
    const asked: [operation: string, input: unknown, as: typeof administrator][] = [
      ['people.whoAmI', {}, people.inspector],
      ['people.list', {}, administrator],
      ['people.listAdministrators', {}, people.inspector],
      ['people.listRoles', {}, administrator],
      ['people.listAuthorisations', {}, administrator],
      ['people.mayDo', { user: 'inspector' }, administrator],
      ['people.getSettings', {}, administrator],
      ['people.listSignatures', { record: 'product', parts: ['OIL'] }, qualityManager],
      ['products.get', { code: 'OIL' }, qualityManager],
      ['products.list', {}, qualityManager],
      ['dossier.get', oil, qualityManager],
      ['lots.list', {}, qualityManager],
      ['lots.previewStatus', { ...oil, statusFrom: 'Q', statusTo: 'A' }, qualityManager],
      ['movements.list', { unit: oil }, qualityManager],
      ['movements.listBalances', {}, qualityManager],
      ['trace.view', { roots: [oil], direction: 'downstream' }, qualityManager],
      ['audit.list', {}, administrator],
      ['audit.listReviews', {}, administrator],
      ['backups.list', {}, administrator],
    ];
    const answers = async (): Promise<string[]> => {
      const all = [];
      for (const [operation, input, as] of asked) {
        const { trail: _trail, ...reply } = Object(await site.send(operation, input, { as }).catch(String));
        all.push(JSON.stringify(reply));
      }
      return all;
    };
    const acts: (() => Promise<unknown>)[] = [
      () => signIn(site, 'inspector', 'a wrong password').catch(() => undefined),
      () =>
        site.ask(
          'people.change',
          { user: 'inspector', version: 1, roles: ['inspector', 'viewer'], reason: 'helps out' },
          { as: administrator },
        ),
      () =>
        site.ask(
          'people.saveRole',
          { code: 'viewer', permissions: ['look', 'trace', 'report'], reason: 'prints' },
          { as: administrator },
        ),
      () =>
        site.ask(
          'people.authorise',
          { user: 'inspector', subject: 'status', from: '2026-01-01' },
          { as: administrator },
        ),
      () =>
        site.ask(
          'people.saveSettings',
          { idleMinutes: 10, passwordDays: 0, passwordCost: 14, authorised: ['move'], reason: 'as agreed' },
          { as: administrator },
        ),
      () =>
        site.ask(
          'products.edit',
          {
            code: 'OIL',
            version: 1,
            change: { name: 'Rapeseed oil' },
            reason: 'as on the label',
            signature: signature('qualityManager', 'approved'),
          },
          { as: qualityManager },
        ),
      () => site.ask('lots.changeStatus', release, { as: qualityManager }),
    ];
    let done = 0;
    for (const act of acts) {
      const seq = (await site.ask('people.whoAmI', {}, { as: administrator })).trail;
      const before = await answers();
      await act().then(
        () => (done += 1),
        (error: unknown) => expect(String(error)).toBe(''),
      );
      const after = await answers();
      const { stale, outdated } = await site.ask('audit.changesSince', { seq }, { as: administrator });
      const changed = asked.flatMap(([operation], at) => (before[at] === after[at] ? [] : [operation]));
      expect(changed.filter((name) => ![...stale, ...outdated].includes(name))).toEqual([]);
      expect(changed).toContain('audit.list');
    }
    expect(done).toBe(acts.length);
  });

  it('is declared with kinds of records that there are', () => {
    const known: string[] = ['entry', 'attempt', 'movement', ...records.map(({ name }) => name)];
    const named = [...operations.values()].flatMap(({ meta }) => (meta.kind === 'query' ? (meta.reads ?? []) : []));
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });
});
