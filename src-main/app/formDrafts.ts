import { msg } from '#shared/kernel/message.ts';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isLotlineError, type Json, LotlineError } from '#shared/kernel/errors.ts';
import { parseJson } from '#shared/kernel/json.ts';

/** What a draft may take, in bytes of its JSON: a thousand rows of a table are one. */
export const largestDraft = 1024 * 1024;
const mostOfOne = 200;
const longestKey = 200;

/** Which form a draft belongs to, and whose it is. */
type Form = { person: string; key: string };

/**
 * Keeps what people have typed into forms and not submitted yet, so that it is there again after a crash. Drafts are
 * no records: they are kept outside the store, one file a form, for the person of this computer alone; of more than
 * 200 of one person in one store the oldest is deleted. A file that is no draft of the requested form counts as none.
 */
export class FormDraftStore {
  readonly #folder: string;
  readonly #store: string;
  /** One change after another, so that the last one that came is the one that stays. */
  #queue: Promise<unknown> = Promise.resolve();

  /** `folder` is made with the first draft; `store` is the id of the store the drafts are for. */
  constructor({ folder, store }: { folder: string; store: string }) {
    this.#folder = folder;
    this.#store = store;
  }

  /** What was typed; undefined when nothing is kept. */
  async read(form: Form): Promise<Json | undefined> {
    const file = this.#fileOf(form);
    await this.#queue;
    const kept = await readFile(file, 'utf8').catch(() => readFile(this.#formerFileOf(form), 'utf8').catch(() => ''));
    return readDraft(kept, this.#nameOf(form));
  }

  /**
   * Keeps what was typed, as JSON; a blank one (nothing but empty texts and lists) is removed.
   * @throws LotlineError VALIDATION, FILE_TOO_LARGE
   */
  async write(form: Form, text: string): Promise<void> {
    const file = this.#fileOf(form);
    if (Buffer.byteLength(text) > largestDraft) throw tooLarge();
    const value = parseDraft(text);
    if (isBlank(value)) return await this.remove(form);
    await this.#inTurn(async () => {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      const fresh = `${file}-${randomUUID()}`;
      try {
        await writeFile(fresh, JSON.stringify({ ...this.#nameOf(form), value }), { mode: 0o600 });
        await rename(fresh, file);
      } finally {
        await rm(fresh, { force: true });
      }
      await rm(this.#formerFileOf(form), { force: true });
      await this.#removeOldest(form);
    });
  }

  async remove(form: Form): Promise<void> {
    const file = this.#fileOf(form);
    await this.#inTurn(async () => {
      for (const one of [file, this.#formerFileOf(form)]) await rm(one, { force: true });
    });
  }

  /** One's own: many drafts of one person push out nobody else's. */
  async #removeOldest(form: Form): Promise<void> {
    const own = this.#ownerOf(form);
    const names = (await readdir(this.#folder)).filter((name) => name.startsWith(own));
    if (names.length <= mostOfOne) return;
    const files = await Promise.all(
      names.map(async (name) => {
        const file = join(this.#folder, name);
        return { file, at: (await stat(file).catch(() => undefined))?.mtimeMs ?? 0 };
      }),
    );
    const oldest = files.toSorted((a, b) => a.at - b.at).slice(0, names.length - mostOfOne);
    for (const { file } of oldest) await rm(file, { force: true });
  }

  #inTurn(job: () => Promise<void>): Promise<void> {
    const turn = this.#queue.then(job);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  #nameOf({ person, key }: Form): Name {
    return { store: this.#store, person, key };
  }

  /** The name is a digest, so that no text of a page ever becomes part of a path. */
  #fileOf(form: Form): string {
    if (form.key === '' || form.key.length > longestKey)
      throw new LotlineError('VALIDATION', msg`The name of a form has 1 to ${longestKey} characters.`);
    return join(this.#folder, `${this.#ownerOf(form)}${this.#digestOf(form).slice(0, 32)}.json`);
  }

  /** Where an earlier version kept it. */
  #formerFileOf(form: Form): string {
    return join(this.#folder, `${this.#digestOf(form)}.json`);
  }

  #digestOf(form: Form): string {
    const { store, person, key } = this.#nameOf(form);
    return digestOf([store, person, key]);
  }

  #ownerOf({ person }: Form): string {
    return digestOf([this.#store, person]).slice(0, 32);
  }
}

export const tooLarge = (): LotlineError =>
  new LotlineError('FILE_TOO_LARGE', msg`A draft holds at most ${largestDraft / 1024} KB.`);

const digestOf = (parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

type Name = { store: string; person: string; key: string };

/** The value of a file that is a draft of this very form; undefined for anything else. */
function readDraft(text: string, name: Name): Json | undefined {
  const draft = orUndefined(() => parseJson(text));
  if (!isRecord(draft)) return undefined;
  const isOurs = draft['store'] === name.store && draft['person'] === name.person && draft['key'] === name.key;
  return isOurs ? draft['value'] : undefined;
}

const isRecord = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseDraft(text: string): Json {
  try {
    return parseJson(text);
  } catch (error) {
    if (isLotlineError(error)) throw error;
    throw new LotlineError('VALIDATION', msg`A draft is kept as JSON.`);
  }
}

function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Whether there is nothing in it that a person typed: null, blank text, and lists and records of such. */
function isBlank(value: Json): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === null || (typeof value === 'object' && Object.values(value).every(isBlank));
}
