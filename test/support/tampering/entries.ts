import { canonical, sha256 } from '#main/store/chain.ts';
import { recount, reseal } from './forger.ts';
import type { AnywhereKind, Expected, Place } from './anywhere.ts';

/** Says something else in an entry's text, as the text's own writer would. */
function editBody(place: Place, seq: number, change: (said: Record<string, unknown>) => object): void {
  const said: Record<string, unknown> = JSON.parse(
    place.one<string>('select body from audit_entry where seq = ?', seq),
  );
  place.run('update audit_entry set body = ? where seq = ?', canonical({ ...said, ...change(said) }), seq);
}

const rehash = (place: Place, seq: number): void =>
  place.run(
    'update audit_entry set hash = ? where seq = ?',
    sha256(place.one<string>('select body from audit_entry where seq = ?', seq)),
    seq,
  );

/** The first anchor that a change from an entry on touches. */
const anchoredFrom = (place: Place, seq: number): Expected =>
  place.history.anchors
    .map((anchor) => anchor.seq)
    .filter((anchored) => anchored >= seq)
    .slice(0, 1);

const setBack = (place: Place, last: number): void =>
  place.run('update head set seq = ?, hash = (select hash from audit_entry where seq = ?)', last, last);

/** Ways to change the chain itself. */
export const entryKinds: Record<string, AnywhereKind> = {
  'one character of an entry edited': {
    change(place) {
      const seq = place.entry();
      const body = place.one<string>('select body from audit_entry where seq = ?', seq);
      const letters = [...body.matchAll(/[a-z0-9]/g)].map(({ index }) => index);
      const at = place.pick(letters);
      const other = body.charAt(at) === '7' ? '8' : '7';
      place.run('update audit_entry set body = ? where seq = ?', body.slice(0, at) + other + body.slice(at + 1), seq);
      return [seq];
    },
  },
  'an entry edited, its own hash recomputed': {
    change(place) {
      const seq = place.entry();
      editBody(place, seq, () => ({ summary: 'nothing much' }));
      rehash(place, seq);
      return [seq + 1];
    },
  },
  'an entry edited, its hash recomputed and the next one’s link made to fit': {
    change(place) {
      const seq = place.entry();
      editBody(place, seq, () => ({ summary: 'nothing much' }));
      rehash(place, seq);
      place.run(
        'update audit_entry set previous_hash = (select hash from audit_entry where seq = ?) where seq = ?',
        seq,
        seq + 1,
      );
      return [seq + 1];
    },
  },
  'an entry edited and the whole chain recomputed': {
    needsAnchor: true,
    change(place) {
      const seq = place.entry();
      editBody(place, seq, () => ({ summary: 'nothing much' }));
      reseal(place.db);
      return anchoredFrom(place, seq);
    },
  },
  'a movement edited and everything that is sealed recomputed': {
    needsAnchor: true,
    change(place) {
      const id = place.row("select id from movement where kind = 'receipt' and quantity > 1000000");
      place.run('update movement set quantity = quantity + 1000000 where id = ?', id);
      recount(place.db);
      reseal(place.db);
      return anchoredFrom(place, place.one<number>('select entry_seq from movement where id = ?', id));
    },
  },
  'an entry in the middle deleted': {
    change(place) {
      const seq = place.entry();
      place.run('delete from audit_entry where seq = ?', seq);
      return [seq, seq + 1];
    },
  },
  'entries in the middle deleted and the rest renumbered': {
    change(place) {
      const seq = place.entry();
      place.run('delete from audit_entry where seq = ?', seq);
      for (let next = seq + 1; next <= place.history.entries; next += 1)
        place.run('update audit_entry set seq = ? where seq = ?', next - 1, next);
      setBack(place, place.history.entries - 1);
      return [seq];
    },
  },
  'the last entries deleted': {
    change(place) {
      const last = place.history.entries - place.between(1, place.history.tail);
      place.run('delete from audit_entry where seq > ?', last);
      return [last + 1];
    },
  },
  'the last entries deleted, with all they wrote and the head': {
    needsAnchor: true,
    change(place) {
      const last = place.history.entries - place.between(1, place.history.tail);
      place.run('delete from audit_entry where seq > ?', last);
      place.run('delete from movement where entry_seq > ?', last);
      recount(place.db);
      reseal(place.db);
      return [place.history.entries];
    },
  },
  'every entry deleted': {
    change(place) {
      place.run('delete from audit_entry');
      return [1];
    },
  },
  'everything deleted, as if the store were new': {
    needsAnchor: true,
    change(place) {
      const tables = place.db
        .prepare<[], string>(
          "select name from sqlite_schema where type = 'table' and name <> 'head' and name not like '%migration%' and name not like 'sqlite%'",
        )
        .pluck()
        .all();
      for (const table of tables) place.db.exec(`delete from ${table}`);
      reseal(place.db);
      return anchoredFrom(place, 1);
    },
  },
  'an entry put in between': {
    change(place) {
      const seq = place.entry();
      for (let next = place.history.entries; next > seq; next -= 1)
        place.run('update audit_entry set seq = ? where seq = ?', next + 1, next);
      place.run(
        `insert into audit_entry select ?, at, person, 'command-forged', operation, outcome, body || ' ', randomblob(32), randomblob(32) from audit_entry
         where seq = ?`,
        seq + 1,
        seq,
      );
      return [seq + 1];
    },
  },
  'an entry added at the end': {
    change(place) {
      const { entries } = place.history;
      const seq = place.entry();
      place.run(
        `insert into audit_entry select ?, at, person, 'command-forged', operation, outcome, body,
           (select hash from audit_entry where seq = ?), randomblob(32) from audit_entry where seq = ?`,
        entries + 1,
        entries,
        seq,
      );
      setBack(place, entries + 1);
      return [entries + 1];
    },
  },
  'an entry moved to another place': {
    change(place) {
      const seq = place.entry();
      place.run('update audit_entry set seq = 9999 where seq = ?', seq);
      place.run('update audit_entry set seq = ? where seq = ?', seq, seq + 1);
      place.run('update audit_entry set seq = ? where seq = ?', seq + 1, seq + 2);
      place.run('update audit_entry set seq = ? where seq = 9999', seq + 2);
      return [seq];
    },
  },
  'two entries swapped': {
    change(place) {
      const [one, other] = [place.entry(), place.history.entries];
      place.run('update audit_entry set seq = 9999 where seq = ?', one);
      place.run('update audit_entry set seq = ? where seq = ?', one, other);
      place.run('update audit_entry set seq = ? where seq = 9999', other);
      return [one];
    },
  },
  'the texts of two entries swapped, with their hashes': {
    change(place) {
      const one = place.entry();
      const bodies = [one, one + 1].map((seq) => place.one<string>('select body from audit_entry where seq = ?', seq));
      for (const [index, seq] of [one + 1, one].entries())
        place.run('update audit_entry set body = ? where seq = ?', bodies[index], seq);
      for (const seq of [one, one + 1]) place.run('update audit_entry set hash = randomblob(32) where seq = ?', seq);
      for (const seq of [one, one + 1]) rehash(place, seq);
      return [one];
    },
  },
  'an entry’s number changed': {
    change(place) {
      const seq = place.entry();
      place.run('update audit_entry set seq = seq + 1000 where seq = ?', seq);
      return [seq, seq + 1];
    },
  },
  'an entry’s time changed': {
    change(place) {
      const seq = place.entry();
      place.run('update audit_entry set at = at - ? where seq = ?', place.between(1, 90_000_000), seq);
      return [seq];
    },
  },
  'an entry’s time changed in its text too': {
    change(place) {
      const seq = place.entry();
      editBody(place, seq, () => ({ at: '2026-05-01T00:00:00Z' }));
      rehash(place, seq);
      return [seq];
    },
  },
  'an entry’s person changed': {
    change(place) {
      const seq = place.entry();
      place.run("update audit_entry set person = 'somebody.else' where seq = ?", seq);
      return [seq];
    },
  },
  'an entry’s person changed in its text too': {
    change(place) {
      const seq = place.entry();
      editBody(place, seq, () => ({ person: { id: 'somebody.else', name: 'Somebody Else' } }));
      place.run("update audit_entry set person = 'somebody.else' where seq = ?", seq);
      rehash(place, seq);
      return [seq + 1];
    },
  },
  'an entry’s command, operation or outcome changed': {
    change(place) {
      const seq = place.entry();
      const column = place.pick(['command_id', 'operation', 'outcome']);
      place.run(`update audit_entry set ${column} = ${column} || 'x' where seq = ?`, seq);
      return [seq];
    },
  },
  'an entry replaced by INSERT OR REPLACE': {
    change(place) {
      const seq = place.entry();
      place.run(
        `insert or replace into audit_entry select seq, at, person, command_id, operation, outcome, replace(body, '"host":"test"', '"host":"cli"'),
         previous_hash, hash from audit_entry where seq = ?`,
        seq,
      );
      return [seq];
    },
  },
  'the head given another end': {
    change(place) {
      place.run(`update head set ${place.pick(['seq = seq - 1', 'seq = seq + 1', 'hash = randomblob(32)'])}`);
      return [place.history.entries + 1];
    },
  },
  'the head given other digests': {
    change(place) {
      place.run(`update head set ${place.pick(['movement_digest', 'version_digest'])} = randomblob(32)`);
      return [];
    },
  },
  'the store given another identity': {
    change(place) {
      place.run('update head set store_id = ?', `store-${place.between(1, 1000)}`);
      return [1];
    },
  },
  'the mark of a demo put on': {
    change(place) {
      place.run('update head set demo = ?', place.pick(['food', 'device']));
      return [];
    },
  },
};
