import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import type { Actor, AuthState } from '#main/context/context.ts';
import {
  allPeople,
  credentialsOf,
  findPerson,
  isOpenDemo,
  isSetUp,
  type KnownPerson,
  mustChange,
  rightsOf,
  wasDisabledSince,
} from '#main/features/security/identity.queries.ts';
import { settingsOf } from '#main/features/security/siteSettings.queries.ts';
import type { Database } from 'better-sqlite3';
import type { Settings } from '#shared/settings/contract.ts';
import type { Permission } from '#shared/kernel/permissions.ts';
import { ownerPermissions, ownerRole, strangerPermissions } from '#shared/kernel/roles.ts';
import { instantOf } from '../clock.ts';
import { inOneState } from '#main/store/oneState.ts';
import type { Store } from '#main/store/store.ts';
import { insistOnProven, type Proven } from '#main/features/security/proof.queries.ts';
import type { Work } from '#main/store/work.ts';
import type { Program, Session } from '../session.ts';
import { authorize } from './authorize.ts';
import type { Called } from './call.ts';
import type { BusParts } from './parts.ts';

/** Calls that pages make by themselves: a person who only leaves a window open does not use it. */
const byThemselves = ['people.whoAmI', 'jobs.list', 'audit.changesSince'];

/**
 * Refuses what a page asks that is drawn for another log-in: it would be the act of whoever signed in since, in another
 * window of the same browser. Only who is there now may always be asked.
 * @throws LotlineError SESSION_EXPIRED
 */
export function insistOnBelief({ id }: Session, operation: string, believed: string | undefined): void {
  if (believed === undefined || believed === id || operation === 'people.whoAmI') return;
  throw anotherSession();
}

export const anotherSession = (): LotlineError =>
  new LotlineError(
    'SESSION_EXPIRED',
    msg`Somebody signed in or out meanwhile, in this window or another one. Nothing was done. Look who is signed in now, and do it again.`,
    { isOther: true },
  );

/**
 * Who calls through a session now, and what they may do: looked up at every call, so that a right that was taken is
 * gone at the next one. A session that was idle too long is locked here.
 */
export function authenticate(
  { store, clock, newId }: Pick<BusParts, 'store' | 'clock' | 'newId'>,
  session: Session,
  operation: string,
): Actor {
  const { db } = store.reader();
  const actor = inOneState(db, () => {
    const settings = session.person === undefined ? undefined : settingsOf(db);
    if (settings !== undefined) {
      const at = instantOf(clock);
      if (session.isIdle(at, settings.idleMinutes)) session.lockIdle();
      else if (!session.isLocked && !byThemselves.includes(operation)) session.use(at);
    }
    return actorIn(db, session, { store, clock, isLocked: session.isLocked, settings });
  });
  if (session.person === undefined || actor.authState !== 'stranger') return actor;
  session.leave(newId());
  return stranger(session);
}

/** `settings` are read anew where they are not given. */
type Looking = Pick<BusParts, 'store' | 'clock'> & { isLocked: boolean; settings?: Settings | undefined };

/** Who calls through a session, and what they may do, as one connection sees it. */
function actorIn(db: Database, session: Session, { store, clock, isLocked, settings }: Looking): Actor {
  if (session.program !== undefined) return program(session, session.program);
  if (session.person === undefined) return asksWho(db, session, store) ? stranger(session) : owner(session);
  const person = findPerson(db, session.person);
  const [credential] = person === undefined ? [] : credentialsOf(db, person.user);
  if (person === undefined || isOver(db, session, { person, password: credential?.number ?? 0 }))
    return stranger(session);
  const now = clock.now();
  const authState = isLocked
    ? 'locked'
    : credential === undefined || mustChange(db, credential, now, settings)
      ? 'mustChange'
      : 'person';
  const rights =
    authState === 'person'
      ? rightsOf(db, person, { now, offsetMinutes: clock.offsetMinutes(now) }, settings)
      : { permissions: [], lapsed: [] };
  return {
    ...from(session),
    authState,
    person: { id: person.user, name: person.name },
    role: person.roles.join(', '),
    roles: person.roles,
    permissions: [...strangerPermissions, ...rights.permissions.filter((one) => one !== 'enter')],
    lapsed: rights.lapsed,
  };
}

/**
 * Whether a session ended with what became of the account: it has another password, whoever gave it, or was disabled,
 * also where it was enabled again since. Whoever is meant to go on knows the password, and signs in.
 */
function isOver(
  db: Database,
  session: Session,
  { person, password }: { person: KnownPerson; password: number },
): boolean {
  const { account } = session;
  if (person.disabled || account.password !== password) return true;
  if (account.version === person.version) return false;
  if (wasDisabledSince(db, person.user, account.version)) return true;
  session.goOn({ version: person.version });
  return false;
}

/**
 * Refuses, within its unit of work, a command whose person signed out, locked the session, or lost the account or the
 * right while a password was tried or other writers were waited for. Where nothing was written since, nothing changed.
 * @throws LotlineError as `authorize`; SESSION_EXPIRED; CONFLICT where somebody who proved who they are is not that any more
 */
export function insistStill(
  { store, clock }: Pick<BusParts, 'store' | 'clock'>,
  { session, turn, trail, actor, operation }: Called,
  proven: readonly Proven[],
  { db, journal }: Pick<Work, 'db' | 'journal'>,
): void {
  if (session.turn !== turn) throw anotherSession();
  if (journal.entrySeq === trail + 1) return;
  // One that was locked meanwhile only was not used for long.
  const still = actorIn(db, session, { store, clock, isLocked: actor.authState === 'locked' });
  authorize(still, operation.meta.permission);
  if (still.authState !== actor.authState) throw anotherSession();
  const now = clock.now();
  for (const one of proven) insistOnProven(db, operation.meta, one, { now, offsetMinutes: clock.offsetMinutes(now) });
}

/**
 * Whether whoever comes has to say who they are: where people were set up, and in a demo after signing out, where the owner
 * of the file is one of those to choose from.
 */
const asksWho = (db: Database, { hasLeft }: Session, { damage }: Pick<Store, 'damage'>): boolean =>
  isSetUp(db) ? !isAbandoned(db, damage) : hasLeft && isOpenDemo(db);

/** A store that was found damaged when it was opened and has no people left: the holder of the file may look at it. */
const isAbandoned = (db: Database, damage: Store['damage']): boolean =>
  damage !== undefined && allPeople(db).length === 0;

type Here = Pick<Actor, 'session' | 'host' | 'workstation' | 'readsPaths'>;

const from = ({ id, host, workstation, readsPaths }: Session): Here => ({ session: id, host, workstation, readsPaths });

const owner = (session: Session): Actor =>
  nobody(session, 'owner', { person: session.owner, role: ownerRole, permissions: ownerPermissions });

const program = (session: Session, { id, name, permissions }: Program): Actor =>
  nobody(session, 'program', { person: { id, name }, role: id, permissions });

const stranger = (session: Session): Actor =>
  nobody(session, 'stranger', { person: { id: '', name: '' }, role: '', permissions: strangerPermissions });

const nobody = (
  session: Session,
  authState: AuthState,
  { person, role, permissions }: { person: Actor['person']; role: string; permissions: readonly Permission[] },
): Actor => ({
  ...from(session),
  authState,
  person,
  role,
  roles: role === '' ? [] : [role],
  permissions,
  lapsed: [],
});
