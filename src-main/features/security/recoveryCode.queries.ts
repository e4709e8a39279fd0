import type { Database } from 'better-sqlite3';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { msg } from '#shared/kernel/message.ts';
import { partSeparator } from '#shared/kernel/record.ts';
import type { Secret } from '#shared/kernel/secret.ts';
import { signingSubject } from '#shared/people/vocabulary.ts';
import { readRecoveryCode, recoveryName } from '#shared/security/recoveryCode.ts';
import { fitsPassword } from './hashing.ts';
import { credentialsOf, type KnownCredential, type KnownPerson, parts } from './identity.queries.ts';
import { ProofRefused } from './proof.queries.ts';

/** The recovery code that counts; undefined where none was made, or the last one was used: then its digest is blank. */
export function recoveryCodeOf(db: Database): KnownCredential | undefined {
  const [last] = credentialsOf(db, recoveryName);
  return last === undefined || last.hash === '' ? undefined : last;
}

/** The number that the next recovery code has, or the note that the last one was used. */
export const nextCodeNumber = (db: Database): number => (credentialsOf(db, recoveryName)[0]?.number ?? 0) + 1;

/**
 * The recovery code that somebody gave for a person's account.
 * @throws ProofRefused REAUTH_FAILED where it is not the one that counts: an attempt on that account
 */
export async function proveRecoveryCode(db: Database, person: KnownPerson, code: Secret): Promise<KnownCredential> {
  const known = recoveryCodeOf(db);
  const typed = readRecoveryCode(code.reveal());
  if (known === undefined || typed === undefined || !(await fitsPassword(known.hash, typed))) throw wrongCode(person);
  return known;
}

/** Refuses a code that another used meanwhile, or that was replaced. */
export function insistOnSameCode(db: Database, person: KnownPerson, { number }: KnownCredential): void {
  if (recoveryCodeOf(db)?.number !== number) throw wrongCode(person);
}

const wrongCode = ({ user, name }: KnownPerson): ProofRefused =>
  new ProofRefused(
    'REAUTH_FAILED',
    msg`This is not the recovery code that counts. Each works once, and a new one ends the one before. Type all five groups again.`,
    { id: user, name },
  );

/** Who made a recovery code; and who stood behind that person then, who may have it too. */
export async function makersOf(read: Read, { number }: KnownCredential): Promise<[maker: string, ...others: string[]]> {
  const [made] = await read.all(makers, { key: [recoveryName, number].join(partSeparator) });
  const { by, seq } = made ?? { by: '', seq: 0 };
  const [signing] = await read.all(signings, { key: [by, signingSubject].join(partSeparator), seq });
  // Written by saveAuthorisation, as the record's fields.
  const { note } = JSON.parse(signing?.content ?? '{"note":""}') as { note: string };
  return [by, ...parts(note)];
}

const makers = query((tables, { key }: { key: string }) =>
  tables
    .selectFrom('record_version as v')
    .innerJoin('audit_entry as e', 'e.seq', 'v.entry_seq')
    .select(['e.person as by', 'e.seq'])
    .where('v.record', '=', 'credential')
    .where('v.record_key', '=', key),
);

const signings = query((tables, { key, seq }: { key: string; seq: number }) =>
  tables
    .selectFrom('record_version')
    .select('content')
    .where('record', '=', 'authorisation')
    .where('record_key', '=', key)
    .where('entry_seq', '<=', seq)
    .orderBy('version', 'desc')
    .limit(1),
);
