import type { Actor } from '#main/context/context.ts';
import { trailTime } from '#main/features/security/identity.queries.ts';
import { ProofRefused } from '#main/features/security/proof.queries.ts';
import { noteAttempt } from '#main/store/attempts.ts';
import type { Store } from '#main/store/store.ts';
import { isLotlineError, type LotlineError } from '#shared/kernel/errors.ts';
import { instantOf } from '../clock.ts';
import type { Operation } from '../operations.ts';
import { isDenial } from './authorize.ts';
import type { Command } from './call.ts';
import type { BusParts } from './parts.ts';
import { sealEntry } from './sealEntry.ts';
import { StrangersRefused } from './strangers.ts';
import { faultsOf } from './summary.ts';

/** What is requested by whom: an operation, or a way in or out for files, which is not even an operation. */
type Named = { actor: Actor; operation: Pick<Operation, 'name'> & { meta?: Operation['meta'] } };

/** Runs a job; what it is refused for becomes an entry. Of what is no command, only what somebody may not do is one. */
export async function recordRefusals<T>(
  parts: BusParts,
  asked: Named,
  command: Command,
  job: () => Promise<T>,
): Promise<T> {
  try {
    return await job();
  } catch (error) {
    if (isLotlineError(error) && (asked.operation.meta?.kind === 'command' || isDenial(error)))
      await recordRefusal(parts, asked, error, command);
    throw error;
  }
}

async function recordRefusal(
  { store, clock, appVersion, log }: BusParts,
  { actor, operation }: Named,
  error: LotlineError,
  command: Command,
): Promise<void> {
  const wrong = error instanceof ProofRefused && error.code === 'REAUTH_FAILED' ? error : undefined;
  const isInTrail = store.readOnly === '' && wrong?.claimed.id !== '';
  sayAside(log, wrong?.guess?.aside, operation.name);
  if (wrong !== undefined && !isInTrail) countBeside({ store, clock, log }, wrong, operation.name);
  // A wrong password counts against the account it was tried for.
  const entryActor = error instanceof ProofRefused ? { ...actor, person: error.claimed } : actor;
  // A name that is missing or somebody else's is no guess at a password.
  const untried = error.code === 'REAUTH_FAILED' && wrong === undefined;
  if (store.readOnly !== '' || error.code.startsWith('STORE_')) return;
  const before = actor.authState === 'stranger' && wrong === undefined ? strangersOf(store).take(instantOf(clock)) : 0;
  if (before === undefined) return;
  try {
    await store.work((work) => {
      sealEntry(
        work,
        { actor: entryActor, operation, now: clock.now(), app: appVersion },
        {
          ...command,
          outcome: 'refused',
          code: error.code,
          message: error.message,
          untried,
          before,
          ...faultsOf(error),
        },
      );
    });
    // One that nothing counted keeps its place for its time.
    if (isInTrail) wrong?.guess?.free();
  } catch (failure) {
    // The refusal itself must reach the person even where the store cannot take its entry.
    log(failure, operation.name);
  }
}

/** What nobody signed in was refused for, by the open store. */
const strangers = new WeakMap<Store, StrangersRefused>();
function strangersOf(store: Store): StrangersRefused {
  const known = strangers.get(store) ?? new StrangersRefused();
  strangers.set(store, known);
  return known;
}

/** The trail counts wrong passwords of people; what it cannot take, or is nobody's, is counted beside the store. */
function countBeside(
  { store, clock, log }: Pick<BusParts, 'store' | 'clock' | 'log'>,
  { claimed, typed, guess }: ProofRefused,
  operation: string,
): void {
  try {
    const now = clock.now();
    // A name that nobody has has no password in the trail to be counted from.
    const [name, at] = claimed.id === '' ? [typed, now] : [claimed.id, trailTime(store.reader().db, now)];
    sayAside(log, noteAttempt(store.file, name, at), operation);
    guess?.free();
  } catch (failure) {
    log(failure, operation);
  }
}

function sayAside(log: BusParts['log'], aside: string | undefined, operation: string): void {
  if (aside !== undefined)
    log(new Error(`what lay in the place of wrong passwords was put aside: ${aside}`), operation);
}
