import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type {
  Asking,
  CommandContext,
  Handlers,
  Outbox,
  Prepared,
  QueryContext,
  SetUp,
  Uploads,
} from '#main/context/context.ts';
import { signaturesWritten } from '#main/features/people/people.actions.ts';
import { ProofRefused, proveSigners } from '#main/features/people/proof.ts';
import { canonical, hex, sha256 } from '#main/store/chain.ts';
import { doneCommand } from '#main/store/entries.ts';
import { sayStoreError } from '#main/store/sqliteErrors.ts';
import type { Store } from '#main/store/store.ts';
import { StaleView, type View } from '#main/store/views.ts';
import type { Work } from '#main/store/work.ts';
import type { TraceIndex } from '#main/trace/index.ts';
import { isLotlineError, type Json, LotlineError } from '#shared/kernel/errors.ts';
import { secretsIn } from '#shared/kernel/secret.ts';
import type { SignatureInput, WitnessInput } from '#shared/kernel/signature.ts';
import type { Permission } from '#shared/kernel/permissions.ts';
import type { Clock } from './clock.ts';
import type { Jobs } from './jobs.ts';
import { identify } from './identify.ts';
import { type Operation, operationNamed, operations, parseInput } from './operations.ts';
import { isDenial, permit } from './permit.ts';
import type { Session } from './session.ts';
import { SecretsOfCommands } from './secretsOfCommands.ts';
import { Changes } from './sessionChanges.ts';
import { type Said, sealEntry } from './sealEntry.ts';
import { faultsOf } from './summary.ts';

export type BusParts = {
  store: Store;
  handlers: Handlers;
  clock: Clock;
  jobs: Jobs;
  uploads: Uploads;
  outbox: Outbox;
  verify: QueryContext['verify'];
  appVersion: string;
  setUp: SetUp;
  passwords: QueryContext['passwords'];
  newId: () => string;
  /** The trace index in the state that a connection sees. */
  trace: (db: Database) => Promise<TraceIndex>;
  /** Called with every commit, before the reply is sent. */
  committed: () => Promise<void>;
  log: (error: unknown, operation: string) => void;
};

export type Call = { operation: string; input: unknown; commandId?: string | undefined };

/** So often an answer is looked for in a state that nothing outruns. */
const mostViews = 5;

/** A repeated command's stored answer; thrown to leave the unit of work without a trace. */
class Answered extends Error {
  readonly reply: Json;
  constructor(reply: Json) {
    super('answered before');
    this.reply = reply;
  }
}

/**
 * The one way in: validate, permit, run, check the reply, record, commit. A command is known by its id
 * and the person who sent it: sent again with the same input it has the same answer and no second
 * effect; with another input it is refused. Refusals are recorded, but not remembered as answers.
 */
export class Bus {
  readonly #parts: BusParts;
  /** Commands at work, by person and id. */
  readonly #running = new Map<string, { said: string; reply: Promise<unknown> }>();
  #proofs: Promise<unknown> = Promise.resolve();
  readonly #secrets = new SecretsOfCommands();

  constructor(parts: BusParts) {
    this.#parts = parts;
  }

  async call(session: Session, { operation: name, input, commandId }: Call): Promise<unknown> {
    try {
      const operation = operationNamed(name);
      const asking = this.#identify(session, name);
      return operation.meta.kind === 'query'
        ? await this.#query({ session, asking, operation }, input)
        : await this.#command({ session, asking, operation }, input, commandId);
    } catch (error) {
      const said = sayStoreError(error);
      if (isLotlineError(said)) throw said;
      this.#parts.log(error, name);
      throw new LotlineError(
        'INTERNAL',
        'Something went wrong inside Lotline. Nothing was changed. Try again; if it stays, the log says more.',
      );
    }
  }

  /** Who asks through a session just now. */
  #identify(session: Session, operation: string): Asking {
    const { clock, store } = this.#parts;
    const now = clock.now();
    return identify(store.reader().db, session, {
      now,
      offsetMinutes: clock.offsetMinutes(now),
      operation,
      readOnly: store.readOnly,
    });
  }

  /** Refuses whoever may not do what a permission names, for the ways that are no operations. */
  async insistOn(session: Session, permission: Permission, way: string): Promise<Asking> {
    const asking = this.#identify(session, way);
    try {
      permit(asking, permission);
    } catch (error) {
      if (isLotlineError(error) && isDenial(error))
        await this.#recordRefusal({ asking, operation: { name: way } }, error, { id: '', digest: '' });
      throw error;
    }
    return asking;
  }

  async #query(called: Called, input: unknown): Promise<unknown> {
    const { session, asking, operation } = called;
    await this.#recorded(called, { id: '', digest: '' }, async () => permit(asking, operation.meta.permission));
    const parsed = parseInput(operation, input);
    const id = jobOf(parsed);
    return await this.#parts.jobs.run(id, operation.name, async (job) => {
      const handler = this.#handler(operation);
      if (typeof handler !== 'function') throw new Error(`${operation.name} is a query that prepares`);
      return await this.#inOneView(async (view) => {
        // What is still asked of the connection itself sees the same state as typed questions do.
        const context = this.#context({
          asking,
          session,
          job,
          changes: new Changes(session),
          read: view,
          reader: view,
        });
        return checkReply(operation, await handler(parsed, context));
      });
    });
  }

  /** A question is answered from one state of the store, and again from a new one where that was outrun. */
  async #inOneView<T>(ask: (view: View) => Promise<T>): Promise<T> {
    for (let views = 0; views < mostViews; views += 1) {
      try {
        return await this.#parts.store.view(ask);
      } catch (error) {
        if (!(error instanceof StaleView)) throw error;
      }
    }
    throw new LotlineError('CONFLICT', 'The records change faster than they can be read. Ask again.');
  }

  async #command(called: Called, input: unknown, commandId: string | undefined): Promise<unknown> {
    const { asking, operation } = called;
    const command = { id: (commandId ?? '').slice(0, 100), digest: '' };
    const parsed = await this.#recorded(called, command, async () => {
      permit(asking, operation.meta.permission);
      const read = parseInput(operation, input);
      if (commandId === undefined || !/^[\w-]{8,100}$/.test(commandId)) {
        throw new LotlineError(
          'VALIDATION',
          'A command needs an id of its own: 8 to 100 letters, digits or dashes, made once per attempt.',
        );
      }
      return read;
    });
    // A secret says nothing here: it turns into nothing wherever values are written.
    command.digest = hex(sha256(canonical(parsed)));
    const run = (): Promise<unknown> => this.#recorded(called, command, () => this.#once(called, parsed, command));
    return await (secretsIn(parsed).length > 0 ? this.#inTurn(run) : run());
  }

  /** Passwords are tried one after the other, so that many at once do not get past the lock of an account. */
  #inTurn<T>(job: () => Promise<T>): Promise<T> {
    const turn = this.#proofs.then(job);
    this.#proofs = turn.catch(() => undefined);
    return turn;
  }

  /** Runs a job; what it is refused for becomes an entry. Of queries only what somebody may not do is one. */
  async #recorded<T>(called: Called, command: Command, job: () => Promise<T>): Promise<T> {
    try {
      return await job();
    } catch (error) {
      // The stored answer is of the very operation that is asked again.
      if (error instanceof Answered) return error.reply as T;
      if (isLotlineError(error) && (called.operation.meta.kind === 'command' || isDenial(error)))
        await this.#recordRefusal(called, error, command);
      throw error;
    }
  }

  /** A command that comes again while it still runs waits for that one answer. */
  #once(called: Called, input: unknown, command: Command): Promise<unknown> {
    const { operation } = called;
    const key = againOf(called, command);
    const said = `${operation.name}/${command.digest}`;
    const running = this.#running.get(key);
    if (running !== undefined) {
      if (running.said !== said) throw mismatch();
      return running.reply;
    }
    const reply = this.#parts.jobs
      .run(command.id, operation.name, (job) => this.#commit(called, input, command, job))
      .finally(() => this.#running.delete(key));
    this.#running.set(key, { said, reply });
    return reply;
  }

  /** What comes before the unit of work: a password that is tried, a digest that takes its time. */
  async #prepare(called: Called, input: unknown, command: Command, before: QueryContext): Promise<Ready> {
    const { asking, operation } = called;
    const handler = this.#handler(operation);
    const secrets = secretsIn(input);
    // Asked again, nothing is proven or prepared again; within the unit of work this is looked at once more.
    if (typeof handler !== 'function' || secrets.length > 0) {
      if (!this.#secrets.areThose(againOf(called, command), secrets)) refuseOther(before.reader.db, asking, command);
      answerAgain(before.reader.db, asking, operation, command);
    }
    // Present where the operation's schema asks for them, and checked by it.
    const signers = await proveSigners(before, operation.meta, input as Signatures);
    const prepared: Prepared<unknown> =
      typeof handler === 'function'
        ? { within: (context) => handler(input, context) }
        : await handler.before(input, before);
    return { before, signers, prepared };
  }

  async #commit(called: Called, input: unknown, command: Command, job: QueryContext['job']): Promise<unknown> {
    const { session, asking, operation } = called;
    const { store } = this.#parts;
    const changes = new Changes(session);
    const { before, signers, prepared } = await store.view((read) =>
      this.#prepare(
        called,
        input,
        command,
        this.#context({ asking, session, job, changes, read, reader: store.reader() }),
      ),
    );
    if ('reply' in prepared) {
      const reply = checkReply(operation, prepared.reply);
      changes.apply(this.#parts);
      return reply;
    }
    // Whoever was let in just now is the one who did it.
    const actor = changes.entered === undefined ? asking : { ...asking, person: changes.entered };
    const done = store.work(async (work) => {
      answerAgain(work.db, actor, operation, command);
      const context: CommandContext = { ...before, read: work, work, signers };
      const checked = checkReply(operation, await prepared.within(context));
      if (job.signal.aborted) throw new LotlineError('CANCELLED', 'The work was cancelled. Nothing was changed.');
      if (signers.length > 0 && signaturesWritten(work) !== signers.length)
        throw new Error(`${operation.name} does not write the signatures it was given`);
      // A checked reply is plain JSON by its schema.
      this.#seal(work, actor, operation, { ...command, outcome: 'done', reply: checked as Json });
      return checked;
    });
    const reply = await done.finally(() => prepared.discard?.());
    this.#secrets.keep(againOf(called, command), secretsIn(input));
    changes.apply(this.#parts);
    if (signers.some(({ meaning }) => meaning !== 'witnessed')) session.sign();
    try {
      await this.#parts.committed();
    } catch (error) {
      // What is committed is done, whatever follows it: "nothing was changed" would be untrue.
      this.#parts.log(error, operation.name);
    }
    return reply;
  }

  async #recordRefusal({ asking, operation }: Refused, error: LotlineError, command: Command): Promise<void> {
    // A wrong password counts against the account it was tried for.
    const actor = error instanceof ProofRefused ? { ...asking, person: error.claimed } : asking;
    if (this.#parts.store.readOnly !== '' || error.code.startsWith('STORE_')) return;
    try {
      await this.#parts.store.work((work) => {
        this.#seal(work, actor, operation, {
          ...command,
          outcome: 'refused',
          code: error.code,
          message: error.message,
          ...faultsOf(error),
        });
      });
    } catch (failure) {
      // The refusal itself must reach the person even where the store cannot take its entry.
      this.#parts.log(failure, operation.name);
    }
  }

  #seal(work: Work, asking: Asking, operation: Pick<Operation, 'name'>, said: Said): void {
    sealEntry(work, { asking, operation, now: this.#parts.clock.now(), app: this.#parts.appVersion }, said);
  }

  #context({ asking, session, job, changes, read, reader }: Asked): QueryContext {
    const { clock, store, trace, uploads, outbox, verify, appVersion, jobs, setUp, passwords } = this.#parts;
    const now = clock.now();
    return {
      asking,
      now,
      offsetMinutes: clock.offsetMinutes(now),
      read,
      reader,
      job,
      trace: () => trace(reader.db),
      uploads,
      outbox,
      verify,
      rehearse: (rehearsal) => store.rehearse(rehearsal, job),
      jobs,
      session: changes,
      setUp,
      signsWithUser: !session.hasSigned,
      passwords,
      operations: everyOperation,
      storeFile: store.file,
      readOnly: store.readOnly,
      appVersion,
    };
  }

  #handler(operation: Operation): AnyHandler {
    // The map is complete by its type; only the pairing of name and handler is lost here, once.
    const feature = this.#parts.handlers[operation.feature as keyof Handlers] as Record<string, unknown>;
    // Found by the very name the contract gives it.
    return feature[operation.verb] as AnyHandler;
  }
}

/** A call with whom it is of. */
type Called = { session: Session; asking: Asking; operation: Operation };
/** What was refused to whom: an operation, or a way in or out for files. */
type Refused = { asking: Asking; operation: Pick<Operation, 'name'> };
type Command = { id: string; digest: string };
type Asked = Pick<QueryContext, 'asking' | 'job' | 'read' | 'reader'> & { session: Session; changes: Changes };
type Ready = { before: QueryContext; signers: CommandContext['signers']; prepared: Prepared<unknown> };
type Signatures = { signature?: SignatureInput; witness?: WitnessInput };
type AnyHandler =
  | ((input: unknown, context: QueryContext) => Promise<unknown>)
  | { before(input: unknown, context: QueryContext): Promise<Prepared<unknown>> };

/** Every operation as a feature may speak of it. */
const everyOperation = [...operations.values()].map(({ name, meta }) => ({
  name,
  kind: meta.kind,
  permission: meta.permission,
}));

const againOf = ({ asking }: Called, { id }: Command): string => `${asking.person.id}/${id}`;

const mismatch = (): LotlineError =>
  new LotlineError(
    'IDEMPOTENCY_MISMATCH',
    'This command id was used before for something else. Send the command with an id of its own.',
  );

/** The same command again: its stored answer, or a refusal when it now says something else. */
function answerAgain(db: Database, asking: Asking, operation: Operation, command: Command): void {
  const body = doneCommand(db, asking.person.id, command.id);
  if (body === undefined) return;
  if (body.operation !== operation.name || body.input !== command.digest) {
    throw mismatch();
  }
  throw new Answered(body.reply ?? null);
}

/** A command that was done with other secrets is another one. */
function refuseOther(db: Database, asking: Asking, command: Command): void {
  if (doneCommand(db, asking.person.id, command.id) !== undefined) throw mismatch();
}

function checkReply(operation: Operation, reply: unknown): unknown {
  const checked = operation.output.safeParse(reply);
  if (checked.success) return checked.data;
  throw new Error(`${operation.name} answered against its contract: ${checked.error.message.slice(0, 500)}`);
}

const jobOf = (input: unknown): string => {
  if (input !== null && typeof input === 'object' && 'job' in input && typeof input.job === 'string') return input.job;
  return '';
};

export const newCommandId = (): string => randomUUID();
