import type { Database } from 'better-sqlite3';
import { canonical, type EntryBody, hex, noHash, sha256 } from '#main/store/chain.ts';
import { schemaDigest, schemaDigests } from '#main/store/gate.ts';
import { entryFault, type StoredEntry } from '#main/store/tail.ts';
import type { Problem, Verification } from '#shared/audit/contract.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { isLeafUnit } from '#shared/movements/tracking.ts';
import { count, MovementWalk, type Progress, progressEvery, type Say, VersionWalk } from './journalWalk.queries.ts';
import { masterRecords } from './masterRecords.queries.ts';

/** At most so many problems are told; the first of each kind is what matters. */
const mostProblems = 100;

/**
 * Recomputes everything a store claims: the schema, every entry of the chain over its stored bytes, every
 * movement's and every version's running digest, each master record against its last version, and each
 * balance from the movements. Names what is wrong, first entry first. Reads only.
 */
export function verifyStore(db: Database, progress: Progress): Verification {
  const problems: Problem[] = [];
  const say = (problem: Problem): void => {
    if (problems.length < mostProblems) problems.push(problem);
  };
  if (schemaDigest(db) !== schemaDigests[Number(db.pragma('user_version', { simple: true }))]) {
    say({
      code: 'SCHEMA_CHANGED',
      seq: 0,
      where: 'schema',
      message: 'Tables, indexes or triggers were changed outside Lotline.',
    });
  }
  const entries = count(db, 'audit_entry');
  checkEntries(db, say, progress, entries);
  checkRecords(db, say, progress);
  checkBalances(db, say, progress);
  checkLinks(db, say);
  checkLeaves(db, say);
  checkDemo(db, say);
  checkPages(db, say, progress);
  problems.sort((a, b) => (a.seq || Number.MAX_SAFE_INTEGER) - (b.seq || Number.MAX_SAFE_INTEGER));
  return { ok: problems.length === 0, entries, problems };
}

/** Walks the chain and, beside it, both journals, up to where each entry says they stood. */
function checkEntries(db: Database, say: Say, progress: Progress, total: number): void {
  const movements = new MovementWalk(db, say, progress);
  const versions = new VersionWalk(db, say);
  const head = db
    .prepare<[], { storeId: string; seq: number; hash: Buffer; movementDigest: Buffer; versionDigest: Buffer }>(
      'select store_id as storeId, seq, hash, movement_digest as movementDigest, version_digest as versionDigest from head where id = 1',
    )
    .get();
  let previous: Uint8Array = noHash;
  let lastAt = 0;
  let expected = 1;
  for (const row of db.prepare<[], StoredEntry>('select * from audit_entry order by seq').iterate()) {
    const fault =
      entryFault(row, expected, previous) ??
      columnFault(row, head?.storeId ?? '') ??
      (row.at < lastAt ? `entry ${row.seq} is dated before the one before it.` : undefined);
    if (fault !== undefined)
      say({
        code: 'ENTRY_CHANGED',
        seq: row.seq,
        where: `entry ${row.seq}`,
        message: `The audit trail does not hold: ${fault}`,
      });
    const marks = readBody(row)?.journals;
    if (marks !== undefined) {
      movements.upTo(row.seq, marks.movement);
      versions.upTo(row.seq, marks.version);
    }
    previous = row.hash;
    lastAt = row.at;
    expected = row.seq + 1;
    if (row.seq % progressEvery === 0) progress('entries', row.seq, total);
  }
  movements.end();
  versions.end();
  if (head === undefined || head.seq !== expected - 1 || hex(head.hash) !== hex(previous)) {
    say({
      code: 'HEAD_CHANGED',
      seq: expected,
      where: 'head',
      message: `The head names entry ${head?.seq ?? 0}, but the last entry is ${expected - 1}: entries are missing or were added.`,
    });
  } else if (hex(head.movementDigest) !== movements.digestHex || hex(head.versionDigest) !== versions.digestHex) {
    say({ code: 'HEAD_CHANGED', seq: 0, where: 'head', message: 'The head and the journals do not agree.' });
  }
}

const readBody = (row: StoredEntry): EntryBody | undefined => parseBody(row.body);

function parseBody(body: string): EntryBody | undefined {
  try {
    // Written by the unit of work; a changed body was told already by its hash.
    return JSON.parse(body) as EntryBody;
  } catch {
    return undefined;
  }
}

/** The columns beside a body repeat what it says, so that they can be searched; they must agree. */
function columnFault(row: StoredEntry, storeId: string): string | undefined {
  const body = readBody(row);
  if (body === undefined) return `entry ${row.seq} cannot be read.`;
  if (
    body.seq !== row.seq ||
    body.person.id !== row.person ||
    body.command !== row.command_id ||
    body.operation !== row.operation ||
    body.outcome !== row.outcome
  ) {
    return `entry ${row.seq} is listed under other words than it says.`;
  }
  if (body.at !== formatMoment(row.at)) return `entry ${row.seq} is listed under another time than it says.`;
  return body.store === storeId ? undefined : `entry ${row.seq} belongs to another store.`;
}

/** Every master record must say what its last version says, and every version must have its record. */
function checkRecords(db: Database, say: Say, progress: Progress): void {
  const lastVersion = db.prepare<[string, string], { entrySeq: number; version: number; content: string }>(
    'select entry_seq as entrySeq, version, content from record_version where record = ? and record_key = ? order by version desc limit 1',
  );
  for (const { record, rows } of masterRecords(db)) {
    let done = 0;
    for (const row of rows) {
      done += 1;
      if (done % progressEvery === 0) progress(record, done, 0);
      const last = lastVersion.get(record, row.name);
      const where = `${record} ${row.name.replaceAll('\u001f', ' ').trim()}`;
      if (last === undefined)
        say({ code: 'RECORD_CHANGED', seq: 0, where, message: `${where} was never written by an entry.` });
      else if (canonical(row.said) !== last.content || row.version !== last.version) {
        say({
          code: 'RECORD_CHANGED',
          seq: last.entrySeq,
          where,
          message: `${where} differs from what entry ${last.entrySeq} wrote.`,
        });
      }
    }
    const known =
      db
        .prepare<[string], number>('select count(distinct record_key) from record_version where record = ?')
        .pluck()
        .get(record) ?? 0;
    if (known > done)
      say({
        code: 'RECORD_CHANGED',
        seq: 0,
        where: record,
        message: `${known - done} ${record} records were removed outside Lotline.`,
      });
  }
}

function checkBalances(db: Database, say: Say, progress: Progress): void {
  progress('balances', 0, count(db, 'balance'));
  const wrong = db
    .prepare<[], { unit: string; place: string; status: string; stored: number; counted: number }>(wrongBalances)
    .all();
  for (const { unit, place, status, stored, counted } of wrong) {
    const where = `${unit} at ${place} in ${status}`;
    say({
      code: 'BALANCE_WRONG',
      seq: 0,
      where,
      message: `${where} is ${formatQuantity(stored)}, but its movements come to ${formatQuantity(counted)}.`,
    });
  }
  const twice = db.prepare<[], { product: string; serial: string }>(serialsInTwoPlaces).all();
  for (const { product, serial } of twice) {
    say({
      code: 'SERIAL_TWICE',
      seq: 0,
      where: `${product} serial ${serial}`,
      message: `Serial ${serial} of ${product} lies in two places or as more than one piece.`,
    });
  }
}

const wrongBalances = `
  with flow as (
    select to_unit_id as unit, to_place_id as place, status_to as status, quantity from movement where to_place_id is not null
    union all
    select from_unit_id, from_place_id, status_from, -quantity from movement where from_place_id is not null
  ), counted as (
    select f.unit, f.place, f.status, sum(f.quantity) as quantity from flow f join unit u on u.id = f.unit join product p on p.id = u.product_id
    where p.stock_managed = 1 group by f.unit, f.place, f.status having sum(f.quantity) <> 0
  ), wrong as (
    select unit, place, status, sum(stored) as stored, sum(counted) as counted from (
      select unit, place, status, 0 as stored, quantity as counted from counted
      union all select unit_id, place_id, status, quantity, 0 from balance
    ) group by unit, place, status having sum(stored) <> sum(counted) or sum(counted) < 0
  )
  select p.code || ' ' || u.lot || ' ' || u.sublot || ' ' || u.serial as unit, l.code as place, w.status, w.stored, w.counted
  from wrong w left join unit u on u.id = w.unit left join product p on p.id = u.product_id left join place l on l.id = w.place
  order by 1, 2, 3 limit 50`;

const serialsInTwoPlaces = `select p.code as product, u.serial from balance b join unit u on u.id = b.unit_id join product p on p.id = u.product_id
  where u.serial <> '' group by u.product_id, u.serial having sum(b.quantity) > 1000000 order by 1, 2 limit 50`;

/** Units and runs have no digests of their own: the movements and lots that name them vouch for them. */
function checkLinks(db: Database, say: Say): void {
  const strayUnits = db
    .prepare<[], number>(
      `select count(*) from unit u where not exists (select 1 from movement m where m.to_unit_id = u.id) and not exists (select 1 from movement m where
         m.from_unit_id = u.id and m.from_unit_id <> m.to_unit_id) and not exists (select 1 from lot l where l.product_id = u.product_id and l.lot = u.lot and
         l.sublot = u.sublot and u.serial = '')`,
    )
    .pluck()
    .get();
  if (strayUnits !== 0)
    say({
      code: 'RECORD_CHANGED',
      seq: 0,
      where: 'unit',
      message: `${strayUnits} units stand in the store that nothing names.`,
    });
  const strayRuns = db
    .prepare<[], number>('select count(*) from run r where not exists (select 1 from movement m where m.run_id = r.id)')
    .pluck()
    .get();
  if (strayRuns !== 0)
    say({
      code: 'RECORD_CHANGED',
      seq: 0,
      where: 'run',
      message: `${strayRuns} production runs stand in the store that no movement names.`,
    });
}

/** Whether a walk may lead through a unit follows from its product and its name; one that never moved is in no walk. */
function checkLeaves(db: Database, say: Say): void {
  type Row = Parameters<typeof isLeafUnit>[0] & Parameters<typeof isLeafUnit>[1] & { product: string; leaf: number };
  const units = db.prepare<[], Row>(
    `select p.code as product, p.lot_tracking as lotTracking, p.serial_tracking as serialTracking, u.lot, u.serial, u.leaf
     from unit u join product p on p.id = u.product_id
     where exists (select 1 from movement m where m.to_unit_id = u.id) or exists (select 1 from movement m where m.from_unit_id = u.id and m.from_unit_id <> m.to_unit_id)`,
  );
  for (const unit of units.iterate()) {
    if ((unit.leaf === 1) === isLeafUnit(unit, unit)) continue;
    const where = `unit ${[unit.product, unit.lot, unit.serial].filter((part) => part !== '').join(' ')}`;
    say({
      code: 'RECORD_CHANGED',
      seq: 0,
      where,
      message: `${where} is walked through by no trace, or by every one, against what its product says.`,
    });
  }
}

/** The mark of a demo store stands in no journal; the entry that filled it says which plant it took. */
function checkDemo(db: Database, say: Say): void {
  const demo = db.prepare<[], string>('select demo from head').pluck().get() ?? '';
  const body = db
    .prepare<[], string>(
      "select body from audit_entry where operation = 'exchange.importDemo' and outcome = 'done' limit 1",
    )
    .pluck()
    .get();
  const taken = body === undefined ? undefined : parseBody(body)?.input;
  if (taken === (demo === '' ? undefined : hex(sha256(canonical({ plant: demo }))))) return;
  say({ code: 'HEAD_CHANGED', seq: 0, where: 'head', message: 'The head does not say truly whether this is a demo.' });
}

function checkPages(db: Database, say: Say, progress: Progress): void {
  progress('pages', 0, 1);
  const quick = db.pragma('quick_check(1)', { simple: true });
  if (quick !== 'ok')
    say({
      code: 'PAGES_DAMAGED',
      seq: 0,
      where: 'file',
      message: `The file is damaged: ${String(quick)}. Restore a backup.`,
    });
  const foreign = db.pragma('foreign_key_check');
  if (Array.isArray(foreign) && foreign.length > 0) {
    say({
      code: 'PAGES_DAMAGED',
      seq: 0,
      where: 'file',
      message: `${foreign.length} rows point at records that are not there.`,
    });
  }
}
