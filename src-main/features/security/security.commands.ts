import type { CommandsIn } from '#main/context/context.ts';
import { clearAttempts } from '#main/store/attempts.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import type { security } from '#shared/security/contract.ts';
import {
  allPeople,
  allRoles,
  credentialsOf,
  isOpenDemo,
  isSetUp,
  mustChange,
  permissionsOf,
  trailTime,
} from './identity.queries.ts';
import { vouchingOf } from './confirmation.queries.ts';
import { newHash, refuseUsed, saveCredential } from './passwords.actions.ts';
import { insistOnAccount, provePerson } from './proof.queries.ts';
import { failuresSince, lastLogIn, passwordsGivenSince, recoveriesSince } from './security.queries.ts';

export const securityCommands: CommandsIn<typeof security, 'session' | 'passwords' | 'readOnly'> = {
  logIn: {
    changesSession: true,
    async before({ user, password }, context) {
      const { db } = context.reader;
      if (!isSetUp(db) && allPeople(db).length === 0)
        throw new LotlineError('NOT_FOUND', msg`Nobody is set up here yet. Set up the first administrator.`);
      const person = await provePerson(context, user, password);
      const [credential] = credentialsOf(db, person.user);
      const before = lastLogIn(db, person.user);
      const rights = permissionsOf(person.roles, allRoles(db));
      const reply = {
        user: person.user,
        mustChange: credential !== undefined && mustChange(db, credential, context.now),
        lastHere: before.at,
        // Who administers people hears of all that failed, everybody else of what failed in their own name.
        // Whoever gave it may have been here with it first; so it is told until somebody else confirmed it.
        passwordsGiven: await passwordsGivenSince(context.read, {
          user: person.user,
          seq: vouchingOf(db, person.user).askedBy.length > 0 ? 0 : before.seq,
          now: trailTime(db, context.now),
        }),
        // Everybody hears of it: whoever did it holds the file and a code that a colleague may miss.
        recoveries: await recoveriesSince(context.read, before.seq),
        failures: failuresSince(db, before.seq, rights.includes('people') ? undefined : person.user),
      };
      context.session.enter({ id: person.user, name: person.name, account: person.account });
      if (context.readOnly === '') return { within: async () => reply };
      clearAttempts(db.name, person.user);
      return { reply };
    },
  },

  logOut: {
    changesSession: true,
    async before(_input, context) {
      context.session.leave();
      const reply = { left: true };
      return context.readOnly === '' && context.actor.authState !== 'stranger'
        ? { within: async () => reply }
        : { reply };
    },
  },

  becomeOwner: {
    changesSession: true,
    async before(_input, context) {
      if (!isOpenDemo(context.reader.db))
        throw new LotlineError(
          'FORBIDDEN',
          msg`Only in a demo does anybody go on as the owner of the file. Sign in with your own user name.`,
        );
      context.session.becomeOwner();
      return { reply: { owner: true } };
    },
  },

  lock: {
    changesSession: true,
    async before(_input, context) {
      context.session.lock();
      const reply = { locked: true };
      const isPerson = context.actor.authState === 'person' || context.actor.authState === 'mustChange';
      return context.readOnly === '' && isPerson ? { within: async () => reply } : { reply };
    },
  },

  changePassword: {
    async before({ password, newPassword }, context) {
      const { actor, reader } = context;
      if (actor.authState !== 'person' && actor.authState !== 'mustChange')
        throw new LotlineError('NOT_LOGGED_IN', msg`Sign in first: only your own password can be changed here.`);
      const person = await provePerson(context, actor.person.id, password);
      const before = credentialsOf(reader.db, person.user);
      await refuseUsed(before, newPassword);
      const hash = await newHash(context, newPassword, person);
      const number = (before[0]?.number ?? 0) + 1;
      context.session.changePassword(number);
      return {
        within: async ({ work, now }) => {
          insistOnAccount(work.db, { person: { id: person.user, name: person.name }, account: person.account });
          saveCredential(work, { person: person.user, number, hash, changedAt: now, mustChange: 0 });
          return { changed: true };
        },
      };
    },
  },
};
