import { msg } from '#shared/kernel/message.ts';
import type { CommandContext, CommandsOf, QueryContext } from '#main/context/context.ts';
import { findRecord } from '#main/store/records.ts';
import { insist, LotlineError } from '#shared/kernel/errors.ts';
import { decisions } from '#shared/kernel/roles.ts';
import type { Secret } from '#shared/kernel/secret.ts';
import { judgePassword, passwordsRemembered } from '#shared/people/passwords.ts';
import type { Settings } from '#shared/people/contract.ts';
import { fitsPassword, hashPassword } from './hashing.ts';
import {
  allPeople,
  allRoles,
  credentialsOf,
  findPerson,
  fold,
  isSetUp,
  mustChange,
  permissionsIn,
  permissionsOf,
  settingsOf,
  singlePersonOf,
} from './identity.queries.ts';
import {
  addStandardRoles,
  disableDemoPeople,
  insistOnAnother,
  saveAuthorisation,
  saveCredential,
  savePerson,
  saveRole,
  saveSetting,
  saveView,
} from './people.actions.ts';
import { failuresSince, lastLogIn } from './people.queries.ts';
import { savedViewRecord, settingRecord } from '#shared/people/records.ts';
import { checkRoles, insistOnAdministrator, needPerson, personChange } from './personChange.ts';
import { provePerson } from './proof.ts';

export const peopleCommands: CommandsOf<'people', 'session' | 'setUp' | 'passwords' | 'readOnly'> = {
  logIn: {
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
        mustChange: credential !== undefined && mustChange(credential, context.now, settingsOf(db).passwordDays),
        lastHere: before.at,
        // Who administers people hears of all that failed, everybody else of what failed in their own name.
        failures: failuresSince(db, before.seq, rights.includes('people') ? undefined : person.user),
      };
      context.session.enter({ id: person.user, name: person.name });
      return context.readOnly === '' ? { within: async () => reply } : { reply };
    },
  },

  logOut: {
    async before(_input, context) {
      context.session.leave();
      const reply = { left: true };
      return context.readOnly === '' && context.actor.authState !== 'stranger'
        ? { within: async () => reply }
        : { reply };
    },
  },

  lock: {
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
      insist(judgePassword(newPassword.reveal(), person));
      const before = credentialsOf(reader.db, person.user);
      await refuseUsed(before, newPassword);
      const hash = await hashPassword(newPassword.reveal(), saltFor(context));
      const number = (before[0]?.number ?? 0) + 1;
      return {
        within: async ({ work, now }) => {
          saveCredential(work, { person: person.user, number, hash, changedAt: now, mustChange: 0 });
          return { changed: true };
        },
      };
    },
  },

  setUp: {
    async before({ code, user, name, email, password }, context) {
      const { actor, now, reader } = context;
      refuseSecondSetUp(isSetUp(reader.db));
      // Whoever calls the command line holds the file itself.
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
          refuseSecondSetUp(isSetUp(work.db));
          if (findPerson(work.db, user) !== undefined) throw usedBefore(user);
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
          const sorted = checkRoles(work.db, roles);
          savePerson(work, { user, name, email, roles: sorted, disabled: 0, identity, demo: 0 });
          saveCredential(work, { person: user, number: 1, hash, changedAt: now, mustChange: 1 });
          return { user };
        },
      };
    },
  },

  change: personChange,

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
          return { user: person.user };
        },
      };
    },
  },

  async saveRole({ code, permissions }, context) {
    const { work, actor } = context;
    insistOnSetUp(context);
    if (permissions.includes('enter'))
      throw new LotlineError('VALIDATION', msg`Everybody may sign in; no role gives that.`, { field: 'permissions' });
    const before = allRoles(work.db).get(code) ?? [];
    const raises = permissions.some((permission) => !before.includes(permission));
    if (raises && actor.roles.includes(code))
      insistOnAnother(context, 'ownRole', { first: actor.person.id, what: msg`You hold this role yourself.` });
    const saved = saveRole(work, code, permissionsIn(permissions.join(',')));
    for (const person of allPeople(work.db)) if (person.roles.includes(code)) checkRoles(work.db, person.roles);
    insistOnAdministrator(context);
    return { saved };
  },

  async authorise({ user, subject, from, until, note }, context) {
    const { work } = context;
    const person = needPerson(work.db, user);
    insistOnAnother(context, 'ownRole', { first: person.user, what: msg`Nobody authorises themselves.` });
    if (until !== '' && until < from)
      throw new LotlineError('VALIDATION', msg`The qualification ends before it begins. Check the two dates.`, {
        field: 'until',
      });
    return {
      saved: saveAuthorisation(work, { person: person.user, subject, validFrom: from, validUntil: until, note }),
    };
  },

  async saveSettings({ reason: _why, ...settings }, context) {
    insistOnSetUp(context);
    const keys = Object.keys(settings) as (keyof Settings)[]; // the very keys of the schema
    const before = settingsOf(context.work.db);
    const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(settings[key]));
    for (const key of changed) saveSetting(context.work, key, JSON.stringify(settings[key]));
    return { changed: changed.length };
  },

  setSinglePerson: {
    async toSign({ on, reason }, { reader: { db } }) {
      if (on === (singlePersonOf(db) !== '')) return refuseSame(on);
      return {
        sentence: { code: on ? 'oneMayActAlone' : 'twoMustAct', values: { reason } },
        reads: [{ kind: settingRecord, name: 'singlePerson' }],
      };
    },

    async within({ on, reason }, { work }) {
      if (!on) refuseCombined(work);
      const saved = saveSetting(work, 'singlePerson', on ? reason : '');
      return { reply: { saved }, signed: [{ kind: settingRecord, name: 'singlePerson' }] };
    },
  },

  async saveView({ list, name, question }, { actor, work }) {
    const values = { person: actor.person.id, list, name, question: JSON.stringify(question), removed: 0 };
    return { view: saveView(work, values) };
  },

  async removeView({ list, name }, { actor, work }) {
    const person = actor.person.id;
    const stored = findRecord(work, savedViewRecord, [person, list, name]);
    if (stored === undefined || stored.values['removed'] === 1) {
      throw new LotlineError('NOT_FOUND', msg`There is no view "${name}". Load the list of views again.`);
    }
    saveView(work, { person, list, name, question: String(stored.values['question']), removed: 1 });
    return { removed: true };
  },
};

function refuseSecondSetUp(isDone: boolean): void {
  if (!isDone) return;
  throw new LotlineError(
    'ILLEGAL_TRANSITION',
    msg`The first administrator was set up already; that works once. Sign in, or ask an administrator for an account.`,
  );
}

/** People come after the first administrator: before, nobody could tell who added them. */
function insistOnSetUp({ actor }: Pick<QueryContext, 'actor'>): void {
  if (actor.authState === 'owner')
    throw new LotlineError(
      'ILLEGAL_TRANSITION',
      msg`Set up the first administrator first; that person adds the others.`,
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

/** None of a person's last passwords is taken again. */
async function refuseUsed(before: readonly { hash: string }[], password: Secret): Promise<void> {
  for (const { hash } of before.slice(0, passwordsRemembered)) {
    if (await fitsPassword(hash, password.reveal()))
      throw new LotlineError(
        'PASSWORD_POLICY',
        msg`This password was used before. The last ${passwordsRemembered} are not taken again.`,
        { rule: 'used' },
      );
  }
}

/** How a new password is digested: at the site's cost, with a salt of its own. */
const saltFor = ({ passwords, reader }: Pick<QueryContext<'passwords'>, 'passwords' | 'reader'>) => ({
  cost: passwords.cost ?? settingsOf(reader.db).passwordCost,
  salt: passwords.newSalt(),
});

async function newHash(
  context: Pick<QueryContext<'passwords'>, 'passwords' | 'reader'>,
  password: Secret,
  person: { user: string; name: string },
): Promise<string> {
  insist(judgePassword(password.reveal(), person));
  return await hashPassword(password.reveal(), saltFor(context));
}

/** Two people again means that nobody holds any more what one person may not hold. */
function refuseCombined(work: CommandContext['work']): void {
  const all = allRoles(work.db);
  const both = allPeople(work.db).find(({ disabled, roles }) => {
    const held = permissionsOf(roles, all);
    return !disabled && held.includes('people') && decisions.some((permission) => held.includes(permission));
  });
  if (both === undefined) return;
  throw new LotlineError(
    'SEPARATION_OF_DUTIES',
    msg`${both.name} administers people and decides on quality. Take one of the two away first.`,
    { user: both.user },
  );
}

function refuseSame(on: boolean): never {
  throw new LotlineError(
    'ILLEGAL_TRANSITION',
    on ? msg`One person may act alone here already.` : msg`It takes two persons here already.`,
  );
}
