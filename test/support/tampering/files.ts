import { copyFileSync } from 'node:fs';
import type { AnywhereKind, Expected, Place } from './anywhere.ts';

/** Ways to change the schema, so that what follows goes unnoticed. */
export const schemaKinds: Record<string, AnywhereKind> = {
  'a trigger made harmless in the schema itself': {
    plainly: true,
    change(place) {
      const name = place.pick(['audit_entry_no_update', 'movement_no_delete', 'record_version_no_replace']);
      place.db.unsafeMode(true);
      place.db.pragma('writable_schema = on');
      place.run("update sqlite_schema set sql = replace(sql, 'abort', 'ignore') where name = ?", name);
      place.db.pragma('writable_schema = off');
      return [];
    },
  },
  'a trigger added under a name like one of the database’s own': {
    plainly: true,
    change(place) {
      const table = place.pick(['movement', 'balance', 'audit_entry']);
      place.db.exec(`create trigger sqlitex_${place.between(1, 99)} after insert on ${table} begin select 1; end`);
      return [];
    },
  },
  'an index emptied, so that questions find nothing': {
    plainly: true,
    change(place) {
      const name = place.pick(['lot_number', 'movement_unit', 'audit_entry_command', 'unit_key', 'balance_key']);
      place.db.unsafeMode(true);
      place.db.exec('create table hollow (id integer primary key); create index hollow_id on hollow (id)');
      const root = place.one<number>("select rootpage from sqlite_schema where name = 'hollow_id'");
      const own = place.one<number>('select rootpage from sqlite_schema where name = ?', name);
      place.db.pragma('writable_schema = on');
      place.run('update sqlite_schema set rootpage = ? where name = ?', root, name);
      place.run("update sqlite_schema set rootpage = ? where name = 'hollow_id'", own);
      place.db.pragma('writable_schema = reset');
      place.db.exec('drop table hollow');
      return [];
    },
  },
};

/** Ways to put another file in the store's place. */
export const fileKinds: Record<
  string,
  { needsAnchor: true; replace: (file: string, place: Pick<Place, 'history'>) => Expected }
> = {
  'an older copy put in the store’s place': {
    needsAnchor: true,
    replace(file, { history }) {
      copyFileSync(history.older, file);
      return [history.entries];
    },
  },
  'an older copy that somebody went on from': {
    needsAnchor: true,
    replace(file, { history }) {
      copyFileSync(history.branch, file);
      return [history.entries];
    },
  },
};
