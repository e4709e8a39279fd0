import { msg } from '#shared/kernel/message.ts';
import { randomUUID } from 'node:crypto';
import type { Actor, RunningJob } from '#main/context/context.ts';
import { toStoreError } from '#main/store/sqliteErrors.ts';
import { RecordTampered } from '#main/store/vouchedRecords.ts';
import { isLotlineError, LotlineError } from '#shared/kernel/errors.ts';
import type { Permission } from '#shared/kernel/permissions.ts';
import { secretsIn } from '#shared/kernel/secret.ts';
import { operationNamed } from './operations.ts';
import { afterCommit } from './pipeline/afterCommit.ts';
import { answer } from './pipeline/answer.ts';
import { orAnsweredBefore, RunningCommands } from './pipeline/answerAgain.ts';
import { authenticate, insistOnBelief } from './pipeline/authenticate.ts';
import { authorize } from './pipeline/authorize.ts';
import { type Call, type Called, type Command, keyOfCommand, namelessCommand } from './pipeline/call.ts';
import { InTurn } from './pipeline/inTurn.ts';
import { checkReply, digestOfCommand, insistOnCommandId, insistOnReason, parseInput } from './pipeline/parse.ts';
import type { BusParts } from './pipeline/parts.ts';
import { prepare } from './pipeline/prepare.ts';
import { recordRefusals } from './pipeline/refusals.ts';
import { SecretsOfCommands } from './pipeline/secretsOfCommands.ts';
import { Changes } from './pipeline/sessionChanges.ts';
import { insistOnFile, unitOfWork } from './pipeline/unitOfWork.ts';
import type { Session } from './session.ts';

/**
 * The one way in, as steps in order: authenticate, authorize, parse, answer again, prepare, unit of work, after the
 * commit. A command is known by its id and the person who sent it: sent again with the same input it has the same
 * answer and no second effect; with another input it is refused. Refusals are recorded, but not remembered as answers.
 */
export class Bus {
  readonly #parts: BusParts;
  readonly #running = new RunningCommands();
  /** Passwords are tried one after the other, so that many at once do not get past the lock of an account. */
  readonly #proofs = new InTurn();
  readonly #secrets = new SecretsOfCommands();

  constructor(parts: BusParts) {
    this.#parts = parts;
  }

  async call(session: Session, { operation: name, input, commandId, believed }: Call): Promise<unknown> {
    try {
      this.#parts.store.look();
      const operation = operationNamed(name, this.#parts.operations);
      insistOnBelief(session, name, believed);
      const { seq: trail } = this.#parts.store.head();
      const actor = authenticate(this.#parts, session, name);
      const called = { session, turn: session.turn, trail, actor, operation };
      return operation.meta.kind === 'query'
        ? await this.#query(called, input)
        : await this.#command(called, input, commandId);
    } catch (error) {
      const known = toStoreError(error);
      if (known instanceof RecordTampered) this.#parts.store.freeze(known.text);
      if (isLotlineError(known)) throw known;
      this.#parts.log(error, name);
      throw new LotlineError(
        'INTERNAL',
        msg`Something went wrong inside Lotline. Nothing was changed. Try again; if it stays, the log says more.`,
      );
    }
  }

  /** Refuses those who may not do what a permission names, for the ways that are no operations. */
  async insistOn(session: Session, permission: Permission, way: string, believed?: string): Promise<Actor> {
    insistOnBelief(session, way, believed);
    const actor = authenticate(this.#parts, session, way);
    await recordRefusals(this.#parts, { actor, operation: { name: way } }, namelessCommand, async () =>
      authorize(actor, permission),
    );
    return actor;
  }

  async #query(called: Called, input: unknown): Promise<unknown> {
    const { actor, operation } = called;
    return await recordRefusals(this.#parts, called, namelessCommand, async () => {
      authorize(actor, operation.meta.permission);
      return await answer(this.#parts, called, parseInput(operation, input));
    });
  }

  async #command(called: Called, input: unknown, commandId: string | undefined): Promise<unknown> {
    const { actor, operation } = called;
    const unread = { id: (commandId ?? '').slice(0, 100), digest: '' };
    const parsed = await recordRefusals(this.#parts, called, unread, async () => {
      authorize(actor, operation.meta.permission);
      const read = parseInput(operation, input);
      insistOnCommandId(commandId);
      insistOnReason(operation, read);
      return read;
    });
    const command = { ...unread, digest: digestOfCommand(operation, parsed) };
    const run = (): Promise<unknown> =>
      recordRefusals(this.#parts, called, command, () =>
        orAnsweredBefore(() =>
          this.#running.once(called, command, () =>
            this.#parts.jobs.run(
              command.id,
              operation.name,
              (job) => this.#run(called, parsed, command, job),
              actor.person.id,
            ),
          ),
        ),
      );
    return await (secretsIn(parsed).length > 0 ? this.#proofs.run(called.session, run) : run());
  }

  async #run(called: Called, input: unknown, command: Command, job: RunningJob): Promise<unknown> {
    if (secretsIn(input).length > 0) await this.#parts.opening.insistOnLinks();
    const run = { called, input, command, job, changes: new Changes(called.session) };
    const { prepared, ...ready } = await prepare(this.#parts, run, this.#secrets);
    if ('reply' in prepared) {
      await insistOnFile(this.#parts, called);
      const reply = checkReply(called.operation, prepared.reply);
      run.changes.apply(this.#parts);
      return reply;
    }
    const reply = await unitOfWork(this.#parts, run, { ...ready, prepared });
    // Whoever was let in just now sends it again, if ever, as the person they are since.
    const { entered } = run.changes;
    const by = entered === undefined ? called : { actor: { ...called.actor, person: entered } };
    this.#secrets.keep(keyOfCommand(by, command), secretsIn(input));
    await afterCommit(this.#parts, run, ready.signers);
    return reply;
  }
}

export const newCommandId = (): string => randomUUID();
