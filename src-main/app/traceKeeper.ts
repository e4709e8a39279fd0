import { readIndexColumns } from '#main/features/trace/trace.feed.ts';
import type { Store } from '#main/store/store.ts';
import { TraceIndex } from '#main/trace/index.ts';

/** Keeps the trace index in step with the store. */
export class TraceKeeper {
  readonly #store: Store;
  #index: TraceIndex | undefined;
  #seq = -1;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The index, up to date with the last commit, whoever made it. */
  async index(): Promise<TraceIndex> {
    const { seq } = this.#store.head();
    if (this.#index === undefined || seq !== this.#seq) {
      this.#index = TraceIndex.build(readIndexColumns(this.#store.reader().db));
      this.#seq = seq;
    }
    return this.#index;
  }

  async committed(): Promise<void> {}

  async close(): Promise<void> {}
}
