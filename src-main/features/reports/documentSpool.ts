import { msg } from '#shared/kernel/message.ts';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentMade, Spool } from '#main/context/context.ts';
import { makeTemporaryFolder } from '#main/store/temporaryFolders.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import type { DrawnDocument } from '#shared/reports/contract.ts';

type Kept = DrawnDocument & {
  made: DocumentMade | undefined;
  session: string;
  path: string;
  issued: boolean;
  expiry: NodeJS.Timeout;
};

const keepMs = 60 * 60 * 1000;

/**
 * Keeps drawn documents, in a folder only this user can read, until the session that asked for them has fetched
 * them: under an opaque id, for an hour at most, and not before they were issued.
 */
export class DocumentSpool implements Spool {
  readonly #newId: () => string;
  readonly #kept = new Map<string, Kept>();
  #root: string | undefined;

  /** `newId` makes ids that cannot be guessed, such as random UUIDs. */
  constructor({ newId }: { newId: () => string }) {
    this.#newId = newId;
  }

  async place(): Promise<{ document: string; path: string }> {
    this.#root ??= makeTemporaryFolder('spool');
    const document = this.#newId();
    return { document, path: join(this.#root, document) };
  }

  keep(drawn: DrawnDocument, { path, session, made }: { path: string; session: string; made?: DocumentMade }): void {
    const expiry = setTimeout(() => void this.drop(drawn.document), keepMs).unref();
    this.#kept.set(drawn.document, { ...drawn, made, session, path, issued: false, expiry });
  }

  drawn(document: string, session: string): DrawnDocument {
    const {
      made: _made,
      session: _session,
      path: _path,
      issued: _issued,
      expiry: _expiry,
      ...drawn
    } = this.#find(document, session);
    return drawn;
  }

  made(document: string): DocumentMade | undefined {
    return this.#kept.get(document)?.made;
  }

  release(document: string): void {
    const kept = this.#kept.get(document);
    if (kept !== undefined) kept.issued = true;
  }

  /** Where an issued document lies, for the host that hands it out. */
  fetch(document: string, session: string): DrawnDocument & { path: string } {
    const kept = this.#find(document, session);
    if (!kept.issued) throw new LotlineError('NOT_FOUND', msg`This document was not issued yet.`);
    return { ...this.drawn(document, session), path: kept.path };
  }

  async drop(document: string): Promise<void> {
    const kept = this.#kept.get(document);
    if (kept === undefined) return;
    clearTimeout(kept.expiry);
    this.#kept.delete(document);
    await rm(kept.path, { force: true });
  }

  /** Removes everything. */
  async close(): Promise<void> {
    await Promise.all([...this.#kept.keys()].map((document) => this.drop(document)));
    if (this.#root !== undefined) await rm(this.#root, { recursive: true, force: true });
    this.#root = undefined;
  }

  #find(document: string, session: string): Kept {
    const kept = this.#kept.get(document);
    if (kept === undefined || kept.session !== session)
      throw new LotlineError('NOT_FOUND', msg`This document is no longer here. Make it again.`);
    return kept;
  }
}
