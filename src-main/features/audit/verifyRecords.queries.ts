import type { Database } from 'better-sqlite3';
import { canonical, hex, sha256 } from '#main/store/chain.ts';
import type { RecordRow } from '#main/store/records.ts';
import { boundValue } from '#main/store/parameter.ts';
import { signatureIssues } from '#main/features/signing/signatures.queries.ts';
import { partSeparator, type RecordKind } from '#shared/kernel/record.ts';
import { records } from '#shared/records.ts';
import { isLeafUnit } from '#shared/movements/tracking.ts';
import { masterRecords } from './masterRecords.queries.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import type { Say } from './verifySteps.queries.ts';

/** Every master record must say what its last version says, and every version must have its record. */
export function checkRecords(db: Database, say: Say, kinds: readonly RecordKind[] = records): void {
  const lastVersion = versionsOf(db);
  const known = db.prepare<[string], number>(
    'select count(*) from (select 1 from record_version where record = ? group by record_key)',
  );
  for (const { record, rows } of masterRecords(db, kinds)) {
    let done = 0;
    for (const row of rows) {
      done += 1;
      const last = lastVersion.get(record, row.name);
      const where = `${record} ${String(row.name).replaceAll(partSeparator, ' ').trim()}`;
      if (last === undefined)
        say({ code: 'RECORD_CHANGED', seq: 0, where, message: msg`${where} was never written by an entry.` });
      else if (!saysTheSame(row, last.content) || row.version !== last.version) {
        const message = msg`${where} differs from what entry ${last.entrySeq} wrote.`;
        // Which entry wrote a version that is gone, nothing here says.
        say({ code: 'RECORD_CHANGED', seq: Number(row.version) > last.version ? 0 : last.entrySeq, where, message });
      }
    }
    const missing = (known.pluck().get(record) ?? 0) - done;
    if (missing <= 0) continue;
    const message = msg`${missing} ${record} records were removed outside Lotline.`;
    say({ code: 'RECORD_CHANGED', seq: 0, where: record, message });
  }
}

const saysTheSame = ({ said, saidBefore }: RecordRow, content: string): boolean =>
  canonical(said) === content || (saidBefore !== undefined && canonical(saidBefore()) === content);

/** Every signature must say what was signed, by whom, and with which entry. */
export function checkSignatures(db: Database, say: Say): void {
  for (const { seq, code, message } of signatureIssues(db))
    say({ code: 'SIGNATURE_CHANGED', seq, where: `signature ${code}`, message });
}

/** Units and runs have no digests of their own: the movements and lots that name them vouch for them. */
export function checkNodes(db: Database, say: Say): void {
  for (const { where, sql, says } of [...strays, ...records.map(({ name }) => misnumbered(name))]) {
    const found = db.prepare<[], number>(sql).pluck().get() ?? 0;
    if (found > 0) say({ code: 'RECORD_CHANGED', seq: 0, where, message: says(found) });
  }
  checkLeaves(db, say);
}

type Stray = { where: string; sql: string; says: (found: number) => Message };

const strays: readonly Stray[] = [
  {
    where: 'head',
    sql: 'select abs(count(*) - 1) + abs(coalesce(max(id), 0) - 1) from head',
    says: () => msg`The store has more than one head, or another one than its own.`,
  },
  {
    where: 'unit',
    sql: `select count(*) from unit u where not exists (select 1 from movement m where m.to_unit_id = u.id) and not exists (select 1 from movement m where
         m.from_unit_id = u.id and m.from_unit_id <> m.to_unit_id) and not exists (select 1 from lot l where l.product_id = u.product_id and l.lot = u.lot and
         l.sublot = u.sublot and u.serial = '')`,
    says: (found: number) => msg`${found} units stand in the store that nothing names.`,
  },
  {
    // A lot that never moved is named by nothing else: no trace would know of it.
    where: 'unit',
    sql: `select count(*) from lot l where not exists
         (select 1 from unit u where u.product_id = l.product_id and u.lot = l.lot and u.sublot = l.sublot)`,
    says: (found: number) =>
      msg`${found} lots stand in the store whose units were removed, so that no trace finds them.`,
  },
  {
    where: 'run',
    sql: 'select count(*) from run r where not exists (select 1 from movement m where m.run_id = r.id)',
    says: (found: number) => msg`${found} production runs stand in the store that no movement names.`,
  },
  {
    // A digest is taken over the name, and a run without one would read like no run at all.
    where: 'run',
    sql: "select count(*) from run where work_order = ''",
    says: (found: number) => msg`${found} production runs have no work order.`,
  },
  {
    where: 'unit',
    // What has a name can always be walked through, also before it moved.
    sql: "select count(*) from unit where leaf not in (0, 1) or (leaf = 1 and (lot <> '' or serial <> ''))",
    says: (found: number) => msg`${found} units are neither walked through nor not.`,
  },
  {
    // Nodes are numbered in one sequence, a leaf with two numbers: what is numbered otherwise is another's node, or none.
    where: 'unit',
    sql: `with node as (select id from unit union all select id + 1 from unit where leaf = 1 union all select id from run)
         select max(count(*) - count(distinct id), abs(count(*) - coalesce(max(id), 0)), abs(coalesce(min(id), 1) - 1)) from node`,
    says: (found: number) => msg`${found} units or production runs are numbered as no node of the trace is.`,
  },
  {
    // Nothing and a blank read alike in a digest; the ledger writes nothing.
    where: 'movement',
    sql: "select count(*) from movement where external_id = '' or length(row_key) = 0",
    says: (found: number) => msg`${found} movements have a blank where nothing stood.`,
  },
];

/** Records are only ever added, so each has the number after the one before it. */
const misnumbered = (record: string): Stray => ({
  where: record,
  sql: `select abs(count(*) - coalesce(max(id), 0)) + abs(coalesce(min(id), 1) - 1) from ${record}`,
  says: () => msg`The ${record} records are not numbered one after the other any more.`,
});

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
    if (modesOf(db, unit.product).some((modes) => (unit.leaf === 1) === isLeafUnit(modes, unit))) continue;
    const where = `unit ${[unit.product, unit.lot, unit.serial].filter((part) => part !== '').join(' ')}`;
    const message = msg`${where} is walked through by no trace, or by every one, against what its product says.`;
    say({ code: 'RECORD_CHANGED', seq: 0, where, message });
  }
}

/** How a product was tracked before: a unit stays what it was made as when its product is converted. */
function modesOf(db: Database, product: string): Parameters<typeof isLeafUnit>[0][] {
  // Versions say every field of the record as it was written; the walk of the journal holds them to their digests.
  return versionsOf(db)
    .all('product', product)
    .map(({ content }) => JSON.parse(content) as Parameters<typeof isLeafUnit>[0]);
}

/** The versions of a record, the last first. */
const versionsOf = (db: Database) =>
  db.prepare<[string, string], { entrySeq: number; version: number; content: string }>(
    `select entry_seq as "entrySeq", version, content from record_version
     where record = ${boundValue} and record_key = ${boundValue} order by version desc`,
  );

/** The mark of a demo store is in no journal; the entry that filled it says which plant it took. */
export function checkHead(db: Database, say: Say): void {
  const demo = db.prepare<[], string>('select demo from head where id = 1').pluck().get() ?? '';
  const taken = db
    .prepare<[], string>(
      `select json_extract(body, '$.input') from audit_entry
       where operation = 'exchange.importDemo' and outcome = 'done' and json_valid(body) limit 1`,
    )
    .pluck()
    .get();
  if (taken === (demo === '' ? undefined : hex(sha256(canonical({ plant: demo }))))) return;
  say({
    code: 'HEAD_CHANGED',
    seq: 0,
    where: 'head',
    message: msg`The head does not say truly whether this is a demo.`,
  });
}
