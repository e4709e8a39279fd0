import type Database from 'better-sqlite3';
import { editVersion, rehash } from './tamper.ts';

const sqlOf = (sql: string) => (db: Database.Database) => void db.exec(sql);

/** A change to the store of auditVerify.test.ts, and the first problem that is told of it. */
export type TamperKind = { change: (db: Database.Database) => void; code: string; seq: number; where: RegExp };

/** Exchanges the numbers of a lot's unit and the last one, wherever they are named. */
function asLastNode(db: Database.Database, lot: string): void {
  const idOf = (sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? 0;
  const [own, last] = [idOf(`select id from unit where lot = '${lot}'`), idOf('select max(id) from unit')];
  const renumber = (from: number, to: number): void => {
    db.exec(`update unit set id = ${to} where id = ${from}; update balance set unit_id = ${to} where unit_id = ${from};
      update movement set from_unit_id = ${to} where from_unit_id = ${from}; update movement set to_unit_id = ${to} where to_unit_id = ${from}`);
  };
  renumber(own, -1);
  renumber(last, own);
  renumber(-1, last);
}

/** Every way of tampering that was thought of, by what a person would say was done. */
export const tamperKinds: Record<string, TamperKind> = {
  'a movement’s quantity edited': {
    change: sqlOf('update movement set quantity = 5000000 where id = 4'),
    code: 'MOVEMENT_CHANGED',
    seq: 2,
    where: /movement 4/,
  },
  'a movement’s time edited': {
    change: sqlOf('update movement set at = at + 1 where id = 2'),
    code: 'MOVEMENT_CHANGED',
    seq: 2,
    where: /movement 2/,
  },
  'a movement’s place edited': {
    change: sqlOf('update movement set to_place_id = 1 where id = 1'),
    code: 'MOVEMENT_CHANGED',
    seq: 2,
    where: /movement 1/,
  },
  'a movement’s partner edited': {
    change: sqlOf('update movement set partner_id = partner_id + 1 where id = 7'),
    code: 'MOVEMENT_CHANGED',
    seq: 3,
    where: /movement 7/,
  },
  'a movement’s recorder edited': {
    change: sqlOf("update movement set person = 'nobody' where id = 7"),
    code: 'MOVEMENT_CHANGED',
    seq: 3,
    where: /movement 7/,
  },
  'a movement edited and its own digest recomputed': {
    change: (db) => {
      db.exec("update movement set reason = 'forged' where id = 6");
      db.exec("update movement set digest = x'00' where id = 6");
    },
    code: 'MOVEMENT_CHANGED',
    seq: 2,
    where: /movement 6/,
  },
  'a movement taken out': {
    change: sqlOf('delete from movement where id = 4'),
    code: 'MOVEMENT_CHANGED',
    seq: 2,
    where: /movement 5/,
  },
  'the last movement of the last entry taken out': {
    change: sqlOf('delete from movement where id = (select max(id) from movement)'),
    code: 'MOVEMENT_CHANGED',
    seq: 7,
    where: /movement 10/,
  },
  'a movement added': {
    change:
      sqlOf(`insert into movement select 11, entry_seq, at, offset_minutes, recorded_at, kind, document, line, from_unit_id, to_unit_id, quantity, from_place_id,
      to_place_id, status_from, status_to, run_id, equipment, partner_id, unit_cost, reason, evidence, person, workstation, external_id, row_key, row_start, null, digest
      from movement where id = 1`),
    code: 'MOVEMENT_CHANGED',
    seq: 0,
    where: /movement 11/,
  },
  'a reversal untied from what it undoes': {
    change: sqlOf('update movement set reverses_id = null where reverses_id is not null'),
    code: 'MOVEMENT_CHANGED',
    seq: 6,
    where: /movement 9/,
  },
  'an entry’s text edited': {
    change: sqlOf("update audit_entry set body = replace(body, 'wrong customer', 'x') || ' ' where seq = 3"),
    code: 'ENTRY_CHANGED',
    seq: 3,
    where: /entry 3/,
  },
  'an entry’s text edited and its own hash recomputed': {
    change: (db) => {
      db.exec("update audit_entry set body = replace(body, 'owner', 'ownen') where seq = 3");
      rehash(db, 3, 3);
    },
    code: 'ENTRY_CHANGED',
    seq: 4,
    where: /entry 4/,
  },
  'an entry’s text edited, its hash recomputed and the next one’s link made to fit': {
    change: (db) => {
      db.exec("update audit_entry set body = replace(body, 'owner', 'ownen') where seq = 3");
      rehash(db, 3, 3);
      db.exec('update audit_entry set previous_hash = (select hash from audit_entry where seq = 3) where seq = 4');
    },
    code: 'ENTRY_CHANGED',
    seq: 4,
    where: /entry 4/,
  },
  'the last entry taken out': {
    change: sqlOf('delete from audit_entry where seq = 7'),
    code: 'HEAD_CHANGED',
    seq: 7,
    where: /head/,
  },
  'the last entry taken out and the head set back': {
    change: sqlOf(
      'delete from audit_entry where seq = 7; update head set seq = 6, hash = (select hash from audit_entry where seq = 6)',
    ),
    code: 'MOVEMENT_CHANGED',
    seq: 0,
    where: /movement 10/,
  },
  'a refusal taken out at the end with the head set back': {
    change: (db) => {
      db.exec('delete from audit_entry where seq >= 4');
      db.exec('update head set seq = 3, hash = (select hash from audit_entry where seq = 3)');
    },
    code: 'MOVEMENT_CHANGED',
    seq: 0,
    where: /movement 8/,
  },
  'an entry in the middle taken out': {
    change: sqlOf('delete from audit_entry where seq = 4'),
    code: 'ENTRY_CHANGED',
    seq: 5,
    where: /entry 5/,
  },
  'every entry taken out': { change: sqlOf('delete from audit_entry'), code: 'HEAD_CHANGED', seq: 1, where: /head/ },
  'an entry added in the middle': {
    change: (db) => {
      db.exec(
        'update audit_entry set seq = seq + 100 where seq >= 4; update audit_entry set seq = seq - 99 where seq >= 104',
      );
      db.exec(
        "insert into audit_entry select 4, at, person, 'command-forged', operation, outcome, body || ' ', x'02', x'03' from audit_entry where seq = 3",
      );
    },
    code: 'ENTRY_CHANGED',
    seq: 4,
    where: /entry 4/,
  },
  'two entries swapped': {
    change: sqlOf(
      'update audit_entry set seq = 99 where seq = 3; update audit_entry set seq = 3 where seq = 4; update audit_entry set seq = 4 where seq = 99',
    ),
    code: 'ENTRY_CHANGED',
    seq: 3,
    where: /entry 3/,
  },
  'an entry’s number edited': {
    change: sqlOf('update audit_entry set seq = 70 where seq = 7'),
    code: 'ENTRY_CHANGED',
    seq: 70,
    where: /entry 70/,
  },
  'an entry’s time edited': {
    change: sqlOf('update audit_entry set at = at + 1 where seq = 7'),
    code: 'ENTRY_CHANGED',
    seq: 7,
    where: /entry 7/,
  },
  'an entry’s person edited': {
    change: sqlOf("update audit_entry set person = 'nobody' where seq = 5"),
    code: 'ENTRY_CHANGED',
    seq: 5,
    where: /entry 5/,
  },
  'an entry’s command edited': {
    change: sqlOf("update audit_entry set command_id = 'command-forged' where seq = 5"),
    code: 'ENTRY_CHANGED',
    seq: 5,
    where: /entry 5/,
  },
  'a refusal listed as done': {
    change: sqlOf("update audit_entry set outcome = 'done' where seq = 4"),
    code: 'ENTRY_CHANGED',
    seq: 4,
    where: /entry 4/,
  },
  'a product edited without an entry': {
    change: sqlOf("update product set name = 'Silk' where code = 'MILK'"),
    code: 'RECORD_CHANGED',
    seq: 1,
    where: /product MILK/,
  },
  'a product’s code edited': {
    change: sqlOf("update product set code = 'SILK' where code = 'MILK'"),
    code: 'MOVEMENT_CHANGED',
    seq: 2,
    where: /movement 1/,
  },
  'a product’s tracking edited': {
    change: sqlOf("update product set lot_tracking = 'none' where code = 'MILK'"),
    code: 'RECORD_CHANGED',
    seq: 1,
    where: /product MILK/,
  },
  'a product added without an entry': {
    change:
      sqlOf(`create temp table ghost as select * from product where code = 'SALT'; update ghost set id = 99, code = 'GHOST';
        insert into product select * from ghost`),
    code: 'RECORD_CHANGED',
    seq: 0,
    where: /product GHOST/,
  },
  'a product taken out': {
    change: sqlOf("delete from product where code = 'POWER'"),
    code: 'RECORD_CHANGED',
    seq: 0,
    where: /product/,
  },
  'a lot’s expiry edited': {
    change: sqlOf("update lot set expires_on = '2099-01-01' where lot = 'L1'"),
    code: 'RECORD_CHANGED',
    seq: 2,
    where: /lot MILK L1/,
  },
  'a lot’s supplier edited': {
    change: sqlOf("update lot set supplier_lot = 'M-78' where lot = 'L1'"),
    code: 'RECORD_CHANGED',
    seq: 2,
    where: /lot MILK L1/,
  },
  'a partner edited without an entry': {
    change: sqlOf("update partner set email = 'x' where code = 'C1'"),
    code: 'RECORD_CHANGED',
    seq: 1,
    where: /partner C1/,
  },
  'a location edited without an entry': {
    change: sqlOf("update place set kind = 'dock' where code = 'STORE'"),
    code: 'RECORD_CHANGED',
    seq: 1,
    where: /place STORE/,
  },
  'a record and its version edited alike': {
    change: (db) => {
      db.exec("update partner set email = 'x' where code = 'C1'");
      editVersion(db, 12, { email: 'x' });
    },
    code: 'VERSION_CHANGED',
    seq: 1,
    where: /version 12/,
  },
  'a record, its version and the version’s digest edited alike': {
    change: (db) => {
      db.exec("update partner set email = 'x' where code = 'C1'");
      editVersion(db, 12, { email: 'x' }, true);
    },
    code: 'VERSION_CHANGED',
    seq: 1,
    where: /version 13/,
  },
  'a version taken out': {
    change: sqlOf('delete from record_version where id = 5'),
    code: 'VERSION_CHANGED',
    seq: 1,
    where: /version 6/,
  },
  'a unit’s lot edited': {
    change: sqlOf("update unit set lot = 'L9' where lot = 'L2'"),
    code: 'MOVEMENT_CHANGED',
    seq: 2,
    where: /movement 2/,
  },
  'a unit’s serial edited': {
    change: sqlOf("update unit set serial = 'M9' where serial = 'M1'"),
    code: 'MOVEMENT_CHANGED',
    seq: 2,
    where: /movement 3/,
  },
  'a unit made a leaf, so that no trace leads through it': {
    change: sqlOf("update unit set leaf = 1 where lot = 'L1'"),
    code: 'RECORD_CHANGED',
    seq: 0,
    where: /unit/,
  },
  'a lot’s unit removed that never moved, as the last node': {
    change(db) {
      asLastNode(db, 'NEVER-MOVED');
      db.exec("delete from unit where lot = 'NEVER-MOVED'");
    },
    code: 'RECORD_CHANGED',
    seq: 0,
    where: /unit/,
  },
  'a lot’s unit made a leaf that never moved, as the last node': {
    change(db) {
      asLastNode(db, 'NEVER-MOVED');
      db.exec("update unit set leaf = 1 where lot = 'NEVER-MOVED'");
    },
    code: 'RECORD_CHANGED',
    seq: 0,
    where: /unit/,
  },
  'a unit added that nothing names': {
    change: sqlOf("insert into unit values (99, 1, 'GHOST', '', '', 0)"),
    code: 'RECORD_CHANGED',
    seq: 0,
    where: /unit/,
  },
  'a run’s work order edited': {
    change: sqlOf("update run set work_order = 'WO-9'"),
    code: 'MOVEMENT_CHANGED',
    seq: 2,
    where: /movement 4/,
  },
  'a run added that nothing names': {
    change: sqlOf("insert into run values (99, 'WO-9', '')"),
    code: 'RECORD_CHANGED',
    seq: 0,
    where: /run/,
  },
  'a balance edited': {
    change: sqlOf("update balance set quantity = quantity + 1 where unit_id = (select id from unit where lot = 'L2')"),
    code: 'BALANCE_WRONG',
    seq: 0,
    where: /MILK L2/,
  },
  'a balance line added': {
    change: sqlOf(
      "insert into balance (unit_id, place_id, status, quantity) select unit_id, place_id, 'R', 1 from balance limit 1",
    ),
    code: 'BALANCE_WRONG',
    seq: 0,
    where: /in R/,
  },
  'a balance line taken out': {
    change: sqlOf("delete from balance where unit_id = (select id from unit where lot = 'L2')"),
    code: 'BALANCE_WRONG',
    seq: 0,
    where: /MILK L2/,
  },
  'a balance moved to another status': {
    change: sqlOf("update balance set status = 'Q' where unit_id = (select id from unit where lot = 'L3')"),
    code: 'BALANCE_WRONG',
    seq: 0,
    where: /MILK L3/,
  },
  'a serial link edited': {
    change: sqlOf('update serial_link set quantity = 2000000'),
    code: 'RECORD_CHANGED',
    seq: 2,
    where: /serial_link 1/,
  },
  'a serial link tied to another parent': {
    change: sqlOf("update serial_link set parent_unit_id = (select id from unit where lot = 'L2')"),
    code: 'RECORD_CHANGED',
    seq: 2,
    where: /serial_link 1/,
  },
  'a serial link taken out': {
    change: sqlOf('delete from serial_link'),
    code: 'RECORD_CHANGED',
    seq: 0,
    where: /serial_link/,
  },
  'the mark of a demo taken off or put on': {
    change: sqlOf("update head set demo = 'food'"),
    code: 'HEAD_CHANGED',
    seq: 0,
    where: /head/,
  },
  'the store given another identity': {
    change: sqlOf("update head set store_id = 'another'"),
    code: 'ENTRY_CHANGED',
    seq: 1,
    where: /entry 1/,
  },
  'a trigger made harmless': {
    change: (db) => {
      db.exec('create trigger nothing_doing after insert on movement begin select 1; end');
    },
    code: 'SCHEMA_CHANGED',
    seq: 0,
    where: /schema/,
  },
};
