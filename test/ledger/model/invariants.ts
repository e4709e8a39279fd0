import { createHash } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import type { Event } from './language.ts';

/** A rule that must hold after every command, and did not. */
export class InvariantBroken extends Error {
  readonly invariant: string;
  constructor(invariant: string, message: string) {
    super(`${invariant}: ${message}`);
    this.invariant = invariant;
  }
}

function insist(holds: boolean, invariant: string, message: () => string): void {
  if (!holds) throw new InvariantBroken(invariant, message());
}

/** Which units to look at: those of the products a command named, or all of them. */
export type Scope = readonly string[] | 'all';

const unitsIn = (scope: Scope): string =>
  scope === 'all'
    ? 'select id from unit'
    : `select u.id from unit u join product p on p.id = u.product_id where p.code in (${scope.map(() => '?').join(', ')})`;
const parametersOf = (scope: Scope): readonly string[] => (scope === 'all' ? [] : scope);

const prepared = new WeakMap<Database, Map<string, Statement<unknown[]>>>();

/** A statement made once for each connection. */
function statement<T>(db: Database, sql: string): Statement<unknown[], T> {
  const known = prepared.get(db) ?? new Map<string, Statement<unknown[]>>();
  prepared.set(db, known);
  const made = known.get(sql) ?? db.prepare(sql);
  known.set(sql, made);
  // The caller, who wrote the statement, knows its columns.
  return made as Statement<unknown[], T>;
}

function faults(db: Database, scope: Scope, sql: string): string[] {
  const rows = statement<unknown[]>(db, `with looked as (${unitsIn(scope)}) ${sql} limit 3`)
    .raw()
    .all(...parametersOf(scope));
  return rows.map((row) => row.map(String).join(' '));
}

const flows = `flow as (
    select m.id, m.at, m.to_unit_id as unit, m.to_place_id as place, m.status_to as status, m.quantity from looked l join movement m on m.to_unit_id = l.id
      where m.to_place_id is not null
    union all
    select m.id, m.at, m.from_unit_id, m.from_place_id, m.status_from, -m.quantity from looked l join movement m on m.from_unit_id = l.id
      where m.from_place_id is not null)`;
const kept = 'unit in (select u.id from unit u join product p on p.id = u.product_id where p.stock_managed = 1)';

/** I1: what came in less what went out is what lies there, for each unit and, names aside, for each product. */
export function massBalances(db: Database, scope: Scope): void {
  const wrong = faults(
    db,
    scope,
    `, ${flows}, side as (select unit, sum(quantity) as quantity from flow where ${kept} group by unit
        union all select b.unit_id, -b.quantity from balance b join looked l on l.id = b.unit_id)
      select 'unit', unit, sum(quantity) from side group by unit having sum(quantity) <> 0`,
  );
  const wrongProducts = faults(
    db,
    scope,
    `, gross as (select u.product_id as product, iif(m.to_place_id is null, 0, m.quantity) - iif(m.from_place_id is null, 0, m.quantity) as quantity
          from looked l join movement m on m.to_unit_id = l.id join unit u on u.id = l.id join product p on p.id = u.product_id where p.stock_managed = 1
        union all select u.product_id, -b.quantity from looked l join balance b on b.unit_id = l.id join unit u on u.id = l.id)
      select 'product', product, sum(quantity) from gross group by product having sum(quantity) <> 0`,
  );
  const all = [...wrong, ...wrongProducts];
  insist(all.length === 0, 'I1', () => `what came in and went out does not come to what lies there: ${all.join('; ')}`);
}

/** I2: nothing below zero, now or at the end of any timestamp batch that has been. */
export function nothingNegative(db: Database, scope: Scope): void {
  const stored = faults(
    db,
    scope,
    'select b.unit_id, b.place_id, b.status, b.quantity from looked l join balance b on b.unit_id = l.id where b.quantity <= 0',
  );
  const past = faults(
    db,
    scope,
    `, ${flows}, timestampBatch as (select unit, place, status, at, sum(quantity) as quantity from flow where ${kept} group by unit, place, status, at),
      line as (select unit, place, status, at, sum(quantity) over (partition by unit, place, status order by at) as quantity from timestampBatch)
      select * from line where quantity < 0`,
  );
  const all = [...stored, ...past];
  insist(all.length === 0, 'I2', () => `stock below zero (unit, place, status, moment, quantity): ${all.join('; ')}`);
}

/** I3: a serial is in at most one place, as one piece, now and at the end of any timestamp batch. */
export function serialInOneLocation(db: Database, scope: Scope): void {
  const now = faults(
    db,
    scope,
    `select u.product_id, u.serial, count(*), sum(b.quantity) from looked l join balance b on b.unit_id = l.id join unit u on u.id = l.id
      where u.serial <> '' group by u.product_id, u.serial having count(*) > 1 or sum(b.quantity) <> 1000000`,
  );
  const past = faults(
    db,
    scope,
    `, ${flows}, timestampBatch as (select u.product_id, u.serial, f.at, sum(f.quantity) as quantity from flow f join unit u on u.id = f.unit
        where u.serial <> '' and ${kept} group by u.product_id, u.serial, f.at),
      held as (select product_id, serial, at, sum(quantity) over (partition by product_id, serial order by at) as quantity from timestampBatch)
      select * from held where quantity not in (0, 1000000)`,
  );
  const all = [...now, ...past];
  insist(all.length === 0, 'I3', () => `a serial in two locations or not as one piece: ${all.join('; ')}`);
}

/** I4: a serial is one thing for ever: it has one lot, and it is not in the plant while a customer has it. */
export function serialIsOneThing(db: Database, scope: Scope): void {
  const valid = 'm.reverses_id is null and not exists (select 1 from movement b where b.reverses_id = m.id)';
  const twoLots = faults(
    db,
    scope,
    `select u.product_id, u.serial, group_concat(distinct u.lot) from looked l join unit u on u.id = l.id
      where u.serial <> '' and u.lot <> '' and exists (select 1 from movement m where (m.to_unit_id = u.id or m.from_unit_id = u.id) and ${valid})
      group by u.product_id, u.serial having count(distinct u.lot) > 1`,
  );
  insist(twoLots.length === 0, 'I4', () => `a serial with two lots: ${twoLots.join('; ')}`);
  const rows = statement<{ name: string; at: number; kind: string; undoes: number; issued: number; inside: number }>(
    db,
    `with looked as (${unitsIn(scope)})
      select p.code || ' ' || u.serial as name, m.at, m.kind, m.reverses_id is not null as undoes, p.serial_tracking = 'on-issue' as issued,
        iif(m.to_unit_id = u.id and m.to_place_id is not null, 1, 0) - iif(m.from_unit_id = u.id and m.from_place_id is not null, 1, 0) as inside
      from looked l join unit u on u.id = l.id join product p on p.id = u.product_id join movement m on m.to_unit_id = u.id or m.from_unit_id = u.id
      where u.serial <> '' order by m.at, m.id`,
  ).all(...parametersOf(scope));
  for (const [name, history] of Map.groupBy(rows, (row) => row.name)) {
    let [inside, outside] = [0, 0];
    // Whether a piece came back and left again at one time, or the other way round, the rows do not say.
    for (const [at, timestampBatch] of Map.groupBy(history, (row) => row.at)) {
      for (const { kind, undoes, issued, inside: step } of timestampBatch) {
        inside += step;
        const left = kind === 'shipment' || (issued === 1 && kind === 'consumption');
        const back = kind === 'customer-return' || (issued === 1 && kind === 'production-return');
        if (left) outside += undoes === 1 ? -1 : 1;
        // Undoing a return sends a piece out again only if the return had found it there: counted as if not.
        if (back && undoes === 0) outside -= 1;
      }
      outside = Math.max(0, outside);
      insist(inside + outside <= 1, 'I4', () => `${name} is in the plant and outside, or outside twice, at ${at}`);
    }
  }
}

/** I5, as far as it goes yet: what a person shipped or consumed was released. */
export function onlyReleasedGoodsLeave(db: Database, scope: Scope): void {
  const wrong = faults(
    db,
    scope,
    `select m.id, m.kind, m.status_from from looked l join movement m on m.to_unit_id = l.id
      where m.kind in ('shipment', 'consumption') and m.reverses_id is null and m.evidence <> 'imported' and m.status_from not like 'A%'`,
  );
  insist(wrong.length === 0, 'I5', () => `goods left that were not released: ${wrong.join('; ')}`);
}

export type Entry = {
  seq: number;
  at: number;
  person: string;
  command_id: string;
  operation: string;
  outcome: string;
  body: string;
  previous_hash: Buffer;
  hash: Buffer;
};
export type Trail = { seq: number; hash: string; at: number; movements: number; versions: number };
export const noTrail: Trail = { seq: 0, hash: '00'.repeat(32), at: 0, movements: 0, versions: 0 };

export const entriesAfter = (db: Database, seq: number): Entry[] =>
  statement<Entry>(db, 'select * from audit_entry where seq > ? order by seq').all(seq);

export const lastId = (db: Database, table: 'movement' | 'record_version'): number =>
  statement<number>(db, `select coalesce(max(id), 0) from ${table}`).pluck().get() ?? 0;

/** What an entry must say; null for a command that was answered before. */
export type Due = {
  commandId: string;
  operation: string;
  outcome: 'done' | 'refused';
  code: string;
  movements: number;
} | null;

/** I6: one entry for each command, done or refused, and every change belongs to the entry that made it. */
export function oneEntryForEach(db: Database, trail: Trail, entries: readonly Entry[], due: Due): void {
  const said = entries.map((entry) => `${entry.seq} ${entry.operation} ${entry.outcome}`).join(', ');
  insist(
    entries.length === (due === null ? 0 : 1),
    'I6',
    () => `${due === null ? 'no entry' : 'one entry'} was due, there are ${entries.length}: ${said}`,
  );
  const added = (table: string): { entry: number; rows: number }[] =>
    statement<{ entry: number; rows: number }>(
      db,
      `select entry_seq as entry, count(*) as rows from ${table} where id > ? group by entry_seq`,
    ).all(table === 'movement' ? trail.movements : trail.versions);
  const movements = added('movement');
  const strangers = [...movements, ...added('record_version')].filter(({ entry }) => entry !== entries[0]?.seq);
  insist(
    strangers.length === 0,
    'I6',
    () => `rows were written under entries ${strangers.map(({ entry }) => entry).join(', ')}`,
  );
  const entry = entries[0];
  if (due === null || entry === undefined) return;
  // Written by the unit of work; its hash is asked for by I7.
  const body = JSON.parse(entry.body) as { code?: string; journals: { movement: { count: number } } };
  const found = [
    entry.command_id,
    entry.operation,
    entry.outcome,
    body.code ?? '',
    body.journals.movement.count,
    movements[0]?.rows ?? 0,
  ];
  const wanted = [due.commandId, due.operation, due.outcome, due.code, due.movements, due.movements];
  insist(
    found.join(' ') === wanted.join(' '),
    'I6',
    () => `entry ${entry.seq} says ${found.join(' ')}, due was ${wanted.join(' ')}`,
  );
}

/** I7: the chain runs without a gap from where it stood, each entry hashed over its stored bytes, up to the head. */
export function chainHolds(db: Database, trail: Trail, entries: readonly Entry[]): void {
  let { seq, hash } = trail;
  for (const entry of entries) {
    insist(entry.seq === seq + 1, 'I7', () => `entry ${entry.seq} follows ${seq}`);
    insist(
      entry.previous_hash.toString('hex') === hash,
      'I7',
      () => `entry ${entry.seq} does not name the hash before it`,
    );
    hash = createHash('sha256').update(entry.body).digest('hex');
    insist(entry.hash.toString('hex') === hash, 'I7', () => `entry ${entry.seq} is not hashed over what it says`);
    seq = entry.seq;
  }
  const head = statement<{ seq: number; hash: Buffer; entries: number; last: number }>(
    db,
    'select seq, hash, (select count(*) from audit_entry) as entries, (select max(seq) from audit_entry) as last from head where id = 1',
  ).get();
  insist(
    head?.seq === seq && head.hash.toString('hex') === hash,
    'I7',
    () => `the head names entry ${head?.seq}, the chain ends at ${seq}`,
  );
  insist(
    head?.entries === seq && head.last === seq,
    'I7',
    () => `the chain has ${head?.entries} entries up to ${head?.last}, not 1 to ${seq}`,
  );
}

/** I11: no row points nowhere, none stands there that nothing names. */
export function noOrphans(db: Database, trail: Trail, scope: Scope): void {
  if (scope === 'all') {
    const foreign = db.pragma('foreign_key_check');
    insist(
      Array.isArray(foreign) && foreign.length === 0,
      'I11',
      () => `rows point at rows that are not there: ${JSON.stringify(foreign)}`,
    );
  }
  const orphans = statement<string>(
    db,
    `with looked as (${unitsIn(scope)})
        select 'unit ' || u.id from looked l join unit u on u.id = l.id where not exists (select 1 from movement m where m.to_unit_id = u.id)
          and not exists (select 1 from movement m where m.from_unit_id = u.id and m.from_unit_id <> m.to_unit_id)
        union all select 'run ' || r.id from run r where not exists (select 1 from movement m where m.run_id = r.id)
        union all select 'movement ' || m.id from movement m where m.id > ? and not exists (select 1 from audit_entry e where e.seq = m.entry_seq and e.outcome = 'done')
        union all select 'version ' || v.id from record_version v where v.id > ? and not exists (select 1 from audit_entry e where e.seq = v.entry_seq and e.outcome = 'done')
        union all select 'lot ' || l.lot from lot l where not exists (select 1 from record_version v where v.record = 'lot' and v.record_key like '%' || l.lot || '%')`,
  )
    .pluck()
    .all(...parametersOf(scope), scope === 'all' ? 0 : trail.movements, scope === 'all' ? 0 : trail.versions);
  insist(orphans.length === 0, 'I11', () => `rows that nothing names: ${orphans.join(', ')}`);
}

/** I13: since `before` nothing was written to the file. SQLite counts what other connections commit. */
export function nothingWritten(db: Database, before: number): void {
  const now = dataVersion(db);
  insist(now === before, 'I13', () => 'a question changed the store');
}
export const dataVersion = (db: Database): number => Number(db.pragma('data_version', { simple: true }));

/** I14: the trail's time never falls, in the rows as in what the entries say. */
export function timeNeverFalls(trail: Trail, entries: readonly Entry[]): void {
  let last = trail.at;
  for (const { seq, at } of entries) {
    insist(at >= last, 'I14', () => `entry ${seq} is dated before the one before it`);
    last = at;
  }
}

/** What lies where, as the store keeps it and as the reference counts it. */
export function stockAsCounted(db: Database, counted: ReadonlyMap<string, bigint>): void {
  const stored = statement<{ line: string; quantity: bigint }>(
    db,
    `select p.code || '|' || u.lot || '|' || u.sublot || '|' || u.serial || '@' || l.code || '/' || b.status as line, b.quantity
        from balance b join unit u on u.id = b.unit_id join product p on p.id = u.product_id join place l on l.id = b.place_id`,
  )
    .safeIntegers()
    .all();
  const other = stored.find(({ line, quantity }) => counted.get(line) !== quantity);
  insist(
    other === undefined,
    'stock',
    () => `${other?.line} is ${other?.quantity} in the store, ${counted.get(other?.line ?? '') ?? 0n} in the reference`,
  );
  insist(
    stored.length === counted.size,
    'stock',
    () => `the store has ${stored.length} lines, the reference ${counted.size}`,
  );
}

const textOf = (event: Event): string =>
  [
    event.at,
    event.kind,
    event.fromUnit,
    event.toUnit,
    event.quantity,
    event.from,
    event.to,
    event.statusFrom,
    event.status,
    event.workOrder,
    event.run,
    event.partner,
    event.undoes?.id ?? 0,
  ].join(' ');

/** The journal's new movements are the reference's new events, one for one; gives the events the store's ids. */
export function journalAsExpected(db: Database, after: number, events: readonly Event[]): void {
  const rows = statement<{ id: number; text: string }>(db, newMovements).all(after);
  const due = new Map<string, Event[]>();
  for (const event of events) due.set(textOf(event), [...(due.get(textOf(event)) ?? []), event]);
  for (const { id, text } of rows) {
    const event = due.get(text)?.shift();
    if (event === undefined)
      throw new InvariantBroken(
        'journal',
        `movement ${id} was not due: ${text}; due: ${events.map(textOf).join('; ')}`,
      );
    event.id = id;
  }
  insist(
    rows.length === events.length,
    'journal',
    () => `${events.length} movements were due, ${rows.length} were written`,
  );
}

const newMovements = `select m.id, concat_ws(' ', m.at, m.kind, pf.code || '|' || f.lot || '|' || f.sublot || '|' || f.serial,
    pt.code || '|' || t.lot || '|' || t.sublot || '|' || t.serial, m.quantity, coalesce(a.code, ''), coalesce(b.code, ''), m.status_from, m.status_to,
    coalesce(r.work_order, ''), coalesce(r.run, ''), coalesce(q.code, ''), coalesce(m.reverses_id, 0)) as text
  from movement m join unit f on f.id = m.from_unit_id join product pf on pf.id = f.product_id join unit t on t.id = m.to_unit_id
    join product pt on pt.id = t.product_id left join place a on a.id = m.from_place_id left join place b on b.id = m.to_place_id
    left join run r on r.id = m.run_id left join partner q on q.id = m.partner_id
  where m.id > ? order by m.id`;
