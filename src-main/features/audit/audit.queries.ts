import type { QueriesOf } from '#main/context/context.ts';
import type { EntryBody } from '#main/store/chain.ts';
import { hex } from '#main/store/chain.ts';
import { AuditEntry } from '#main/store/chain.entities.ts';
import { type change, listedRow } from '#shared/audit/contract.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { z } from 'zod';
import { entriesThat } from './entryFilter.queries.ts';
import { verifyInWorker } from './verifyInWorker.ts';

export const auditQueries: QueriesOf<'audit'> = {
  async list({ offset, limit, ...filter }, { reader }) {
    const { where, named } = entriesThat(filter);
    const rows = reader.db
      .prepare<unknown[], { body: string; hash: Buffer }>(
        `select body, hash from audit_entry e where ${where} order by seq desc limit @limit offset @offset`,
      )
      .all({ ...named, offset, limit });
    const total = reader.db.prepare<unknown[], number>(`select count(*) from audit_entry e where ${where}`).pluck();
    return { total: total.get(named) ?? 0, rows: rows.map((row) => present(readBody(row.body), hex(row.hash))) };
  },

  async get({ seq, offset, limit }, { reader }) {
    const row = await reader.em.findOne(AuditEntry, { seq });
    if (row === null) throw new LotlineError('NOT_FOUND', `There is no entry ${seq} in the audit trail.`);
    const body = readBody(row.body);
    const versions = reader.db
      .prepare<unknown[], Version>(
        `select v.record, v.record_key as key, v.version, v.content, b.content as before from record_version v
         left join record_version b on b.record = v.record and b.record_key = v.record_key and b.version = v.version - 1
         where v.entry_seq = @seq order by v.id limit @limit offset @offset`,
      )
      .all({ seq, offset, limit });
    return {
      entry: present(body, hex(row.hash)),
      movements: body.journals.movement.count,
      changesTotal: body.journals.version.count,
      changes: versions.map(toChange),
      listed: listedOf(body),
      last: reader.db.prepare<[], number>('select seq from head where id = 1').pluck().get() ?? seq,
    };
  },

  verify: (_input, { storeFile, job }) => verifyInWorker(storeFile, job),
};

/** Entries of other operations have neither. */
function listedOf(body: EntryBody): z.input<typeof listedRow>[] {
  const { reply, faults } = body;
  const findings = reply !== null && typeof reply === 'object' && 'findings' in reply ? reply.findings : faults;
  const rows = z.array(listedRow).safeParse(findings);
  return rows.success ? rows.data : [];
}

type Version = { record: string; key: string; version: number; content: string; before: string | null };

// Bodies and contents are written by the unit of work alone, and sealed.
const readBody = (text: string): EntryBody => JSON.parse(text) as EntryBody;
function readContent(text: string | null): Record<string, unknown> {
  // Likewise, by the journal.
  return text === null ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function toChange({ record, key, version, content, before }: Version): z.input<typeof change> {
  const parts = key.split('\u001f');
  const [old, now] = [readContent(before), readContent(content)];
  const fields = Object.keys(now)
    .filter((field) => say(old[field]) !== say(now[field]))
    .map((field) => ({ field, before: say(old[field]), after: say(now[field]) }));
  return {
    record,
    key: parts.filter((part) => part !== '').join(' / '),
    parts,
    version,
    fields,
  };
}

const say = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);

const present = (body: EntryBody, hash: string) => ({
  seq: body.seq,
  at: body.at,
  person: body.person.name,
  host: body.host,
  workstation: body.workstation,
  operation: body.operation,
  outcome: body.outcome,
  code: body.code ?? '',
  summary: body.summary,
  hash,
});
