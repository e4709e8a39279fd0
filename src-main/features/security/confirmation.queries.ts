import type { Database } from 'better-sqlite3';
import { vouchedRecords } from '#main/store/vouchedRecords.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { type Message, type MessageValue, msg } from '#shared/kernel/message.ts';
import type { Permission } from '#shared/kernel/permissions.ts';
import { signingRights } from '#shared/kernel/roles.ts';
import type { SignatureRule } from '#shared/kernel/signature.ts';
import { authorisationRecord } from '#shared/people/records.ts';
import { signingSubject } from '#shared/people/vocabulary.ts';
import {
  type Account,
  confirmersOf as confirmersAmong,
  isBeginning as isBeginningOf,
  type Site,
} from '#shared/security/confirming.ts';
import { lateDays } from '#shared/security/lately.ts';
import { recoveryName } from '#shared/security/recoveryCode.ts';
import {
  allPeople,
  allRoles,
  credentialsOf,
  findPerson,
  fold,
  isSetUp,
  type KnownPerson,
  parts,
  permissionsOf,
} from './identity.queries.ts';
import { signedLately } from './lately.queries.ts';
import { singlePersonOf } from './siteSettings.queries.ts';

/** Who handed out what a person signs with since a second person vouched for it; and when one did, "" for never. */
export type Vouching = { askedBy: readonly string[]; confirmedOn: PlainDate | undefined };

/**
 * Whoever hands out a password or a right holds it too. So an administrator's act opens a person's signing, and nobody signs
 * as that person until somebody else confirms it. Without a record (the first administrator, demo people, accounts of
 * stores that were made before this was asked) nothing is open and `confirmedOn` is undefined.
 */
export function vouchingOf(db: Database, user: string): Vouching {
  const row = vouchedRecords(db, authorisationRecord, user).find(({ subject }) => subject === signingSubject);
  if (row === undefined) return { askedBy: [], confirmedOn: undefined };
  return { askedBy: parts(String(row['note'])), confirmedOn: String(row['validFrom']) };
}

/**
 * Who stands behind what a person does, folded: that person, and everybody who handed out what waits to be confirmed of
 * them, since they could be doing it. Whoever waits hands out for these too.
 */
export const standingBehind = (db: Database, user: string): string[] =>
  [user, ...vouchingOf(db, user).askedBy].map(fold);

/** The rights of a person that a signature stands for, whatever their qualifications. */
export const signingRightsOf = (db: Database, person: KnownPerson): Permission[] => signingIn(allRoles(db), person);

const signingIn = (roles: ReturnType<typeof allRoles>, person: KnownPerson): Permission[] =>
  permissionsOf(person.roles, roles).filter((one) => signingRights.includes(one));

type Known = Account & { person: KnownPerson };

function siteOf(db: Database): Omit<Site, 'accounts'> & { accounts: Known[] } {
  const roles = allRoles(db);
  const accounts = allPeople(db).map((person): Known => {
    const { askedBy, confirmedOn } = vouchingOf(db, person.user);
    const rights = signingIn(roles, person);
    return {
      person,
      user: fold(person.user),
      disabled: person.disabled,
      demo: person.demo,
      signs: rights.length > 0,
      guards: rights.some((right) => right === 'people' || right === 'review'),
      askedBy: askedBy.map(fold),
      wasVouchedFor: confirmedOn !== '',
      hasOwnPassword: () => hasOwnPassword(db, person.user),
    };
  });
  return { isSetUp: isSetUp(db), accounts, lately: () => signedLately(db) };
}

/** Who may confirm a person now. */
export function confirmersOf(db: Database, user: string): KnownPerson[] {
  const askedBy = vouchingOf(db, user).askedBy.map(fold);
  return peopleAmong(siteOf(db), { user: fold(user), askedBy });
}

function peopleAmong(
  { accounts, ...site }: ReturnType<typeof siteOf>,
  asked: Pick<Account, 'user' | 'askedBy'>,
): KnownPerson[] {
  const may = new Set(confirmersAmong({ ...site, accounts }, asked).map(({ user }) => user));
  return accounts.filter(({ user }) => may.has(user)).map(({ person }) => person);
}

/** Whether a person chose the password in force: before, whoever handed it out has it too. */
export const hasOwnPassword = (db: Database, user: string): boolean => credentialsOf(db, user)[0]?.mustChange === false;

export const isBeginning = (db: Database): boolean => isBeginningOf(siteOf(db));

/** Whether somebody else than a person signs here, confirmed or not, or could until some days ago. */
export function isAnybodyElse(db: Database, user: string): boolean {
  const signing = siteOf(db).accounts.filter(({ disabled, signs }) => signs && !disabled);
  return [...signing.map((one) => one.user), ...signedLately(db)].some((one) => one !== fold(user));
}

/** What a list of people says of signing: who opened it, and who may confirm it. Nothing for those who sign nothing. */
export function openSigning(db: Database): Map<string, { askedBy: string[]; ask: string[] }> {
  const site = siteOf(db);
  return new Map(
    site.accounts
      .filter(({ signs, askedBy }) => signs && askedBy.length > 0)
      .map((account) => {
        const askedBy = [...vouchingOf(db, account.person.user).askedBy];
        return [account.person.user, { askedBy, ask: peopleAmong(site, account).map(({ user }) => user) }] as const;
      }),
  );
}

/**
 * Refuses a signature of a person whose password or rights one administrator alone handed out. One person who works alone
 * by the site's decision signs with rights they gave themselves, since the signature says so; nobody does so with an
 * account that somebody else handed out.
 * @throws LotlineError SEPARATION_OF_DUTIES, which names whom to ask
 */
export function insistOnConfirmed(
  db: Database,
  { user, name }: Pick<KnownPerson, 'user' | 'name'>,
  { ownRights }: Pick<SignatureRule, 'ownRights'> = {},
): void {
  const { askedBy } = vouchingOf(db, user);
  if (askedBy.length === 0) return;
  const isAlone = singlePersonOf(db) !== '';
  // Beside the recovery code stands who made it, where that was somebody else.
  const isOwnDoing = askedBy.every((one) => fold(one) === fold(user) || (isAlone && one === recoveryName));
  if (isOwnDoing && (isAlone || ownRights === true)) return;
  throw new LotlineError(
    'SEPARATION_OF_DUTIES',
    msg`${name} may not sign yet: ${saidOf(askedBy, (one) => findPerson(db, one)?.name ?? one)} handed out the password or the rights, and somebody else has to confirm them. ${whomToAsk(db, user)}`,
    { pair: 'signing', user },
  );
}

/** Who handed something out, as a sentence names them: people by their user names, or what `nameOf` makes of those. */
export const saidOf = (askedBy: readonly string[], nameOf = (user: string): string => user): MessageValue => ({
  list: askedBy.map((user) => (user === recoveryName ? msg`somebody with the recovery code` : nameOf(user))),
  between: ', ',
});

export function whomToAsk(db: Database, user: string): Message {
  const names = confirmersOf(db, user).map(({ name }) => name);
  return names.length === 0
    ? msg`Nobody else here can yet: a second person who administers people or reviews the trail has to sign in first. Where nobody is left who could sign and had no part in it, another person may after ${lateDays} days.`
    : msg`Ask for that: ${names.join(', ')}.`;
}
