import { namesToShow } from '#main/features/signing/names.queries.ts';
import { type Signer, signersByEntry } from '#main/features/signing/signatures.queries.ts';
import { readBody } from './entryList.queries.ts';
import { isNamedIn, namedValues } from './entryFilter.queries.ts';
import { msg } from '#shared/kernel/message.ts';
import type { Database } from 'better-sqlite3';
import type { QueriesOf } from '#main/context/context.ts';
import type { change, RecordVersion } from '#shared/audit/contract.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { partSeparator as separator, type RecordKind, fieldsInVersions } from '#shared/kernel/record.ts';
import { fieldNamed, recordNamed, records } from '#shared/records.ts';
import type { z } from 'zod';

type VersionRow = { record: string; key: string; version: number; content: string; before: string | null };

const columns = 'v.record, v.record_key as key, v.version, v.content, b.content as before';
const withBefore = `record_version v left join record_version b
  on b.record = v.record and b.record_key = v.record_key and b.version = v.version - 1`;

type EntrySpan = {
  seq: number;
  /** Only records of which a part of the name is one of these, or that are about goods of one; none for all of them. */
  names: readonly string[];
  offset: number;
  limit: number;
};

const namesRecord = (names: readonly string[]): string => (names.length === 0 ? '' : ` and ${isNamedIn('v', names)}`);
/** A record's name as people read it. */
const nameOfParts = (key: string): string => key.split(separator).filter(Boolean).join(' / ');

/** What an entry wrote, as old → new, in the order it was written. */
export function changesOf(
  db: Database,
  { seq, names, offset, limit }: EntrySpan,
  kinds: readonly RecordKind[] = records,
): z.input<typeof change>[] {
  const rows = db.prepare<unknown[], VersionRow>(
    `select ${columns} from ${withBefore} where v.entry_seq = @seq${namesRecord(names)}
     order by v.id limit @limit offset @offset`,
  );
  const unitOf = unitsAsOf(db, seq);
  return rows.all({ seq, offset, limit, ...namedValues(names) }).map((row) => toChange(row, unitOf, kinds));
}

/** How many records of one kind an entry wrote, and the names of the first of them. */
export type WrittenKind = { record: string; records: number; first: string[] };

/** What an entry wrote, counted by kind, in the order the kinds were first written. */
export function writtenKinds(db: Database, { seq, names }: Pick<EntrySpan, 'seq' | 'names'>): WrittenKind[] {
  const named = { seq, ...namedValues(names) };
  const written = `from record_version v where v.entry_seq = @seq${namesRecord(names)}`;
  const kinds = db.prepare<unknown[], { record: string; records: number }>(
    `select v.record, count(*) as records ${written} group by v.record order by min(v.id)`,
  );
  const first = db
    .prepare<unknown[], string>(`select v.record_key ${written} and v.record = @kind order by v.id limit 3`)
    .pluck();
  return kinds
    .all(named)
    .map((kind) => ({ ...kind, first: first.all({ ...named, kind: kind.record }).map(nameOfParts) }));
}

function toChange(
  row: VersionRow,
  unitOf: (product: string) => string,
  kinds: readonly RecordKind[],
): z.input<typeof change> {
  const { record, key, version, content, before } = row;
  const parts = key.split(separator);
  const [old, now] = [readContent(before), readContent(content)];
  return {
    record,
    key: nameOfParts(key),
    parts,
    version,
    unitOfMeasure: 'quantity' in now ? unitOfMeasure(now, unitOf) : '',
    fields: differing(recordNamed(record, kinds), old, now)
      .filter((field) => fieldNamed(record, field, kinds)?.internal !== true)
      .map((field) => ({ field, before: say(old[field]), after: say(now[field]) })),
  };
}

/** A quantity is that of a product, or of a link's component. */
function unitOfMeasure(now: Content, unitOf: (product: string) => string): string {
  const product = now['product'] ?? now['componentProduct'];
  if (product !== undefined) return unitOf(say(product));
  return beginningsOf(say(now['component'])).map(unitOf).find(Boolean) ?? '';
}

/**
 * What may be the product in a text of the first format, "product lot … sublot … serial …", the longest first: a code
 * may hold such words itself.
 */
const beginningsOf = (unit: string): string[] => [
  unit,
  ...Array.from(unit.matchAll(/ (?=(?:lot|sublot|serial) )/g), ({ index }) => unit.slice(0, index)).toReversed(),
];

/** Reads a product's unit from its version at an entry: it holds also where the product is gone or was changed since. */
function unitsAsOf(db: Database, seq: number): (product: string) => string {
  const read = db.prepare<[string, number], string>(
    `select content from record_version where record = 'product' and record_key = ? and entry_seq <= ?
     order by version desc limit 1`,
  );
  const known = new Map<string, string>();
  return (product) => {
    const unit = known.get(product) ?? say(readContent(read.pluck().get(product, seq) ?? null)['unit']);
    known.set(product, unit);
    return unit;
  };
}

type FullRow = Omit<VersionRow, 'key'> & {
  seq: number;
  at: number;
  body: string;
};

/** Every version of a record, and the two that are compared. Nothing is read of the record itself, which may be gone. */
export const versionQueries: Pick<QueriesOf<'audit'>, 'versions'> = {
  async versions({ record, key, offset, limit, ...pair }, { reader: { db } }) {
    const named = { record, key: key.join(separator) };
    const shown = namesToShow(db);
    const whole = `select v.record, v.version, v.content, b.content as before, v.entry_seq as seq, e.at, e.body
      from ${withBefore} join audit_entry e on e.seq = v.entry_seq where v.record = @record and v.record_key = @key`;
    const page = db.prepare<unknown[], FullRow>(`${whole} order by v.version desc limit @limit offset @offset`);
    const one = db.prepare<unknown[], FullRow>(`${whole} and v.version = @version`);
    const count = db
      .prepare<unknown[], number>('select count(*) from record_version where record = @record and record_key = @key')
      .pluck();
    const total = count.get(named) ?? 0;

    function numbered(version: number): FullRow | null {
      if (version < 1) return null;
      const row = one.get({ ...named, version });
      if (row === undefined) throw new LotlineError('NOT_FOUND', msg`There is no version ${version} of it.`);
      return row;
    }
    const right = pair.right === 0 ? total : pair.right;
    const left = pair.left === 0 ? right - 1 : pair.left;
    const [rows, before, after] = [page.all({ ...named, offset, limit }), numbered(left), numbered(right)];
    const seqs = [...rows, before, after].flatMap((row) => (row === null ? [] : [row.seq]));
    const signed = signersByEntry(db, [...new Set(seqs)]);
    const present = (row: FullRow): RecordVersion => toVersion(row, shown, signed.get(row.seq) ?? []);
    return {
      total,
      rows: rows.map(present),
      left: before === null ? null : present(before),
      right: after === null ? null : present(after),
    };
  },
};

function toVersion(row: FullRow, shown: ReturnType<typeof namesToShow>, signers: readonly Signer[]): RecordVersion {
  const { record, version, content, before, seq, at } = row;
  const { person, operation, reason = '' } = readBody(row.body);
  const now = readContent(content);
  return {
    version,
    seq,
    at: formatMoment(at),
    person: shown(person.id, person.name),
    operation,
    reason,
    signed: signers[0]?.statement ?? '',
    signers: signers.map(({ person, name, meaning }) => ({ person, name, meaning })),
    fields: fieldsOf(recordNamed(record), now).map((field) => ({ field, value: say(now[field]) })),
    changed: before === null ? [] : differing(recordNamed(record), readContent(before), now),
  };
}

type Content = Readonly<Record<string, unknown>>;

// Contents are written by the journal alone, and sealed.
const readContent = (text: string | null): Content => (text === null ? {} : (JSON.parse(text) as Content));

const differing = (kind: RecordKind | undefined, old: Content, now: Content): string[] =>
  // A field that came later is in neither, in one, or in both.
  fieldsOf(kind, { ...old, ...now }).filter((field) => say(old[field]) !== say(now[field]));

/** The fields in the order people know them in; a version keeps them by the alphabet. */
function fieldsOf(kind: RecordKind | undefined, content: Content): string[] {
  const order = kind === undefined ? [] : fieldsInVersions(kind).map(([name]) => name);
  const placeOf = (field: string): number => (order.includes(field) ? order.indexOf(field) : order.length);
  return Object.keys(content).sort((a, b) => placeOf(a) - placeOf(b));
}

const say = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'string'
      ? value.split(separator).filter(Boolean).join(' / ')
      : JSON.stringify(value);
