import { msg } from '#shared/kernel/message.ts';
import type { Database } from 'better-sqlite3';
import type { QueriesOf } from '#main/context/context.ts';
import { approvalOf } from '#main/features/audit/reviews.queries.ts';
import type { EntryBody } from '#main/store/chain.ts';
import type { Reader } from '#main/store/store.ts';
import { type BackupEvent, backup, drill, restored } from '#shared/backups/contract.ts';
import { LotlineError } from '#shared/kernel/errors.ts';

const kinds = { 'backups.make': 'make', 'backups.drill': 'drill', 'backups.restore': 'restore' } as const;

export const backupQueries: Pick<QueriesOf<'backups'>, 'list'> = {
  async list({ offset, limit }, { reader }) {
    const those = `from audit_entry where operation in (${Object.keys(kinds)
      .map((name) => `'${name}'`)
      .join(', ')})`;
    const rows = reader.db
      .prepare<[number, number], string>(`select body ${those} order by seq desc limit ? offset ?`)
      .pluck()
      .all(limit, offset);
    const total = reader.db.prepare<[], number>(`select count(*) ${those}`).pluck().get() ?? 0;
    // Bodies are written by the unit of work alone, and sealed.
    return { total, rows: rows.map((body) => present(reader.db, JSON.parse(body) as EntryBody)) };
  },
};

function present(db: Database, body: EntryBody): BackupEvent {
  const { seq, at, person, operation, outcome, summary } = body;
  // The question asks for these operations alone.
  const kind = kinds[operation as keyof typeof kinds];
  const approval = kind === 'restore' ? approvalOf(db, seq) : null;
  const event = { seq, at, person: person.name, kind, outcome, approval };
  return outcome === 'refused'
    ? { ...event, ok: false, path: '', size: 0, head: 0, sha256: '', problem: summary }
    : { ...event, ...figuresOf(kind, body.reply) };
}

type Figures = Pick<BackupEvent, 'ok' | 'path' | 'size' | 'head' | 'sha256' | 'problem'>;

/** Replies were checked against the contract when they were given; what it asks for later than that is left out. */
function figuresOf(kind: BackupEvent['kind'], reply: EntryBody['reply']): Figures {
  const nothing = { ok: false, path: '', size: 0, head: 0, sha256: '', problem: '' };
  if (kind === 'make') {
    const { data } = backup.safeParse(reply);
    return data === undefined
      ? nothing
      : { ...nothing, ok: true, path: data.path, size: data.size, head: data.seq, sha256: data.sha256 };
  }
  if (kind === 'drill') {
    const { data } = drill.safeParse(reply);
    return data === undefined
      ? nothing
      : { ok: data.ok, path: data.path, size: data.size, head: data.seq, sha256: data.sha256, problem: data.problem };
  }
  const { data } = restored.safeParse(reply);
  return data === undefined ? nothing : { ...nothing, ok: true, path: data.path, head: data.seq, sha256: data.sha256 };
}

/** Where the backup lies that an entry made; "" for no entry. @throws LotlineError NOT_FOUND */
export function pathOfEntry(reader: Reader, entry: number): string {
  if (entry === 0) return '';
  const path = reader.db
    .prepare<[number], string | null>(
      "select json_extract(body, '$.reply.path') from audit_entry where seq = ? and operation = 'backups.make' and outcome = 'done'",
    )
    .pluck()
    .get(entry);
  if (typeof path === 'string' && path !== '') return path;
  throw new LotlineError('NOT_FOUND', msg`Entry ${entry} made no backup that lies at a path of this computer.`);
}

/** Who restored the store in an entry, from where and up to which entry. @throws LotlineError NOT_FOUND */
export function restoreAt(db: Database, entry: number): { person: EntryBody['person']; path: string; head: number } {
  const text = db
    .prepare<[number], string>(
      "select body from audit_entry where seq = ? and operation = 'backups.restore' and outcome = 'done'",
    )
    .pluck()
    .get(entry);
  if (text === undefined) throw new LotlineError('NOT_FOUND', msg`Entry ${entry} restored no backup.`);
  // As above.
  const body = JSON.parse(text) as EntryBody;
  return { person: body.person, ...figuresOf('restore', body.reply) };
}
