import type { Statement } from 'better-sqlite3';
import { canonical, hex, type JournalMarks, runOn, versionText } from './chain.ts';

/** A record as an entry left it: its kind, what people know it by, the version's number and its fields. */
export type NewVersion = {
  record: string;
  key: string;
  version: number;
  values: Readonly<Record<string, unknown>>;
};

type VersionRow = {
  id: number;
  entry_seq: number;
  record: string;
  record_key: string;
  version: number;
  content: string;
  digest: Buffer;
};

/**
 * The two append-only journals inside one unit of work: gives each movement and each version of a
 * record its id and running digest, and counts them for the entry that will seal them.
 */
export class Journal {
  readonly entrySeq: number;
  #movement: { last: number; digest: Buffer; count: number };
  #version: { last: number; digest: Buffer; count: number };
  readonly #insertVersion;

  constructor(prepared: Prepared, entrySeq: number, heads: { movementDigest: Buffer; versionDigest: Buffer }) {
    this.entrySeq = entrySeq;
    this.#movement = { last: lastId(prepared, 'movement'), digest: heads.movementDigest, count: 0 };
    this.#version = { last: lastId(prepared, 'record_version'), digest: heads.versionDigest, count: 0 };
    this.#insertVersion = prepared(
      'insert into record_version (id, entry_seq, record, record_key, version, content, digest) values (?, ?, ?, ?, ?, ?, ?)',
    );
  }

  /** The next movement's id and digest; `textOf` gives what the digest is taken over, the id included. */
  nextMovement(textOf: (id: number) => string): { id: number; digest: Buffer } {
    const mark = this.#movement;
    mark.last += 1;
    mark.count += 1;
    mark.digest = runOn(mark.digest, textOf(mark.last));
    return { id: mark.last, digest: mark.digest };
  }

  /** Keeps a record as this entry leaves it. Every write to a master record goes with one. */
  recordVersion(record: string, key: string, version: number, values: Readonly<Record<string, unknown>>): void {
    this.#insertVersion.run(...Object.values(this.#nextVersion({ record, key, version, values })));
  }

  /** The rows of versions that follow each other, for writing many at once: they must be written. */
  nextVersions(versions: readonly NewVersion[]): VersionRow[] {
    return versions.map((one) => this.#nextVersion(one));
  }

  /** Its columns are in the order of the table's. */
  #nextVersion({ record, key, version, values }: NewVersion): VersionRow {
    const mark = this.#version;
    const { entrySeq } = this;
    mark.last += 1;
    mark.count += 1;
    const id = mark.last;
    const content = canonical(values);
    mark.digest = runOn(mark.digest, versionText({ id, entrySeq, record, key, version, content }));
    return { id, entry_seq: entrySeq, record, record_key: key, version, content, digest: mark.digest };
  }

  marks(): JournalMarks {
    const mark = (of: { last: number; digest: Buffer; count: number }) => ({
      count: of.count,
      last: of.last,
      digest: hex(of.digest),
    });
    return { movement: mark(this.#movement), version: mark(this.#version) };
  }

  digests(): { movementDigest: Buffer; versionDigest: Buffer } {
    return { movementDigest: this.#movement.digest, versionDigest: this.#version.digest };
  }
}

/** A statement of the writing connection, prepared once. */
type Prepared = (sql: string) => Statement<unknown[]>;

function lastId(prepared: Prepared, table: 'movement' | 'record_version'): number {
  // The statement names its one column.
  const row = prepared(`select coalesce(max(id), 0) as last from ${table}`).get() as { last: number } | undefined;
  return row?.last ?? 0;
}
