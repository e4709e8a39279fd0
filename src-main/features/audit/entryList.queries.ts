import type { Database } from 'better-sqlite3';
import { type EntryBody, hex } from '#main/store/chain.ts';
import { namesToShow } from '#main/features/signing/names.queries.ts';
import { type Signer, signersByEntry } from '#main/features/signing/signatures.queries.ts';
import type { AuditEntry } from '#shared/audit/contract.ts';
import { type EntryFilter, entriesThat } from './entryFilter.queries.ts';

/** A page of the entries that fit, newest first. */
export function listEntries(db: Database, filter: EntryFilter, page: { offset: number; limit: number }): AuditEntry[] {
  const { where, named } = entriesThat(db, filter);
  const rows = db.prepare<unknown[], { body: string; hash: Buffer }>(
    `select body, hash from audit_entry e where ${where} order by seq desc limit @limit offset @offset`,
  );
  const bodies = rows.all({ ...named, ...page }).map(({ body, hash }) => ({ body: readBody(body), hash: hex(hash) }));
  const seqs = bodies.map(({ body }) => body.seq);
  const signed = signersByEntry(db, seqs);
  const shown = namesToShow(db);
  return bodies.map(({ body, hash }) => presentEntry(body, { hash, shown, signers: signed.get(body.seq) ?? [] }));
}

export function countEntries(db: Database, filter: EntryFilter): number {
  const { where, named } = entriesThat(db, filter);
  const count = db.prepare<unknown[], number>(`select count(*) from audit_entry e where ${where}`).pluck();
  return count.get(named) ?? 0;
}

// Bodies are written by the unit of work alone, and sealed.
export const readBody = (text: string): EntryBody => JSON.parse(text) as EntryBody;

/** An entry as it is shown, in a list and by itself. */
export const presentEntry = (
  body: EntryBody,
  { hash, shown, signers }: { hash: string; shown: ReturnType<typeof namesToShow>; signers: readonly Signer[] },
): AuditEntry => ({
  seq: body.seq,
  at: body.at,
  ...(body.clockBehind === undefined ? {} : { clockBehind: body.clockBehind }),
  person: shown(body.person.id, body.person.name),
  host: body.host,
  workstation: body.workstation,
  operation: body.operation,
  outcome: body.outcome,
  code: body.code ?? '',
  summary: body.summary,
  figures: figuresOf(body),
  ...(body.reason === undefined ? {} : { reason: body.reason }),
  signed: signers[0]?.statement ?? '',
  signers: signers.map(({ person, name, meaning }) => ({ person, name, meaning })),
  hash,
});

type Figure = AuditEntry['figures'][number];

/** The parts of the reply that tell a person something: digests and ids of the machine do not. */
function figuresOf({ reply }: EntryBody): Figure[] {
  if (reply === undefined || reply === null || typeof reply !== 'object' || Array.isArray(reply)) return [];
  return Object.entries(reply).flatMap(([name, value]): Figure[] => {
    if (Array.isArray(value)) return [{ name, value: value.length }];
    if (typeof value === 'string') return isDigest(value) ? [] : [{ name, value }];
    return typeof value === 'number' || typeof value === 'boolean' ? [{ name, value }] : [];
  });
}

const isDigest = (text: string): boolean => /^[0-9a-f-]{32,}$/.test(text);
