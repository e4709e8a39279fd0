import type { Saved } from '#main/store/records.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import type { Work } from '#main/store/work.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { roleCodes, standardRoles } from '#shared/kernel/roles.ts';
import { demoPeople, signingSubject } from '#shared/people/vocabulary.ts';
import { givenBy } from '#shared/security/confirming.ts';
import { vouchingOf } from '#main/features/security/confirmation.queries.ts';
import { fold } from '#main/features/security/identity.queries.ts';
import { saveCredential } from '#main/features/security/passwords.actions.ts';
import {
  authorisationRecord,
  type AuthorisationValues,
  personRecord,
  type PersonValues,
  roleRecord,
} from '#shared/people/records.ts';

export const savePerson = (work: Work, person: Omit<PersonValues, 'folded'>): Saved =>
  saveRecord(work, personRecord, { ...person, folded: fold(person.user) });

/** Permissions as a role's record keeps them: in the order of the list, so that the same have one text. */
export const saveRole = (work: Work, code: string, permissions: readonly string[]): Saved =>
  saveRecord(work, roleRecord, { code, permissions: permissions.join(',') });

export const saveAuthorisation = (work: Work, values: AuthorisationValues): Saved =>
  saveRecord(work, authorisationRecord, values);

type Opened = { by: readonly string[]; isNew: boolean; today: PlainDate };

/**
 * Somebody gave a person a password or rights: nobody signs as that person until somebody else confirms it, who stands
 * behind none of it either.
 */
export function openSigning(work: Work, user: string, { by, isNew, today }: Opened): void {
  const { askedBy, confirmedOn } = vouchingOf(work.db, user);
  const givers = by.map((one) => ({ user: one, askedBy: vouchingOf(work.db, one).askedBy }));
  const note = givenBy({ user, askedBy }, givers).join(',');
  // Whoever was there before this was asked counts as confirmed until now.
  saveSigning(work, user, { validFrom: isNew ? '' : (confirmedOn ?? today), note });
}

/** Somebody else confirmed it. */
export const closeSigning = (work: Work, user: string, today: PlainDate): Saved =>
  saveSigning(work, user, { validFrom: today, note: '' });

const saveSigning = (work: Work, person: string, said: Pick<AuthorisationValues, 'validFrom' | 'note'>): Saved =>
  saveAuthorisation(work, { person, subject: signingSubject, validUntil: '', ...said });

/** The roles every store begins with; those it has already stay as they are. */
export function addStandardRoles(work: Work): void {
  for (const code of roleCodes) {
    if (work.one('select 1 from role where code = ?', code) === undefined) saveRole(work, code, standardRoles[code]);
  }
}

/** Made once from the published password, at the least cost a site may set. */
const demoHash = 'scrypt$14$8$1$ZGVtby1vZi1sb3RsaW5lIQ==$ERrQJFdrPuVptn/j8zm5twmgEMy3OMz2IueMr+IOuVw=';

/** The people of a demo, whose password anybody can read up. Nobody gave it to them: nothing of theirs waits to be confirmed. */
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
