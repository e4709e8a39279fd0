import type Database from 'better-sqlite3';
import { type MovementFacts, movementText } from '#main/ledger/movementText.ts';
import { canonical, type EntryBody, hex, noHash, runOn, sha256, versionText } from '#main/store/chain.ts';

type Handle = Database.Database;

/**
 * Makes everything that is sealed fit what the store says now, from the first row to the head: what somebody does who
 * holds the file and knows the program. Nothing inside the store gives it away afterwards.
 */
export function reseal(db: Handle): void {
  const movements = redigestMovements(db);
  const versions = redigestVersions(db);
  let previous: Uint8Array = noHash;
  // Where both columns are unique, they are put out of the way first.
  db.exec('update audit_entry set hash = randomblob(32), previous_hash = randomblob(32)');
  const update = db.prepare('update audit_entry set body = ?, previous_hash = ?, hash = ? where seq = ?');
  const rows = db.prepare<[], { seq: number; body: string }>('select seq, body from audit_entry order by seq').all();
  for (const { seq, body } of rows) {
    // An entry's own text.
    const said = JSON.parse(body) as EntryBody;
    const journals = { movement: movements(seq), version: versions(seq) };
    const text = canonical({ ...said, seq, previous: hex(previous), journals });
    const sealed = sha256(text);
    update.run(text, previous, sealed, seq);
    previous = sealed;
  }
  db.prepare('update head set seq = ?, hash = ?, movement_digest = ?, version_digest = ?').run(
    rows.at(-1)?.seq ?? 0,
    previous,
    Buffer.from(movements(Number.MAX_SAFE_INTEGER).digest, 'hex'),
    Buffer.from(versions(Number.MAX_SAFE_INTEGER).digest, 'hex'),
  );
}

/** What the balances come to by the movements that are there. */
export function recount(db: Handle): void {
  db.exec(`delete from balance;
    insert into balance (unit_id, place_id, status, quantity)
    select f.unit, f.place, f.status, sum(f.quantity) from (
      select to_unit_id as unit, to_place_id as place, status_to as status, quantity from movement where to_place_id is not null
      union all select from_unit_id, from_place_id, status_from, -quantity from movement where from_place_id is not null
    ) f join unit u on u.id = f.unit join product p on p.id = u.product_id where p.stock_managed = 1
    group by f.unit, f.place, f.status having sum(f.quantity) <> 0`);
}

type Sealed = { seq: number; id: number; digest: Uint8Array };

/** Where a journal stood after an entry. */
function marksOf(sealed: readonly Sealed[]): (seq: number) => { count: number; last: number; digest: string } {
  return (seq) => {
    const until = sealed.filter((row) => row.seq <= seq);
    const last = until.at(-1);
    return {
      count: until.filter((row) => row.seq === seq).length,
      last: last?.id ?? 0,
      digest: hex(last?.digest ?? noHash),
    };
  };
}

/** Gives every movement, or those after a row, the digest that what it says has; answers where the journal stood after each entry. */
export function redigestMovements(db: Handle, after = 0): ReturnType<typeof marksOf> {
  const update = db.prepare('update movement set digest = ? where id = ?');
  let digest: Uint8Array = noHash;
  const sealed: Sealed[] = [];
  for (const row of db.prepare<[], MovementFacts & Named & { digest: Buffer }>(selectMovements).all()) {
    const fromUnit = { product: row.fp, lot: row.fl, sublot: row.fs, serial: row.fn };
    const toUnit = { product: row.tp, lot: row.tl, sublot: row.ts, serial: row.tn };
    digest = row.id > after ? runOn(digest, movementText({ ...row, fromUnit, toUnit })) : row.digest;
    update.run(digest, row.id);
    sealed.push({ seq: row.entrySeq, id: row.id, digest });
  }
  return marksOf(sealed);
}

type Named = Record<'fp' | 'fl' | 'fs' | 'fn' | 'tp' | 'tl' | 'ts' | 'tn', string>;

const selectMovements = `select m.id, m.entry_seq as entrySeq, m.at, m.offset_minutes as offsetMinutes, m.recorded_at as recordedAt, m.kind,
    m.document, m.line, m.quantity, coalesce(a.code, '') as "from", coalesce(b.code, '') as "to", m.status_from as statusFrom,
    m.status_to as statusTo, coalesce(r.work_order, '') as workOrder, coalesce(r.run, '') as run, m.equipment,
    coalesce(q.code, '') as partner, m.unit_cost as unitCost, m.reason, m.evidence, m.person, m.workstation, m.external_id as externalId,
    m.row_key as rowKey, m.row_start as rowStart, m.reverses_id as reversesId, m.digest, pf.code as fp, f.lot as fl, f.sublot as fs,
    f.serial as fn, pt.code as tp, t.lot as tl, t.sublot as ts, t.serial as tn
  from movement m join unit f on f.id = m.from_unit_id join product pf on pf.id = f.product_id
    join unit t on t.id = m.to_unit_id join product pt on pt.id = t.product_id left join place a on a.id = m.from_place_id
    left join place b on b.id = m.to_place_id left join run r on r.id = m.run_id left join partner q on q.id = m.partner_id order by m.id`;

type Version = Parameters<typeof versionText>[0] & { digest: Buffer };

/** As `redigestMovements`, for the versions of records. */
export function redigestVersions(db: Handle, after = 0): ReturnType<typeof marksOf> {
  const update = db.prepare('update record_version set digest = ? where id = ?');
  let digest: Uint8Array = noHash;
  const sealed: Sealed[] = [];
  const rows = db.prepare<[], Version>(
    'select id, entry_seq as entrySeq, record, record_key as key, version, content, digest from record_version order by id',
  );
  for (const row of rows.all()) {
    digest = row.id > after ? runOn(digest, versionText(row)) : row.digest;
    update.run(digest, row.id);
    sealed.push({ seq: row.entrySeq, id: row.id, digest });
  }
  return marksOf(sealed);
}

/** Makes the head state the digests the journals end with. */
export function moveHeadDigests(db: Handle): void {
  db.exec(`update head set movement_digest = coalesce((select digest from movement order by id desc limit 1), zeroblob(32)),
    version_digest = coalesce((select digest from record_version order by id desc limit 1), zeroblob(32))`);
}

/** Makes the entry that wrote the last such version fit what the version says now, and the link of the next one fit it: no more. */
export function fitEntryOf(db: Handle, where: string): void {
  const { id, entrySeq } = db
    .prepare<[], { id: number; entrySeq: number }>(
      `select id, entry_seq as entrySeq from record_version where ${where} order by id desc limit 1`,
    )
    .get() ?? { id: 0, entrySeq: 0 };
  let digest =
    db
      .prepare<[number], Buffer>('select digest from record_version where id = ?')
      .pluck()
      .get(id - 1) ?? noHash;
  const rows = db.prepare<[number, number], Parameters<typeof versionText>[0]>(
    `select id, entry_seq as entrySeq, record, record_key as key, version, content from record_version
     where entry_seq = ? and id >= ? order by id`,
  );
  for (const row of rows.all(entrySeq, id)) {
    digest = runOn(digest, versionText(row));
    db.prepare('update record_version set digest = ? where id = ?').run(digest, row.id);
  }
  const body = db.prepare<[number], string>('select body from audit_entry where seq = ?').pluck().get(entrySeq) ?? '';
  // An entry's own text.
  const said = JSON.parse(body) as EntryBody;
  said.journals.version.digest = hex(digest);
  const text = canonical(said);
  db.prepare('update audit_entry set body = ?, hash = ? where seq = ?').run(text, sha256(text), entrySeq);
  db.prepare('update audit_entry set previous_hash = ? where seq = ?').run(sha256(text), entrySeq + 1);
}
