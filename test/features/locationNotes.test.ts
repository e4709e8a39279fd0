import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changesOf } from '#main/features/audit/versions.queries.ts';
import { verifyStore } from '#main/features/audit/verify.queries.ts';
import { checkRecords } from '#main/features/audit/verifyRecords.queries.ts';
import { fieldsInVersions } from '#shared/kernel/record.ts';
import { joinTexts, textAt } from '#shared/kernel/texts.ts';
import { records } from '#shared/records.ts';
import { texts } from '#shared/texts/index.ts';
import { refusalOf, type TestApp } from '../support/app.ts';
import { listNotes } from '../support/locationNoteList.ts';
import { locationNoteRecord, locationNotesTexts } from '../support/locationNotes.ts';
import { writeOneOfEach } from '../support/oneOfEach.ts';
import { on, posted, row } from '../support/plantTables.ts';
import { buildPolicyPlant } from '../support/policyPlant.ts';
import { columnsOfRecords } from '../support/tampering/records.ts';

const kinds = [...records, locationNoteRecord];
const problemsOf = (plant: TestApp, db = plant.app.store.reader().db): string[] => {
  const found: string[] = [];
  checkRecords(db, ({ code, where }) => found.push(`${code} ${where}`), kinds);
  return found;
};
const note = (location: string, until: string, said = 'being painted') => ({ location, note: said, until });

describe('a feature that is new, with a record, a command and a policy', () => {
  it('refuses what is posted, what is undone, and lists what an import brings', async () => {
    await using set = await buildPolicyPlant();
    const { plant, warehouse: as, quality } = set;
    const [moved] = await plant.postAll([['transfer', 'OIL O1', 3, on(10)]], { as });
    expect(await plant.send('locationNotes.save', note('STORE2', '2026-06-01'), { as })).toEqual({ saved: 'new' });
    const before = plant.contentDigest();
    const movements = [posted('scrap', 'OIL O1', 1, on(11)), posted('transfer', 'OIL O1', 1, on(11))];
    expect(await refusalOf(plant.ask('movements.post', { movements }, { as }))).toEqual({
      code: 'STATUS_FORBIDS',
      message: 'Movement 2: STORE2 is closed: being painted. Choose another location.',
      details: { column: 'to', movement: 1 },
    });
    const undo = { movements: [moved ?? 0], reason: 'typed wrong' };
    expect(await refusalOf(plant.ask('movements.reverse', undo, { as }))).toMatchObject({
      code: 'STATUS_FORBIDS',
      details: { column: 'from', movement: 0 },
    });
    expect(plant.contentDigest()).toBe(before);
    const { findings } = await plant.take(
      { movements: [row('scrap', 'OIL O1', 1, on(11)), row('transfer', 'OIL O1', 1, on(11))] },
      { as: quality },
    );
    expect(findings).toEqual([
      {
        file: 'movements.csv',
        row: 3,
        column: 'to',
        code: 'STATUS_FORBIDS',
        message: 'STORE2 is closed: being painted. Choose another location.',
      },
    ]);
  });

  it('is listed as it is declared', async () => {
    await using set = await buildPolicyPlant();
    for (const [location, until] of [
      ['STORE2', '2026-06-01'],
      ['STORE', '2026-05-01'],
    ] as const)
      await set.plant.send('locationNotes.save', note(location, until), { as: set.warehouse });
    const listed = await listNotes(set.plant, { sort: '-until' });
    expect(listed).toMatchObject({ total: 2, rows: [{ location: 'STORE2' }, { location: 'STORE', movements: 0 }] });
    const found = await listNotes(set.plant, { until: '..2026-05-31' });
    expect(found).toMatchObject({ total: 1, rows: [{ location: 'STORE' }] });
  });

  it('does more after movements were posted, in the same entry or not at all', async () => {
    await using set = await buildPolicyPlant();
    const { plant, warehouse: as } = set;
    await plant.send('locationNotes.save', note('STORE', '2026-01-05'), { as });
    const counted = () =>
      plant.rows(
        "select n.movements, n.version, v.entry_seq = (select max(seq) from audit_entry) as now from location_note n join record_version v on v.record = 'location_note' and v.version = n.version",
      );
    await plant.postAll(
      [
        ['scrap', 'OIL O1', 1, on(6)],
        ['receipt', 'SALT', 1, on(6)],
      ],
      { as },
    );
    expect(counted()).toEqual([{ movements: 2, version: 2, now: 1 }]);
    await refusalOf(plant.postAll([['scrap', 'OIL O1', 999, on(7)]], { as }));
    await plant.send('locationNotes.save', note('QUAR', '2026-01-05'), { as });
    expect(plant.rows('select movements, version from location_note')).toEqual([
      { movements: 2, version: 2 },
      { movements: 0, version: 1 },
    ]);
    expect(problemsOf(plant)).toEqual([]);
  });

  it('has its history, is verified, and is found out in each field when somebody edits it', async () => {
    await using set = await buildPolicyPlant();
    const { plant, warehouse: as } = set;
    await plant.send('locationNotes.save', note('STORE2', '2026-01-05'), { as });
    const { seq } = plant.app.store.head();
    await plant.send('locationNotes.save', note('STORE2', '2026-01-07'), { as });
    const since = { seq: seq + 1, names: [], offset: 0, limit: 10 };
    const [changed] = changesOf(plant.app.store.reader().db, since, kinds);
    expect(changed).toMatchObject({
      record: 'location_note',
      parts: ['STORE2'],
      version: 2,
      fields: [{ field: 'until', before: '2026-01-05', after: '2026-01-07' }],
    });
    expect(problemsOf(plant)).toEqual([]);
    await plant.app.store.work((work) => {
      for (const { column, to } of columnsOfRecords([locationNoteRecord])) {
        work.db.exec('savepoint edit');
        work.db.exec(`update location_note set ${column} = ${to}`);
        expect(problemsOf(plant, work.db), column).not.toEqual([]);
        work.db.exec('rollback to edit');
      }
    });
  });

  it('has its words in every language, joined to those of the other features', () => {
    for (const language of ['en', 'de'] as const) {
      const words = joinTexts(texts[language], locationNotesTexts[language]);
      const paths = [
        'audit.operations.locationNotes.save',
        'audit.groups.locationNotes',
        'audit.records.location_note',
        ...fieldsInVersions(locationNoteRecord).map(([name]) => `audit.fields.${name}`),
      ];
      expect(paths.filter((path) => textAt(words, path) === '')).toEqual([]);
      expect(() => joinTexts(words, { audit: { records: { location_note: 'Memo' } } })).toThrow(
        'the text audit.records.location_note stands there twice',
      );
    }
  });

  it('gets a record in the store that tests edit, without a line of theirs', async () => {
    await using set = await buildPolicyPlant();
    expect(await writeOneOfEach(set.plant, [locationNoteRecord])).toEqual(['location_note']);
    expect(problemsOf(set.plant)).toEqual([]);
    // The entry is sealed as any other; only the table is not in this program's schema.
    const { problems } = verifyStore(set.plant.app.store.reader().db, () => undefined);
    expect(problems.map(({ code }) => code)).toEqual(['SCHEMA_CHANGED']);
    expect(await writeOneOfEach(set.plant, [locationNoteRecord])).toEqual([]);
  });

  it('is what CONTRIBUTING.md shows, to the letter', () => {
    const read = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
    const guide = read('CONTRIBUTING.md');
    // There the query of a contract and that of the store stand in one file.
    const code = ['locationNotes', 'locationNoteList']
      .map((name) => read(`test/support/${name}.ts`))
      .join('\n')
      .replaceAll('typedQuery', 'query');
    const shown = [...guide.matchAll(/```ts\n(.*?)```/gs)]
      .map(([, text = '']) => text.trimEnd())
      .filter((text) => text.includes('locationNote'));
    expect(shown).toHaveLength(2);
    for (const part of shown.flatMap((text) => text.split('\n\n')))
      expect(code).toContain(part.replaceAll(/^\/\/ src.*\n/gm, '').replaceAll('typedQuery', 'query'));
  });
});
