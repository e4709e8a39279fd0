import { Book } from '#main/ledger/book.ts';
import { keysOf, type Naming, namingOf } from '#main/ledger/gather.ts';
import type { UnitRegistry } from '#main/ledger/unitRegistry.ts';
import { LedgerEngine, type PostResult } from '#main/ledger/post.ts';
import type { PostedMovement, PostedBy, MovementDraft, MovementIssue } from '#main/ledger/movementDraft.ts';
import type { Original } from '#main/ledger/reverse.ts';
import { judgeLateSerial, backDatingIssue } from '#main/ledger/backDating.ts';
import type { Work } from '#main/store/work.ts';
import { loadFacts, loadUnits } from './loadFacts.ts';
import { changesOf, historiesOfLate } from './loadLate.ts';
import { loadOriginals, loadOriginalsOfRows } from './loadOriginals.ts';
import { eachPlanned, type Judge, type Origin, type PlannedMovement, type Policies } from './policy.ts';
import { refusalOf, refusalOfPolicy } from './refusal.ts';
import { writeBalances, writeDecided } from './writeBook.ts';
import type { UnitKey } from '#main/ledger/keys.ts';

/** What late movements came to in the end; `earlier` are findings about movements recorded before. */
export type Finished = Omit<PostResult, 'posted'> & { earlier: MovementIssue[] };

/** What was posted, and what that makes of earlier movements. */
export type Done = { posted: PostedMovement[]; earlier: MovementIssue[] };

/**
 * The one way to write stock, inside a unit of work: loads what some movements may need to know, has them decided in
 * memory, and writes what was decided. A command passes its movements to `post`. An import does the same batch by
 * batch: `load`, `postTimestampBatch` for each timestamp batch of it, `write`; and `finish` after the last.
 */
export class StockLedger {
  readonly nodes: UnitRegistry;
  readonly book: Book;
  readonly #work: Work;
  readonly #by: PostedBy;
  readonly #engine: LedgerEngine;
  readonly #policies: Policies;

  constructor(work: Work, by: PostedBy, policies: Policies) {
    this.#work = work;
    this.#policies = policies;
    this.#by = by;
    this.book = new Book(work.journal, { nextNode: nextNode(work), lastAt: lastAt(work) });
    this.#engine = new LedgerEngine(this.book, by);
    this.nodes = this.#engine.nodes;
  }

  /** Loads what some movements may need to know. */
  async load(namings: Iterable<Naming>): Promise<void> {
    if (this.book.startsEmpty) return;
    await loadFacts(this.#work, keysOf(namings, this.book.lastAt), this.book);
  }

  async loadUnits(units: readonly UnitKey[]): Promise<void> {
    await loadUnits(this.#work, units, this.book);
  }

  /** Loads the movements of imported rows, so that other rows can undo them. */
  async loadOriginalsOfRows(externalIds: readonly string[]): Promise<void> {
    await loadOriginalsOfRows(this.#work, externalIds, this.book);
  }

  /** The movements with some numbers; where there is none, undefined. */
  async originals(ids: readonly number[]): Promise<(Original | undefined)[]> {
    await loadOriginals(this.#work, ids, this.book);
    return ids.map((id) => this.book.originals.get(String(id)));
  }

  /** Whether anything was found wrong: what comes then is counted, and never written. */
  get isFaulty(): boolean {
    return this.#engine.isFaulty;
  }

  /** Decides on the movements of one timestamp batch. */
  postTimestampBatch(drafts: readonly MovementDraft[]): PostResult {
    return this.#engine.postTimestampBatch(drafts);
  }

  /** Writes what was decided since. */
  async write(): Promise<void> {
    await writeDecided(this.#work, this.book.takeDecided());
    this.book.forget();
  }

  /** Writes, checks late movements against every later balance, and writes the balances. */
  async finish(): Promise<Finished> {
    await this.write();
    if (this.#engine.isFaulty) return { faults: [], findings: [], earlier: [] };
    const { units, serials } = this.#engine.late;
    const faults: MovementIssue[] = [];
    const findings: MovementIssue[] = [];
    const earlier: MovementIssue[] = [];
    for await (const [late, changes] of changesOf(this.#work, units))
      faults.push(...[backDatingIssue(late, changes, this.#by.recordedAt)].filter((fault) => fault !== undefined));
    for await (const [late, history] of historiesOfLate(this.#work, serials)) {
      const judged = judgeLateSerial(late, history, this.book.journal.entrySeq);
      if (judged.fault !== undefined) faults.push(judged.fault);
      findings.push(...judged.findings);
      earlier.push(...judged.earlier);
    }
    if (faults.length === 0) await writeBalances(this.#work, this.#engine.balances());
    return { faults, findings, earlier };
  }

  /**
   * Posts all movements of a command, in the order of time, and by rows within one timestamp batch. What an import would only
   * list as a finding a person may not post.
   * @throws LotlineError of the first refusal of a policy, or else of the first fault; where `tellsRow`, it names the
   * movement by its row.
   */
  async post(drafts: readonly MovementDraft[], how: { origin: Origin; tellsRow: boolean }): Promise<Done> {
    await this.#insistOnPolicies(drafts, how);
    await this.load(drafts.map(namingOf));
    const posted = new Map<MovementDraft, PostedMovement>();
    for (const timestampBatch of timestampBatchesOf(drafts)) {
      const posts = this.postTimestampBatch(timestampBatch);
      throwFirst([...posts.faults, ...posts.findings], how);
      for (const one of posts.posted) posted.set(one.draft, one);
    }
    const { faults, findings, earlier } = await this.finish();
    throwFirst([...faults, ...findings], how);
    return { posted: drafts.flatMap((draft) => posted.get(draft) ?? []), earlier };
  }

  /** The policies' verdicts on movements, once the facts they need are loaded. */
  async judgeOf(movements: readonly PlannedMovement[], origin: Origin): Promise<Judge> {
    return await this.#policies.load(this.#work, movements, origin);
  }

  async #insistOnPolicies(
    drafts: readonly MovementDraft[],
    { origin, tellsRow }: { origin: Origin; tellsRow: boolean },
  ): Promise<void> {
    const planned = drafts.flatMap(eachPlanned);
    const judge = await this.judgeOf(planned, origin);
    for (const movement of planned) {
      const verdict = judge(movement);
      if (!verdict.ok) throw refusalOfPolicy(verdict, tellsRow ? movement.row : undefined);
    }
  }
}

function throwFirst([fault]: readonly MovementIssue[], { tellsRow }: { tellsRow: boolean }): void {
  if (fault !== undefined) throw refusalOf(fault, tellsRow);
}

/** Movements by their time, those of one time together and in their order. */
const timestampBatchesOf = (drafts: readonly MovementDraft[]): MovementDraft[][] =>
  [...Map.groupBy(drafts, ({ at }) => at)].sort(([a], [b]) => a - b).map(([, timestampBatch]) => timestampBatch);

function nextNode(work: Work): number {
  const unit = work.one<{ last: number }>('select id + leaf as last from unit order by id desc limit 1');
  const run = work.one<{ last: number | null }>('select max(id) as last from run');
  return Math.max(unit?.last ?? 0, run?.last ?? 0) + 1;
}

const lastAt = (work: Work): number | null =>
  work.one<{ at: number | null }>('select max(at) as at from movement')?.at ?? null;
