import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { QueriesOf } from '#main/context/context.ts';
import type { EntryBody } from '#main/store/chain.ts';
import { query } from '#main/store/query.ts';
import { lastInCommon, momentOfEntry, readUnpacked, rowsIn } from '#main/store/restore.ts';
import { makeTemporaryFolder } from '#main/store/temporaryFolders.ts';
import type { Read } from '#main/store/views.ts';
import { backup } from '#shared/backups/contract.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { insistOnOwn, unpackFor } from './unpacked.ts';

/** A backup of this store is its past, so that what a restore would undo is told without opening it. */
export const compare: QueriesOf<'backups', 'storeFile'>['compare'] = async ({ entry }, { read, storeFile }) => {
  const { seq: head, path, name } = await backupMadeBy(read, entry);
  const isHere = path !== '' && existsSync(path);
  const last = await read.one(entryAt, { seq: head });
  const people = await peopleSince(read, { head, entry });
  const { lots, movements } = (await read.one(countsNow)) ?? { lots: 0, movements: 0 };
  const { newLots, newMovements } = (await read.one(countsSince, { head })) ?? { newLots: 0, newMovements: 0 };
  return {
    head,
    headAt: last === undefined ? '' : formatMoment(last.at),
    file: path === '' ? name : path,
    isHere,
    foreign: 0,
    entries: people.reduce((sum, { entries }) => sum + entries, 0),
    people,
    // Neither ever goes away, so what there was is all but what came since.
    lots: { before: Number(lots) - Number(newLots), now: Number(lots) },
    movements: { before: Number(movements) - Number(newMovements), now: Number(movements) },
    store: storeFile,
  };
};

/** Who wrote entries after one, but for the one of the backup itself; the last first. */
async function peopleSince(read: Read, since: { head: number; entry: number }) {
  const people = [];
  for (const { entries, last } of await read.all(entriesSince, since)) {
    const entry = await read.one(entryAt, { seq: Number(last) });
    if (entry === undefined) continue;
    const { person } = bodyIn(entry.body);
    people.push({ name: person.name, entries: Number(entries), lastAt: formatMoment(entry.at) });
  }
  return people;
}

/** What one that was handed over holds is told by what was unpacked of it; it may have parted from the store. */
export const examine: QueriesOf<'backups', 'storeFile' | 'copies' | 'uploads'>['examine'] = async (
  { upload },
  context,
) => {
  const { read, reader, storeFile, uploads } = context;
  const backup = uploads.backupOf(upload);
  const file = backup.name;
  const folder = makeTemporaryFolder('drill');
  try {
    const draft = join(folder, 'examined.lotline');
    const { store, seq: head } = await unpackFor(context, { file: backup.path, name: file }, draft);
    insistOnOwn(reader.db, store, file);
    const held = readUnpacked(draft, (db) => ({
      head,
      headAt: momentOfEntry(db, head),
      common: lastInCommon(reader.db, db),
      lots: rowsIn(db, 'lot'),
      movements: rowsIn(db, 'movement'),
    }));
    const next = await read.one(entryAt, { seq: held.common + 1 });
    const isOfBackup = next?.operation === 'backups.make' && held.common === head;
    const people = await peopleSince(read, { head: held.common, entry: isOfBackup ? held.common + 1 : 0 });
    return {
      head,
      headAt: held.headAt,
      file,
      isHere: false,
      foreign: head - held.common,
      entries: people.reduce((sum, { entries }) => sum + entries, 0),
      people,
      lots: { before: held.lots, now: rowsIn(reader.db, 'lot') },
      movements: { before: held.movements, now: rowsIn(reader.db, 'movement') },
      store: storeFile,
    };
  } catch (error) {
    // It is as large as the store, and what is no good is not asked for again.
    await uploads.drop(upload);
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** @throws LotlineError NOT_FOUND */
export async function backupMadeBy(read: Read, seq: number) {
  const entry = await read.one(entryAt, { seq });
  const made = entry?.operation === 'backups.make' ? bodyIn(entry.body) : undefined;
  const { data } = backup.safeParse(made?.outcome === 'done' ? made.reply : undefined);
  if (data === undefined) throw new LotlineError('NOT_FOUND', msg`Entry ${seq} made no backup.`);
  return data;
}

// Bodies are written by the unit of work alone, and sealed.
const bodyIn = (body: string): EntryBody => JSON.parse(body) as EntryBody;

const entryAt = query((tables, { seq }: { seq: number }) =>
  tables.selectFrom('audit_entry').select(['at', 'operation', 'body']).where('seq', '=', seq),
);

const entriesSince = query((tables, { head, entry }: { head: number; entry: number }) =>
  tables
    .selectFrom('audit_entry')
    .select(({ fn }) => [fn.countAll().as('entries'), fn.max('seq').as('last')])
    .where('seq', '>', head)
    .where('seq', '<>', entry)
    .groupBy('person')
    .orderBy('last', 'desc'),
);

const countsNow = query((tables) =>
  tables.selectFrom('lot').select(({ fn, selectFrom }) => [
    fn.countAll().as('lots'),
    selectFrom('movement')
      .select(({ fn: of }) => of.countAll().as('count'))
      .as('movements'),
  ]),
);

const countsSince = query((tables, { head }: { head: number }) =>
  tables
    .selectFrom('record_version')
    .select(({ fn, selectFrom }) => [
      fn.countAll().as('newLots'),
      selectFrom('movement')
        .select(({ fn: of }) => of.countAll().as('count'))
        .where('entry_seq', '>', head)
        .as('newMovements'),
    ])
    .where('entry_seq', '>', head)
    .where('record', '=', 'lot')
    .where('version', '=', 1),
);
