import type { CommandContext } from '#main/context/context.ts';
import { canonical, hex, sha256 } from '#main/store/chain.ts';
import { type Saved, saveRecord } from '#main/store/records.ts';
import type { Work } from '#main/store/work.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import type { RecordKind } from '#shared/kernel/record.ts';
import type { Separation } from '#shared/people/separation.ts';
import { roleCodes, standardRoles } from '#shared/kernel/roles.ts';
import { demoPeople } from '#shared/people/vocabulary.ts';
import { fold, singlePersonOf } from './identity.queries.ts';
import {
  authorisationRecord,
  type AuthorisationValues,
  credentialRecord,
  type CredentialValues,
  personRecord,
  type PersonValues,
  roleRecord,
  savedViewRecord,
  type SavedViewValues,
  settingRecord,
  signatureRecord,
} from '#shared/people/records.ts';
import { signatureText, type SignedVersion } from './signatures.queries.ts';

export const saveView = (work: Work, values: SavedViewValues): Saved => saveRecord(work, savedViewRecord, values);

export const savePerson = (work: Work, person: Omit<PersonValues, 'folded'>): Saved =>
  saveRecord(work, personRecord, { ...person, folded: fold(person.user) });

export const saveCredential = (work: Work, values: CredentialValues): Saved =>
  saveRecord(work, credentialRecord, values);

/** Permissions as a role's record keeps them: in the order of the list, so that the same have one text. */
export const saveRole = (work: Work, code: string, permissions: readonly string[]): Saved =>
  saveRecord(work, roleRecord, { code, permissions: permissions.join(',') });

export const saveAuthorisation = (work: Work, values: AuthorisationValues): Saved =>
  saveRecord(work, authorisationRecord, values);

export const saveSetting = (work: Work, code: string, value: string): Saved =>
  saveRecord(work, settingRecord, { code, value });

/** The roles every store begins with; those it has already stay as they are. */
export function addStandardRoles(work: Work): void {
  for (const code of roleCodes) {
    if (work.one('select 1 from role where code = ?', code) === undefined) saveRole(work, code, standardRoles[code]);
  }
}

/** Made once from the published password, at the least cost a site may set. */
const demoHash = 'scrypt$14$8$1$ZGVtby1vZi1sb3RsaW5lIQ==$ERrQJFdrPuVptn/j8zm5twmgEMy3OMz2IueMr+IOuVw=';

/** One person of every role, whose password anybody can read up. */
export function addDemoPeople(work: Work, now: number): void {
  addStandardRoles(work);
  for (const { user, name, role } of demoPeople) {
    savePerson(work, { user, name, email: '', roles: role, disabled: 0, identity: 'demo', demo: 1 });
    saveCredential(work, { person: user, number: 1, hash: demoHash, changedAt: now, mustChange: 0 });
  }
}

/** Demo people leave where real ones come. */
export function disableDemoPeople(work: Work): void {
  const rows = work.all<PersonValues>(`select ${personRecord.columns.join(', ')} from person where demo = 1`);
  for (const person of rows) savePerson(work, { ...person, disabled: 1 });
}

type Named = { kind: RecordKind; name: string };

/**
 * Writes the signatures of a command over the records it wrote: the first is what is signed, the others what it rests
 * on. A later version of any of them supersedes the signature. `statement` says what is signed, with its numbers.
 */
export function sign(
  { work, asking, signers, now, offsetMinutes }: CommandContext,
  { operation, statement, records }: { operation: string; statement: string; records: readonly [Named, ...Named[]] },
): void {
  const versions = records.map(({ kind, name }) => versionOf(work, kind.name, name));
  const [first] = versions;
  if (first === undefined) throw new Error(`${operation} signs nothing`);
  for (const [index, { person, role, meaning, comment }] of signers.entries()) {
    const values = {
      code: `${work.journal.entrySeq}-${index + 1}`,
      entrySeq: work.journal.entrySeq,
      record: first.record,
      recordKey: first.key,
      recordVersion: first.version,
      signed: canonical(versions),
      operation,
      statement,
      meaning,
      person: person.id,
      name: person.name,
      role,
      at: now,
      offsetMinutes,
      workstation: asking.workstation,
      comment,
      digest: '',
    };
    const digest = hex(sha256(signatureText(values)));
    saveRecord(work, signatureRecord, { ...values, digest }, { stored: undefined });
  }
}

function versionOf(work: Work, record: string, key: string): SignedVersion {
  const row = work.one<{ version: number; content: string }>(
    'select version, content from record_version where record = ? and record_key = ? order by version desc limit 1',
    record,
    key,
  );
  if (row === undefined) throw new Error(`there is no ${record} to sign`);
  return { record, key, version: row.version, digest: hex(sha256(row.content)) };
}

/** How many signatures a unit of work wrote: the bus sees to it that what was proven was written. */
export const signaturesWritten = (work: Work): number =>
  work.one<{ many: number }>(
    'select count(*) as many from signature where code in (?, ?)',
    `${work.journal.entrySeq}-1`,
    `${work.journal.entrySeq}-2`,
  )?.many ?? 0;

/**
 * Refuses a second act by whoever did the first, in whatever role. Where one person works alone, the site says so once,
 * signed, and every document carries it.
 * @throws LotlineError SEPARATION_OF_DUTIES
 */
export function insistOnAnother(
  { work, asking }: Pick<CommandContext, 'work' | 'asking'>,
  pair: Separation,
  { first, what }: { first: string; what: string },
): void {
  if (fold(first) !== fold(asking.person.id) || singlePersonOf(work.db) !== '') return;
  throw new LotlineError('SEPARATION_OF_DUTIES', `${what} Ask another person who may do this.`, { pair });
}
