import type { CommandsIn } from '#main/context/context.ts';
import {
  allPeople,
  allRoles,
  credentialsOf,
  findPerson,
  fold,
  isSetUp,
  permissionsIn,
  wasEverSetUp,
} from '#main/features/security/identity.queries.ts';
import { signingRightsOf } from '#main/features/security/confirmation.queries.ts';
import { newHash, refuseUsed, saveCredential } from '#main/features/security/passwords.actions.ts';
import { insistOnAnother, insistOnSetUp } from '#main/features/security/separation.actions.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import type { people } from '#shared/people/contract.ts';
import { authorise, authoriseMany } from './authorise.ts';
import { confirmPerson, todayOf } from './confirmPerson.ts';
import { insistOnOwnName, insistOnOwnRole, insistOnOwnUserName } from './distinct.ts';
import { addStandardRoles, disableDemoPeople, openSigning, savePerson, saveRole } from './people.actions.ts';
import { recoveryCommands } from './recovery.commands.ts';
import { checkRoles, insistOnAdministrator, needPerson, personChange } from './personChange.ts';

export const peopleCommands: CommandsIn<typeof people, 'session' | 'setUp' | 'passwords'> = {
  setUp: {
    async before({ code, user, name, email, password }, context) {
      const { actor, now, reader } = context;
      refuseSecondSetUp(isSetUp(reader.db));
      // A person who calls the command line holds the file itself.
      if (actor.host !== 'cli' && !context.setUp.fits(code.reveal())) {
        throw new LotlineError(
          'REAUTH_FAILED',
          msg`This is not the code, or it is older than 15 minutes. Have a new one shown and type that.`,
        );
      }
      const hash = await newHash(context, password, { user, name });
      context.session.enter({ id: user, name });
      return {
        within: async ({ work }) => {
          refuseSecondSetUp(wasEverSetUp(work.db));
          if (findPerson(work.db, user) !== undefined) throw usedBefore(user);
          insistOnOwnUserName(work.db, user);
          addStandardRoles(work);
          disableDemoPeople(work);
          savePerson(work, { user, name, email, roles: 'administrator', disabled: 0, identity: '', demo: 0 });
          saveCredential(work, { person: user, number: 1, hash, changedAt: now, mustChange: 0 });
          context.setUp.spend();
          return { user };
        },
      };
    },
  },

  add: {
    async before({ user, name, email, roles, identity, password }, context) {
      const hash = await newHash(context, password, { user, name });
      return {
        within: async ({ work, now }) => {
          insistOnSetUp(context);
          if (findPerson(work.db, user) !== undefined) throw usedBefore(user);
          insistOnOwnUserName(work.db, user);
          insistOnOwnName(work.db, { user, name });
          const sorted = checkRoles(work.db, roles);
          savePerson(work, { user, name, email, roles: sorted, disabled: 0, identity, demo: 0 });
          saveCredential(work, { person: user, number: 1, hash, changedAt: now, mustChange: 1 });
          openSigning(work, user, { by: [context.actor.person.id], isNew: true, today: todayOf(context) });
          return { user };
        },
      };
    },
  },

  change: personChange,
  confirm: confirmPerson,

  resetPassword: {
    async before({ user, password }, context) {
      const person = needPerson(context.reader.db, user);
      if (fold(user) === fold(context.actor.person.id)) {
        throw new LotlineError(
          'SEPARATION_OF_DUTIES',
          msg`Change your own password with the one you have. If it is lost, another administrator gives you a new one.`,
        );
      }
      await refuseUsed(credentialsOf(context.reader.db, person.user), password);
      const hash = await newHash(context, password, person);
      return {
        within: async ({ work, now }) => {
          const number = (credentialsOf(work.db, person.user)[0]?.number ?? 0) + 1;
          saveCredential(work, { person: person.user, number, hash, changedAt: now, mustChange: 1 });
          openSigning(work, person.user, { by: [context.actor.person.id], isNew: false, today: todayOf(context) });
          return { user: person.user };
        },
      };
    },
  },

  ...recoveryCommands,

  async saveRole({ code, permissions }, context) {
    const { work, actor } = context;
    insistOnSetUp(context);
    if (permissions.includes('enter'))
      throw new LotlineError('VALIDATION', msg`Everybody may sign in; no role gives that.`, { field: 'permissions' });
    const all = allRoles(work.db);
    insistOnOwnRole(all.keys(), code);
    const before = all.get(code) ?? [];
    const raises = permissions.some((permission) => !before.includes(permission));
    const holders = allPeople(work.db).filter(({ roles }) => roles.includes(code));
    if (raises)
      for (const { user, name } of holders)
        insistOnAnother(context, 'ownRole', { first: user, what: msg`This role is held by ${name}.` });
    const had = holders.map((person) => signingRightsOf(work.db, person));
    const saved = saveRole(work, code, permissionsIn(permissions.join(',')));
    for (const [index, person] of holders.entries()) {
      checkRoles(work.db, person.roles);
      const gains = signingRightsOf(work.db, person).some((right) => had[index]?.includes(right) !== true);
      if (gains) openSigning(work, person.user, { by: [actor.person.id], isNew: false, today: todayOf(context) });
    }
    insistOnAdministrator(context);
    return { saved };
  },

  authorise: async (trained, context) => ({ saved: authorise(trained, context) }),
  authoriseMany,
};

function refuseSecondSetUp(isDone: boolean): void {
  if (!isDone) return;
  throw new LotlineError(
    'ILLEGAL_TRANSITION',
    msg`The first administrator was set up already; that works once. Sign in, or ask an administrator for an account.`,
  );
}

const usedBefore = (user: string): LotlineError =>
  new LotlineError(
    'DUPLICATE',
    msg`The user name ${user} was given before. Each is one person's for ever: choose another.`,
    {
      field: 'user',
    },
  );
