import { moveHeadDigests, redigestVersions } from './forger.ts';
import { editVersion } from './tamper.ts';
import { type AnywhereKind, orNext, type Place } from './anywhere.ts';

const seqOfVersion = (place: Place, id: number): number =>
  place.one<number>('select entry_seq from record_version where id = ?', id);
/** A version that is not the only one of its journal's end. */
const version = (place: Place, where = ''): number =>
  place.row(`select id from record_version where id < (select max(id) from record_version) ${where}`);

type Column = { table: string; column: string; to: string };

/** Columns that name no other record, each with what is written into it. */
const columns: readonly Column[] = [
  { table: 'product', column: 'name', to: "name || 'x'" },
  { table: 'product', column: 'shelf_life_days', to: 'coalesce(shelf_life_days, 0) + 1' },
  { table: 'product', column: 'version', to: 'version + 1' },
  { table: 'partner', column: 'name', to: "name || 'x'" },
  { table: 'partner', column: 'email', to: "'x@example.org'" },
  { table: 'place', column: 'kind', to: "'dock '" },
  { table: 'lot', column: 'expires_on', to: "'2099-01-01'" },
  { table: 'lot', column: 'supplier_lot', to: "supplier_lot || 'x'" },
  { table: 'lot', column: 'supplier_id', to: '(select id from partner where id <> coalesce(supplier_id, 0) limit 1)' },
  { table: 'saved_view', column: 'question', to: "'[]'" },
  { table: 'person', column: 'name', to: "name || 'x'" },
  { table: 'person', column: 'roles', to: "'administrator,qualityManager'" },
  { table: 'person', column: 'disabled', to: '1 - disabled' },
  { table: 'credential', column: 'hash', to: "hash || 'x'" },
  { table: 'status_decision', column: 'reason', to: "reason || 'x'" },
];

/** Ways to change master records, what was signed of them, and their versions. */
export const recordKinds: Record<string, AnywhereKind> = {
  'a record edited without an entry': {
    change(place) {
      const { table, column, to } = place.pick(columns);
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
  'a record deleted': {
    change(place) {
      const table = place.pick([
        'product',
        'partner',
        'place',
        'lot',
        'saved_view',
        'serial_link',
        'person',
        'signature',
      ]);
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
