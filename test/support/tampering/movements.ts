import { moveHeadDigests, redigestMovements } from './forger.ts';
import { type AnywhereKind, orNext, type Place } from './anywhere.ts';

const seqOfMovement = (place: Place, id: number): number =>
  place.one<number>('select entry_seq from movement where id = ?', id);

const movement = (place: Place): number =>
  place.row('select id from movement where id between 2 and (select max(id) - 1 from movement)');

/** Ways to change movements, and what is computed from them or named by them. */
export const movementKinds: Record<string, AnywhereKind> = {
  'a movement edited': {
    change(place) {
      const id = movement(place);
      const edit = place.pick([
        'quantity = quantity + 1',
        'at = at + 1',
        'offset_minutes = offset_minutes + 1',
        'recorded_at = recorded_at - 1',
        "kind = 'sample'",
        "document = document || 'x'",
        "reason = reason || 'x'",
        "person = person || 'x'",
        "workstation = workstation || 'x'",
        "evidence = 'scanned by hand'",
        "status_to = 'R'",
        'to_place_id = (select id from place where id <> coalesce(to_place_id, 0) limit 1)',
        'partner_id = (select id from partner where id <> coalesce(partner_id, 0) limit 1)',
        'run_id = case when run_id is null then (select id from run limit 1) end',
        'from_unit_id = (select id from unit where id <> from_unit_id limit 1)',
        'unit_cost = coalesce(unit_cost, 0) + 1',
        "external_id = 'X-1'",
        "row_key = x'01'",
        'row_start = coalesce(row_start, 0) + 1',
      ]);
      place.run(`update movement set ${edit} where id = ?`, id);
      return [seqOfMovement(place, id)];
    },
  },
  'a movement edited, its own digest recomputed': {
    change(place) {
      const id = movement(place);
      // Those after it keep theirs.
      place.db.exec('create temp table kept as select id, digest from movement');
      place.run("update movement set reason = 'forged' where id = ?", id);
      redigestMovements(place.db, id - 1);
      place.db.exec(
        `update movement set digest = kept.digest from kept where kept.id = movement.id and kept.id > ${id}`,
      );
      return orNext((one) => seqOfMovement(place, one), id);
    },
  },
  'a movement edited and all digests after it recomputed': {
    change(place) {
      const id = movement(place);
      place.run("update movement set reason = 'forged' where id = ?", id);
      redigestMovements(place.db, id - 1);
      moveHeadDigests(place.db);
      return [seqOfMovement(place, id)];
    },
  },
  'a movement deleted': {
    change(place) {
      const id = movement(place);
      const expected = orNext((one) => seqOfMovement(place, one), id);
      place.run('delete from movement where id = ?', id);
      return expected;
    },
  },
  'a movement added': {
    change(place) {
      place.ghostOf('movement', movement(place));
      place.run('update ghost set id = 9999, reverses_id = null, external_id = null');
      place.run('insert into movement select * from ghost');
      return [];
    },
  },
  'two movements in each other’s place': {
    change(place) {
      const id = movement(place);
      const seq = seqOfMovement(place, id);
      place.run('update movement set id = 99999 where id = ?', id);
      place.run('update movement set id = ? where id = ?', id, id + 1);
      place.run('update movement set id = ? where id = 99999', id + 1);
      return [seq];
    },
  },
  'a movement put at another entry': {
    change(place) {
      const id = movement(place);
      const seq = seqOfMovement(place, id);
      place.run('update movement set entry_seq = entry_seq + 1 where id = ?', id);
      return [seq];
    },
  },
  'a blank put where nothing stood': {
    change(place) {
      const blank = place.pick(["external_id = ''", "row_key = x''"]);
      const column = blank.slice(0, blank.indexOf(' '));
      place.run(
        `update movement set ${blank} where id = ?`,
        place.row(`select id from movement where ${column} is null`),
      );
      return [];
    },
  },
  'goods put into a run without a name': {
    change(place) {
      place.run("insert into run (id, work_order, run) values (9999, '', '')");
      place.run(
        'update movement set run_id = 9999 where id = ?',
        place.row('select id from movement where run_id is null'),
      );
      return [];
    },
  },
  'a unit given another name': {
    change(place) {
      const id = place.row('select distinct to_unit_id from movement');
      place.run("update unit set lot = lot || 'X' where id = ?", id);
      return [place.one<number>('select min(entry_seq) from movement where ? in (from_unit_id, to_unit_id)', id)];
    },
  },
  'a unit made a leaf, or none': {
    change(place) {
      place.run('update unit set leaf = 1 - leaf where id = ?', place.row('select distinct to_unit_id from movement'));
      return [];
    },
  },
  'a unit or a run added that nothing names': {
    change(place) {
      if (place.random() < 0.5) place.run("insert into run values (9999, 'WO-GHOST', '')");
      else place.run("insert into unit values (9999, 1, 'GHOST', '', '', 0)");
      return [];
    },
  },
  'a run given another work order': {
    change(place) {
      const id = place.row('select id from run');
      place.run("update run set work_order = work_order || 'X' where id = ?", id);
      return [place.one<number>('select min(entry_seq) from movement where run_id = ?', id)];
    },
  },
  'a serial link edited': {
    change(place) {
      const edit = place.pick([
        'quantity = quantity + 1',
        'at = at + 1',
        "work_order = work_order || 'X'",
        'parent_unit_id = (select id from unit where id not in (parent_unit_id, component_unit_id) limit 1)',
        'component_unit_id = (select id from unit where id not in (parent_unit_id, component_unit_id) limit 1)',
      ]);
      const id = place.row('select id from serial_link');
      place.run(`update serial_link set ${edit} where id = ?`, id);
      return [
        place.one<number>(
          "select entry_seq from record_version where record = 'serial_link' and record_key = ?",
          String(id),
        ),
      ];
    },
  },
  'a balance edited': {
    change(place) {
      const id = place.row('select id from balance');
      place.run(`update balance set ${place.pick(['quantity = quantity + 1', "status = 'R'"])} where id = ?`, id);
      return [];
    },
  },
  'stock put from one place to another': {
    change(place) {
      const id = place.row('select id from balance where quantity > 1000000');
      place.run(
        `insert into balance (unit_id, place_id, status, quantity)
         select unit_id, place_id, 'R', 1000000 from balance where id = ?`,
        id,
      );
      place.run('update balance set quantity = quantity - 1000000 where id = ?', id);
      return [];
    },
  },
  'a balance deleted, or one of nothing added': {
    change(place) {
      const id = place.row('select id from balance');
      if (place.random() < 0.5) place.run('delete from balance where id = ?', id);
      else
        place.run(
          "insert into balance (unit_id, place_id, status, quantity) select unit_id, place_id, 'X', 0 from balance where id = ?",
          id,
        );
      return [];
    },
  },
};
