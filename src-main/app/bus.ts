import { randomUUID } from 'node:crypto';
import type { Asking, CommandContext, Handlers, Outbox, QueryContext, Uploads } from '#main/context/context.ts';
import { canonical, hex, sha256 } from '#main/store/chain.ts';
import { doneCommand, lastEntryAt } from '#main/store/entries.ts';
import { sayStoreError } from '#main/store/sqliteErrors.ts';
import type { Store } from '#main/store/store.ts';
import type { Work } from '#main/store/work.ts';
import type { TraceIndex } from '#main/trace/index.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { isLotlineError, type Json, LotlineError } from '#shared/kernel/errors.ts';
import { may } from '#shared/kernel/roles.ts';
import type { Clock } from './clock.ts';
import type { Jobs } from './jobs.ts';
import { type Operation, operationNamed, parseInput } from './operations.ts';

export type BusParts = {
  store: Store;
  handlers: Handlers;
  clock: Clock;
  jobs: Jobs;
  uploads: Uploads;
  outbox: Outbox;
  appVersion: string;
  trace: () => Promise<TraceIndex>;
  /** Called with every commit, before the reply is sent. */
  committed: () => Promise<void>;
  log: (error: unknown, operation: string) => void;
};

export type Call = { operation: string; input: unknown; commandId?: string | undefined };

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

  constructor(parts: BusParts) {
    this.#parts = parts;
  }

  async call(asking: Asking, { operation: name, input, commandId }: Call): Promise<unknown> {
    try {
      const operation = operationNamed(name);
      return operation.meta.kind === 'query'
        ? await this.#query(asking, operation, input)
        : await this.#command(asking, operation, input, commandId);
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

  async #query(asking: Asking, operation: Operation, input: unknown): Promise<unknown> {
    permit(asking, operation);
    const parsed = parseInput(operation, input);
    const id = jobOf(parsed);
    return await this.#parts.jobs.run(id, operation.name, async (job) => {
      const reply = await this.#handler(operation)(parsed, this.#context(asking, job));
      return checkReply(operation, reply);
    });
  }

  async #command(
    asking: Asking,
    operation: Operation,
    input: unknown,
    commandId: string | undefined,
  ): Promise<unknown> {
    let digest = '';
    try {
      permit(asking, operation);
      const parsed = parseInput(operation, input);
      if (commandId === undefined || !/^[\w-]{8,100}$/.test(commandId)) {
        throw new LotlineError(
          'VALIDATION',
          'A command needs an id of its own: 8 to 100 letters, digits or dashes, made once per attempt.',
        );
      }
      digest = hex(sha256(canonical(parsed)));
      return await this.#once(asking, operation, parsed, { id: commandId, digest });
    } catch (error) {
      if (error instanceof Answered) return error.reply;
      if (isLotlineError(error))
        await this.#recordRefusal(asking, operation, error, { id: (commandId ?? '').slice(0, 100), digest });
      throw error;
    }
  }

  /** A command that comes again while it still runs waits for that one answer. */
  #once(
    asking: Asking,
    operation: Operation,
    input: unknown,
    command: { id: string; digest: string },
  ): Promise<unknown> {
    const key = `${asking.person.id}/${command.id}`;
    const said = `${operation.name}/${command.digest}`;
    const running = this.#running.get(key);
    if (running !== undefined) {
      if (running.said !== said) throw mismatch();
      return running.reply;
    }
    const reply = this.#parts.jobs
      .run(command.id, operation.name, (job) => this.#commit(asking, operation, input, command, job))
      .finally(() => this.#running.delete(key));
    this.#running.set(key, { said, reply });
    return reply;
  }

  async #commit(
    asking: Asking,
    operation: Operation,
    input: unknown,
    command: { id: string; digest: string },
    job: QueryContext['job'],
  ): Promise<unknown> {
    const { store } = this.#parts;
    const reply = await store.work(async (work) => {
      answerAgain(work, asking, operation, command);
      const context: CommandContext = { ...this.#context(asking, job), work };
      const checked = checkReply(operation, await this.#handler(operation)(input, context));
      if (job.signal.aborted) throw new LotlineError('CANCELLED', 'The work was cancelled. Nothing was changed.');
      // A checked reply is plain JSON by its schema.
      this.#seal(work, asking, operation, { ...command, outcome: 'done', reply: checked as Json });
      return checked;
    });
    try {
      await this.#parts.committed();
    } catch (error) {
      // What is committed is done, whatever follows it: "nothing was changed" would be untrue.
      this.#parts.log(error, operation.name);
    }
    return reply;
  }

  async #recordRefusal(
    asking: Asking,
    operation: Operation,
    error: LotlineError,
    command: { id: string; digest: string },
  ): Promise<void> {
    if (this.#parts.store.readOnly !== '' || error.code.startsWith('STORE_')) return;
    try {
      await this.#parts.store.work((work) => {
        this.#seal(work, asking, operation, {
          ...command,
          outcome: 'refused',
          code: error.code,
          message: error.message,
          faults: faultsOf(error),
        });
      });
    } catch (failure) {
      // The refusal itself must reach the person even where the store cannot take its entry.
      this.#parts.log(failure, operation.name);
    }
  }

  #seal(
    work: Work,
    asking: Asking,
    operation: Operation,
    said: { id: string; digest: string } & (
      | { outcome: 'done'; reply: Json }
      | { outcome: 'refused'; code: string; message: string; faults: readonly Json[] }
    ),
  ): void {
    const now = this.#parts.clock.now();
    const last = lastEntryAt(work);
    // The trail's time never falls, even when the computer's clock was set back.
    const atMoment = Math.max(now, last);
    work.seal({
      atMoment,
      at: formatMoment(atMoment),
      person: asking.person,
      role: asking.role,
      session: asking.session,
      host: asking.host,
      workstation: asking.workstation,
      app: this.#parts.appVersion,
      command: said.id,
      operation: operation.name,
      outcome: said.outcome,
      input: said.digest,
      summary: said.outcome === 'done' ? summarise(said.reply) : said.message.slice(0, 500),
      ...(said.outcome === 'done'
        ? { reply: said.reply }
        : { code: said.code, ...(said.faults.length === 0 ? {} : { faults: said.faults }) }),
      ...(now < last ? { clockBehind: formatMoment(now) } : {}),
    });
  }

  #context(asking: Asking, job: QueryContext['job']): QueryContext {
    const { clock, store, trace, uploads, outbox, appVersion, jobs } = this.#parts;
    const now = clock.now();
    return {
      asking,
      now,
      offsetMinutes: clock.offsetMinutes(now),
      reader: store.reader(),
      job,
      trace,
      uploads,
      outbox,
      rehearse: (rehearsal) => store.rehearse(rehearsal),
      jobs,
      storeFile: store.file,
      readOnly: store.readOnly,
      appVersion,
    };
  }

  #handler(operation: Operation): (input: unknown, context: QueryContext) => Promise<unknown> {
    // The map is complete by its type; only the pairing of name and handler is lost here, once.
    const feature = this.#parts.handlers[operation.feature as keyof Handlers] as Record<string, unknown>;
    // Found by the very name the contract gives it.
    return feature[operation.verb] as (input: unknown, context: QueryContext) => Promise<unknown>;
  }
}

const mismatch = (): LotlineError =>
  new LotlineError(
    'IDEMPOTENCY_MISMATCH',
    'This command id was used before for something else. Send the command with an id of its own.',
  );

function permit(asking: Asking, operation: Operation): void {
  if (may(asking.role, operation.meta.permission)) return;
  throw new LotlineError(
    'FORBIDDEN',
    `Your role may not do this (${operation.meta.permission}). Ask an administrator.`,
    {
      permission: operation.meta.permission,
    },
  );
}

/** The same command again: its stored answer, or a refusal when it now says something else. */
function answerAgain(work: Work, asking: Asking, operation: Operation, command: { id: string; digest: string }): void {
  const body = doneCommand(work, asking.person.id, command.id);
  if (body === undefined) return;
  if (body.operation !== operation.name || body.input !== command.digest) {
    throw mismatch();
  }
  throw new Answered(body.reply ?? null);
}

function checkReply(operation: Operation, reply: unknown): unknown {
  const checked = operation.output.safeParse(reply);
  if (checked.success) return checked.data;
  throw new Error(`${operation.name} answered against its contract: ${checked.error.message.slice(0, 500)}`);
}

/** Figures of a reply, for the list of the audit trail: "products 12, lots 40". */
function summarise(reply: Json): string {
  if (reply === null || typeof reply !== 'object' || Array.isArray(reply)) return '';
  const parts = Object.entries(reply).map(([name, value]) => sayBriefly(name, value));
  return parts
    .filter((part) => part !== '')
    .join(', ')
    .slice(0, 500);
}

function sayBriefly(name: string, value: Json): string {
  if (Array.isArray(value)) return `${name} ${value.length}`;
  // Digests and ids of the machine tell a person nothing.
  if (typeof value === 'string') return /^[0-9a-f-]{32,}$/.test(value) ? '' : `${name} ${value}`;
  return typeof value === 'object' ? '' : `${name} ${value}`;
}

const jobOf = (input: unknown): string => {
  if (input !== null && typeof input === 'object' && 'job' in input && typeof input.job === 'string') return input.job;
  return '';
};

export const newCommandId = (): string => randomUUID();

/** An entry keeps so many faults of a refused import: enough to see what went wrong. */
const mostFaultsKept = 100;

function faultsOf(error: LotlineError): readonly Json[] {
  const { errors } = error.details;
  return Array.isArray(errors) ? errors.slice(0, mostFaultsKept) : [];
}
