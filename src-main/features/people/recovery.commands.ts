import type { Database } from 'better-sqlite3';
import type { CommandsIn } from '#main/context/context.ts';
import {
  allPeople,
  allRoles,
  credentialsOf,
  findPerson,
  isSetUp,
  type KnownPerson,
  permissionsOf,
} from '#main/features/security/identity.queries.ts';
import { digestOf, newHash, refuseUsed, saveCredential } from '#main/features/security/passwords.actions.ts';
import { provePerson } from '#main/features/security/proof.queries.ts';
import {
  insistOnSameCode,
  makersOf,
  nextCodeNumber,
  proveRecoveryCode,
} from '#main/features/security/recoveryCode.queries.ts';
import { clearAttempts } from '#main/store/attempts.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import type { people } from '#shared/people/contract.ts';
import { readRecoveryCode, recoveryName } from '#shared/security/recoveryCode.ts';
import { todayOf } from './confirmPerson.ts';
import { openSigning } from './people.actions.ts';

type Recovery = Pick<CommandsIn<typeof people, 'passwords'>, 'makeRecoveryCode' | 'recover'>;

/**
 * The way back where nobody is left who gives new passwords: it takes the store's file and a code that was put away on
 * paper. What it gives, a second person confirms like any other password before anybody signs with it.
 */
export const recoveryCommands: Recovery = {
  makeRecoveryCode: {
    async before({ password, code }, context) {
      const { db } = context.reader;
      // Demo people, whose password anybody knows, leave no way back into what comes after them.
      if (!isSetUp(db))
        throw new LotlineError(
          'ILLEGAL_TRANSITION',
          msg`Set up the first administrator first; that person makes the recovery code.`,
        );
      const read = readRecoveryCode(code.reveal());
      if (read === undefined)
        throw new LotlineError(
          'VALIDATION',
          msg`A recovery code is five groups of five letters and digits by chance, as the settings make it.`,
          { field: 'code' },
        );
      await provePerson(context, context.actor.person.id, password);
      const hash = await digestOf(context, read);
      return {
        within: async ({ work, now }) => {
          const number = nextCodeNumber(work.db);
          const made = { person: recoveryName, number, hash, changedAt: now, mustChange: 0 };
          return { saved: saveCredential(work, made) };
        },
      };
    },
  },

  recover: {
    async before({ user, code, password }, context) {
      const { actor, reader } = context;
      // A person who calls the command line holds the file itself.
      if (actor.host !== 'cli')
        throw new LotlineError(
          'FORBIDDEN',
          msg`The recovery code counts on the command line only, where the store’s file is: lotline recover --user NAME.`,
        );
      const person = needAdministrator(reader.db, user);
      const proven = await proveRecoveryCode(reader.db, person, code);
      await refuseUsed(credentialsOf(reader.db, person.user), password);
      const hash = await newHash(context, password, person);
      return {
        within: async ({ work, now }) => {
          needAdministrator(work.db, user);
          insistOnSameCode(work.db, person, proven);
          const number = (credentialsOf(work.db, person.user)[0]?.number ?? 0) + 1;
          saveCredential(work, { person: person.user, number, hash, changedAt: now, mustChange: 0 });
          const used = { person: recoveryName, number: nextCodeNumber(work.db), hash: '' };
          saveCredential(work, { ...used, changedAt: now, mustChange: 0 });
          // Whoever made the code may be the one who uses it.
          const by = [recoveryName, ...(await makersOf(work, proven))];
          openSigning(work, person.user, { by, isNew: false, today: todayOf(context) });
          // Wrong passwords before are over with the new one; those that a clock ahead dated later, too.
          clearAttempts(work.db.name, person.user);
          return { user: person.user };
        },
      };
    },
  },
};

/** @throws LotlineError ILLEGAL_TRANSITION before anybody is set up; FORBIDDEN, naming who can be recovered */
function needAdministrator(db: Database, user: string): KnownPerson {
  if (!isSetUp(db))
    throw new LotlineError('ILLEGAL_TRANSITION', msg`Nobody is set up here: the owner of the file needs no password.`);
  const roles = allRoles(db);
  const mayRecover = (one: KnownPerson): boolean => !one.disabled && permissionsOf(one.roles, roles).includes('people');
  const person = findPerson(db, user);
  if (person !== undefined && mayRecover(person)) return person;
  const names = allPeople(db)
    .filter(mayRecover)
    .map((one) => one.user);
  throw new LotlineError(
    'FORBIDDEN',
    msg`The recovery code is for whoever administers people here: ${{ list: names, between: ', ' }}. They give everybody else a new password.`,
    { permission: 'people' },
  );
}
