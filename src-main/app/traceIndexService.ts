import { setImmediate as turn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { readMarks } from '#main/features/trace/feed/feed.queries.ts';
import { readIndexColumns } from '#main/features/trace/feed/whole.ts';
import { applyUpdates, readUpdates } from '#main/features/trace/feed/updates.ts';
import { forgetWide } from '#main/features/trace/wideTraces.ts';
import { inOneState } from '#main/store/oneState.ts';
import type { Store } from '#main/store/store.ts';
import { StaleView } from '#main/store/views.ts';
import { TraceIndex } from '#main/trace/index.ts';
import { encodeSnapshot } from '#main/trace/snapshot.ts';
import { saveSnapshot } from '#main/trace/snapshotFile.ts';
import { logError } from './log.ts';
import {
  type CopiedIndex,
  type Held,
  loadIndex,
  meaning,
  ofNoEntry,
  sealingKey,
  traceFileOf,
  worthASnapshot,
} from './traceFile.ts';

/** Past this share of new movements a rebuild is quicker than feeding them one by one. */
const rebuildShare = 0.2;
/**
 * Keeps the trace index in step with the store: read from its snapshot or built when first asked for, fed
 * with what every commit adds, whichever process made it, and rebuilt when anything does not fit. It holds
 * nothing of its own; its snapshot beside the store may be deleted at any time.
 */
export class TraceIndexService {
  readonly #store: Store;
  readonly #snapshot: string;
  #held: Held | undefined;
  /** Movements the snapshot on disk covers. */
  #saved = 0;
  #loading: Promise<void> | undefined;
  /** What the store holds is in doubt: the index is built from its rows, and no later start is to go by it. */
  #isInDoubt = false;
  #doubted: CopiedIndex | undefined;

  constructor(store: Store) {
    this.#store = store;
    this.#snapshot = traceFileOf(store.file);
  }

  /**
   * The index in the state that a connection sees. It is one for all and goes on to later states, but only at the
   * beginning of a turn of the event loop: the caller must walk it before the next one.
   * @throws StaleView when it went on past that state already
   */
  async index(db: Database): Promise<TraceIndex> {
    // A snapshot only saves time: if it cannot be used, the index is built.
    this.#loading ??= this.#load().catch((error: unknown) => logError(error, 'trace snapshot'));
    await this.#loading;
    if (this.#stands(db) === 'behind') {
      await turn();
      if (this.#stands(db) === 'behind') inOneState(db, () => this.#catchUp(db));
    }
    if (this.#held === undefined || this.#stands(db) !== 'same') throw new StaleView();
    return this.#held.index;
  }

  /** Feeds an index that is in use; one that was not needed yet is not built for a posting. */
  async committed(): Promise<void> {
    await turn();
    const { db } = this.#store.reader();
    if (this.#held !== undefined && this.#stands(db) === 'behind') inOneState(db, () => this.#catchUp(db));
  }

  /** What is in memory may not be what the store holds: it is not answered from any more, only compared. */
  forget(): void {
    this.#doubted ??= this.copied();
    this.#held = undefined;
    this.#isInDoubt = true;
    forgetWide(this.#store.file);
    this.#loading = Promise.resolve();
  }

  /**
   * A copy of what was answered from, to be compared with the store in another thread; undefined before the first
   * question.
   */
  copied(): CopiedIndex | undefined {
    if (this.#doubted !== undefined) return this.#doubted;
    const held = this.#held;
    if (held === undefined) return undefined;
    const shared = (bytes: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(bytes));
    return { bytes: encodeSnapshot(held.index, { ...ofNoEntry, meaning }, shared), marks: held.marks };
  }

  /** Leaves a snapshot where it spares the next start more than it costs now. */
  async close(): Promise<void> {
    const held = this.#held;
    this.#held = undefined;
    if (
      this.#isInDoubt ||
      held === undefined ||
      held.marks.movement < worthASnapshot ||
      held.marks.movement - this.#saved < rebuildShare * held.marks.movement
    )
      return;
    try {
      const { seq, hash } = this.#store.head();
      const key = sealingKey();
      if (key !== undefined && readMarks(this.#store.reader().db).movement === held.marks.movement)
        await saveSnapshot(this.#snapshot, held.index, { sequence: seq, hash, meaning, key });
    } catch (error) {
      logError(error, 'trace snapshot');
    }
  }

  async #load(): Promise<void> {
    const { db } = this.#store.reader();
    const found = await loadIndex(db, this.#snapshot);
    if (found === undefined || this.#isInDoubt) return;
    this.#held = found;
    this.#saved = found.marks.movement;
  }

  /** Where the index is, seen from the state of a connection. */
  #stands(db: Database): 'behind' | 'same' | 'ahead' {
    if (this.#held === undefined) return 'behind';
    const { marks: held } = this.#held;
    const marks = readMarks(db);
    const differences = [held.movement - marks.movement, held.link - marks.link, held.node - marks.node];
    if (differences.every((difference) => difference === 0)) return 'same';
    return differences.some((difference) => difference > 0) ? 'ahead' : 'behind';
  }

  #catchUp(db: Database): void {
    const held = this.#held;
    const marks = readMarks(db);
    if (held === undefined || marks.movement - held.marks.movement > rebuildShare * held.marks.movement) {
      this.#held = { index: TraceIndex.build(readIndexColumns(db)), marks };
      return;
    }
    // Dropped first: an index that could be fed only half must not be asked again.
    this.#held = undefined;
    applyUpdates(held.index, readUpdates(db, held.marks));
    if (held.index.needsCompaction()) held.index.compact();
    this.#held = { index: held.index, marks };
  }
}
