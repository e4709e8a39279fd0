import type { QueryContext } from '#main/context/context.ts';
import type { Saved } from '#main/store/records.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import type { Work } from '#main/store/work.ts';
import { insist, LotlineError } from '#shared/kernel/errors.ts';
import { roleCodes } from '#shared/kernel/roles.ts';
import { msg } from '#shared/kernel/message.ts';
import type { Secret } from '#shared/kernel/secret.ts';
import { judgePassword, passwordsRemembered } from '#shared/security/passwords.ts';
import { credentialRecord, type CredentialValues } from '#shared/security/records.ts';
import { fitsPassword, hashPassword } from './hashing.ts';
import { allPeople, allRoles, fold, trailTime } from './identity.queries.ts';
import { settingsOf } from './siteSettings.queries.ts';

/** Dated by the trail's time, by which passwords grow old: `changedAt` is what the computer's clock says. */
export const saveCredential = (work: Work, { changedAt, ...values }: CredentialValues): Saved =>
  saveRecord(work, credentialRecord, { ...values, changedAt: trailTime(work.db, changedAt) });

/** None of a person's last passwords is taken again. */
export async function refuseUsed(before: readonly { hash: string }[], password: Secret): Promise<void> {
  for (const { hash } of before.slice(0, passwordsRemembered)) {
    if (await fitsPassword(hash, password.reveal()))
      throw new LotlineError(
        'PASSWORD_POLICY',
        msg`This password was used before. The last ${passwordsRemembered} are not taken again.`,
        { rule: 'used' },
      );
  }
}

type Digesting = Pick<QueryContext<'passwords'>, 'passwords' | 'reader'>;

/** The digest of a password or code that was judged: at the site's cost, with a salt of its own. */
export const digestOf = ({ passwords, reader }: Digesting, text: string): Promise<string> =>
  hashPassword(text, { cost: passwords.cost ?? settingsOf(reader.db).passwordCost, salt: passwords.newSalt() });

export async function newHash(
  context: Digesting,
  password: Secret,
  person: { user: string; name: string },
): Promise<string> {
  const { db } = context.reader;
  const colleagues = allPeople(db).filter((one) => !one.disabled && fold(one.user) !== fold(person.user));
  const roles = [...roleCodes, ...allRoles(db).keys()].map((code) => code.replaceAll(/([A-Z])/g, ' $1'));
  const known = [...roles, ...colleagues.flatMap(({ user, name }) => [user, name])];
  insist(judgePassword(password.reveal(), person, known));
  return await digestOf(context, password.reveal());
}
