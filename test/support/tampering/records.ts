import { snake } from '#main/store/records.ts';
import { type Field, isWholeNumber, type RecordKind } from '#shared/kernel/record.ts';
import { records } from '#shared/records.ts';
import { serialLinkRecord } from '#shared/serials/records.ts';
import { moveHeadDigests, redigestVersions } from './forger.ts';
import { editVersion } from './tamper.ts';
import { type AnywhereKind, orNext, type Place } from './anywhere.ts';

const seqOfVersion = (place: Place, id: number): number =>
  place.one<number>('select entry_seq from record_version where id = ?', id);
/** A version that is not the only one of its journal's end. */
const version = (place: Place, where = ''): number =>
  place.row(`select id from record_version where id < (select max(id) from record_version) ${where}`);

export type Column = { table: string; column: string; to: string };

/** What a field is changed into by somebody who edits the file: something it could well say. */
function edited(column: string, { kind, names }: Field): string {
  if (kind === 'reference') return `(select id from ${names} where id <> coalesce(${column}, 0) limit 1)`;
  if (kind === 'flag') return `1 - ${column}`;
  if (kind === 'date') return "'2099-01-01'";
  return isWholeNumber(kind) ? `coalesce(${column}, 0) + 1` : `coalesce(${column}, '') || 'x'`;
}

/** Every field of every declared kind of record, and the version each record counts, with what is written into it. */
export const columnsOfRecords = (kinds: readonly RecordKind[] = records): readonly Column[] =>
  kinds
    .filter((kind) => kind !== serialLinkRecord)
    .flatMap(({ name: table, fields }) => [
      ...Object.entries(fields).map(([name, field]) => ({
        table,
        column: snake(name),
        to: edited(snake(name), field),
      })),
      { table, column: 'version', to: 'version + 1' },
    ]);

/** Ways to change master records, what was signed of them, and their versions. */
export const recordKinds: Record<string, AnywhereKind> = {
  'a record edited without an entry': {
    change(place) {
      const isThere = ({ table }: Column): boolean => place.one<number>(`select count(*) from ${table}`) > 0;
      const { table, column, to } = place.pick(columnsOfRecords().filter(isThere));
      place.run(`update ${table} set ${column} = ${to} where id = ?`, place.row(`select id from ${table}`));
      return [];
    },
  },
  'a record’s code edited': {
    change(place) {
      const table = place.pick(['product', 'partner', 'place']);
      place.run(`update ${table} set code = code || 'X' where id = ?`, place.row(`select id from ${table}`));
      return [];
    },
  },
  'a record added without an entry': {
    change(place) {
      const table = place.pick(['partner', 'place']);
      place.ghostOf(table, place.row(`select id from ${table}`));
      place.run("update ghost set id = 9999, code = 'GHOST'");
      place.run(`insert into ${table} select * from ghost`);
      return [];
    },
  },
  'a version moved from its record to another name': {
    change(place) {
      // The text of a digest is the same: only where the name ends and the key begins is another.
      const id = version(place, "and record in ('lot', 'credential', 'authorisation')");
      place.run(
        'update record_version set record = record || char(31) || substr(record_key, 1, instr(record_key, char(31)) - 1), record_key = substr(record_key, instr(record_key, char(31)) + 1) where id = ?',
        id,
      );
      return [seqOfVersion(place, id)];
    },
  },
  'a record deleted': {
    change(place) {
      const table = place.pick(records.map(({ name }) => name));
      place.run(`delete from ${table} where id = ?`, place.row(`select id from ${table}`));
      return [];
    },
  },
  'a role given more than it had': {
    change(place) {
      place.run(
        `insert or replace into role (id, code, permissions, version) values (
           (select id from role where code = 'viewer'), 'viewer', 'look,administer,lots.decide', 1)`,
      );
      return [];
    },
  },
  'a signature’s words edited': {
    change(place) {
      const column = place.pick(['statement', 'meaning', 'name', 'role', 'comment', 'workstation', 'person']);
      place.run(
        `update signature set ${column} = ${column} || 'x' where id = ?`,
        place.row('select id from signature'),
      );
      return [];
    },
  },
  'a signature copied to another record': {
    change(place) {
      place.ghostOf('signature', place.row('select id from signature'));
      place.run(
        "update ghost set id = 9999, code = entry_seq || '-2', record = 'lot', record_key = ?",
        `MILK\u001fL${place.between(1, 2)}\u001f`,
      );
      place.run('insert into signature select * from ghost');
      return [];
    },
  },
  'a signature moved to another version of its record': {
    change(place) {
      place.run('update signature set record_version = record_version + ?', place.between(1, 9));
      return [];
    },
  },
  'a record and its version edited alike': {
    change(place) {
      const id = version(place, "and record = 'partner'");
      place.run("update partner set email = 'x' where code = (select record_key from record_version where id = ?)", id);
      editVersion(place.db, id, { email: 'x' });
      return [seqOfVersion(place, id)];
    },
  },
  'a record, its version and the version’s digest edited alike': {
    change(place) {
      const id = version(place, "and record = 'partner'");
      place.run("update partner set email = 'x' where code = (select record_key from record_version where id = ?)", id);
      editVersion(place.db, id, { email: 'x' }, true);
      return orNext((one) => seqOfVersion(place, one), id);
    },
  },
  'a record, its version and all digests after it edited alike': {
    change(place) {
      const id = version(place, "and record = 'partner'");
      place.run("update partner set email = 'x' where code = (select record_key from record_version where id = ?)", id);
      editVersion(place.db, id, { email: 'x' });
      redigestVersions(place.db, id - 1);
      moveHeadDigests(place.db);
      return [seqOfVersion(place, id)];
    },
  },
  'a version deleted': {
    change(place) {
      const id = version(place);
      const expected = orNext((one) => seqOfVersion(place, one), id);
      place.run('delete from record_version where id = ?', id);
      return expected;
    },
  },
  'two versions in each other’s place': {
    change(place) {
      const id = version(place);
      const expected = seqOfVersion(place, id);
      place.run('update record_version set id = 99999 where id = ?', id);
      place.run('update record_version set id = ? where id = ?', id, id + 1);
      place.run('update record_version set id = ? where id = 99999', id + 1);
      return [expected];
    },
  },
  'a version put at another entry': {
    change(place) {
      const id = version(place);
      const seq = seqOfVersion(place, id);
      place.run('update record_version set entry_seq = ? where id = ?', seq + 1, id);
      return [seq];
    },
  },
};
