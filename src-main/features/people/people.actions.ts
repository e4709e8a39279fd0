import { msg, type Message } from '#shared/kernel/message.ts';
import type { QueryContext } from '#main/context/context.ts';
import { type Saved, saveRecord } from '#main/store/records.ts';
import type { Work } from '#main/store/work.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
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
} from '#shared/people/records.ts';

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

/**
 * Refuses a second act by whoever did the first, in whatever role. Where one person works alone, the site says so once,
 * signed, and every document carries it.
 * @throws LotlineError SEPARATION_OF_DUTIES
 */
export function insistOnAnother(
  { reader, actor }: Pick<QueryContext, 'reader' | 'actor'>,
  pair: Separation,
  { first, what }: { first: string; what: Message },
): void {
  if (fold(first) !== fold(actor.person.id) || singlePersonOf(reader.db) !== '') return;
  throw new LotlineError('SEPARATION_OF_DUTIES', msg`${what} Ask another person who may do this.`, { pair });
}
