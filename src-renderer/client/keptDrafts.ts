/** What the host is asked of a draft: what it keeps, and to keep something else; undefined removes it. */
export type DraftPost = {
  load: (key: string) => Promise<unknown>;
  /** `leaving` is said when the page may be gone before the answer. */
  save: (key: string, value: unknown, leaving: boolean) => Promise<void>;
};

/** What a form holds beside its initial value. */
export type DraftState = {
  /** What was typed; undefined while nothing was. */
  typed: unknown;
  /** Whether it was typed before this visit of the form. */
  isRestored: boolean;
  /** Whether it is settled what was typed before: the host answered or failed, or somebody types already. */
  isReady: boolean;
};

/** Typing that pauses for so long is saved, in milliseconds. */
const quietFor = 300;

/**
 * The draft of one form. What is typed shows at once and is saved after a pause; nothing waits for the host, and a
 * host that fails leaves the form as it is.
 */
export class KeptDraft {
  readonly #key: string;
  readonly #post: DraftPost;
  readonly #listeners = new Set<() => void>();
  #state: DraftState = { typed: undefined, isRestored: false, isReady: false };
  #isAsked = false;
  /** Whether the host has yet to hear of the last change. */
  #isUnsaved = false;
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** One change after another, so that the last one stays. */
  #turn: Promise<void> = Promise.resolve();

  constructor(key: string, post: DraftPost) {
    this.#key = key;
    this.#post = post;
  }

  readonly state = (): DraftState => this.#state;

  /** Tells a form of every change, from the first one on; when the last one is gone, what it held is saved. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (!this.#isAsked) void this.#load();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.saveNow();
      // A person who comes back to the form finds what was typed before.
      this.#state = { ...this.#state, isRestored: this.#state.typed !== undefined };
    };
  };

  /** `typed` undefined: as if nothing had been typed. */
  type(typed: unknown): void {
    this.#change({ typed, isRestored: typed !== undefined && this.#state.isRestored, isReady: true });
    this.#isUnsaved = true;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#turn = this.#turn.then(() => this.#save(false));
    }, quietFor);
  }

  /** The form was submitted, or starts anew. */
  clear(): void {
    this.type(undefined);
    clearTimeout(this.#pause);
    this.#turn = this.#turn.then(() => this.#save(false));
  }

  /** Saves what is still unsaved without waiting for anything: the page may be gone in a moment. */
  saveNow(): void {
    clearTimeout(this.#pause);
    void this.#save(true);
  }

  /** Forgets what was typed, here and not at the host: somebody else sits here now. */
  forget(): void {
    clearTimeout(this.#pause);
    this.#isUnsaved = false;
    this.#isAsked = false;
    this.#change({ typed: undefined, isRestored: false, isReady: false });
    if (this.#listeners.size > 0) void this.#load();
  }

  async #load(): Promise<void> {
    this.#isAsked = true;
    const kept = await this.#post.load(this.#key).catch(() => undefined);
    // A person who types already does not want to see it overwritten.
    if (!this.#state.isReady) this.#change({ typed: kept, isRestored: kept !== undefined, isReady: true });
  }

  async #save(leaving: boolean): Promise<void> {
    if (!this.#isUnsaved) return;
    this.#isUnsaved = false;
    // The form goes on without it; the next change is another attempt.
    await this.#post.save(this.#key, this.#state.typed, leaving).catch(() => undefined);
  }

  #change(next: DraftState): void {
    this.#state = next;
    for (const tell of this.#listeners) tell();
  }
}
