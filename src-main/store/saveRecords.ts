import { type RawBuilder, sql } from 'kysely';
import type { LotlineError } from '#shared/kernel/errors.ts';
import {
  type Fields,
  isWholeNumber,
  partSeparator,
  type RecordKind,
  type ValuesOf,
  versionFieldName,
} from '#shared/kernel/record.ts';
import { askFor, type KeyedQuery } from './askFor.ts';
import { type Query, query, type Tables } from './query.ts';
import {
  type Codes,
  columnsOf,
  nameOf,
  type RecordValues,
  type Saved,
  versionFields,
  type Scalar,
  snake,
} from './records.ts';
import { prepared } from './statements.ts';
import { insistOnVouched } from './vouchedGoods.ts';
import { RecordTampered } from './vouchedRecords.ts';
import type { Read } from './views.ts';
import type { Work } from './work.ts';

/** A record of the store, with the number of its last version. */
export type StoredRecord<V extends RecordValues = RecordValues> = { id: number; version: number; values: V };

/** A record to be written, and what the store holds of it by now. */
export type Saving = { values: RecordValues; stored: StoredRecord | undefined };

/** Why a change is refused; undefined where it may be. */
export type Guard = (before: StoredRecord, after: RecordValues) => Promise<LotlineError | undefined>;

type Asks = Pick<Read, 'all'>;
type Writes = Asks & Pick<Work, 'add' | 'run' | 'journal' | 'db'>;
type Key = readonly (string | number)[];

/** The key of a record, for `findRecords` and as a text. */
export const keyOfRecord = ({ key }: RecordKind, values: RecordValues): Key => key.map((name) => values[name] ?? '');
export const keyOfText = (key: Key): string => key.join(partSeparator);

/** Where the kind is known, each value has the type of its field. */
type Found<F extends Fields> = RecordValues & (string extends keyof F ? unknown : ValuesOf<RecordKind<F>>);

/** Finds records of a kind by their keys, in one question: those that are there, by the texts of their keys. */
export async function findRecords<F extends Fields>(
  read: Asks,
  kind: RecordKind<F>,
  keys: readonly Key[],
): Promise<Map<string, StoredRecord<Found<F>>>> {
  const found = new Map<string, StoredRecord<Found<F>>>();
  for (const { id, version, ...rest } of await askFor(read, queriesOf(kind).find, keys)) {
    const values = rest as Found<F>; // the query selects the very fields of the kind
    found.set(keyOfText(keyOfRecord(kind, values)), { id, version, values });
  }
  return found;
}

/**
 * Writes many records of a kind, each with a version in the journal, in their order: what `saveRecord` does for one. No
 * two have the same key. Answers what became of each, or why it was left as it is.
 * @throws RecordTampered where what is to be changed is not what its last version says, or was taken away
 */
export async function saveRecords(
  work: Writes,
  kind: RecordKind,
  records: readonly Saving[],
  guard: Guard = async () => undefined,
): Promise<(Saved | LotlineError)[]> {
  const saved: (Saved | LotlineError)[] = [];
  const written: Saving[] = [];
  for (const record of records) {
    const became = await judge(kind, record, guard);
    saved.push(became);
    if (became === 'new' || became === 'changed') written.push(record);
  }
  if (written.length === 0) return saved;
  const codes = await codesOfAll(work, kind, written);
  // Of what an import does not say, the next version would vouch for what somebody wrote into the file.
  const changed = written.filter(({ stored }) => stored !== undefined);
  insistOnVouched(
    work.db,
    changed.map(({ values }) => ({
      kind,
      key: keyOfRecord(kind, values),
      name: [nameOf(kind, versionFields(kind, values, codes(values)))],
    })),
  );
  await writeRows(work, kind, written);
  const versions = written.map(({ values, stored }) => {
    const said = versionFields(kind, values, codes(values));
    return { record: kind.name, key: nameOf(kind, said), version: (stored?.version ?? 0) + 1, values: said };
  });
  const rows = work.journal.nextVersions(versions);
  try {
    await work.add('record_version', rows);
  } catch (error) {
    // A version that is there already, of a record that is not: somebody took it away.
    const [first] = rows;
    const earlier = prepared(work.db, 'select 1 from record_version where record = ? and record_key = ? and id < ?');
    const gone = written.findIndex(
      ({ stored }, at) => stored === undefined && earlier.get(kind.name, versions[at]?.key, first?.id) !== undefined,
    );
    throw gone < 0 ? error : new RecordTampered(kind, versions[gone]?.key ?? '');
  }
  return saved;
}

async function judge(kind: RecordKind, { values, stored }: Saving, guard: Guard): Promise<Saved | LotlineError> {
  if (stored === undefined) return 'new';
  if (kind.columns.every((column) => stored.values[column] === (values[column] ?? null))) return 'same';
  return (await guard(stored, values)) ?? 'changed';
}

async function writeRows(work: Writes, kind: RecordKind, records: readonly Saving[]): Promise<void> {
  const fresh = records.filter(({ stored }) => stored === undefined);
  const columns = kind.columns.map((name) => [name, snake(name)] as const);
  const rows = fresh.map(({ values }) => {
    const row: Record<string, Scalar> = {};
    for (const [name, column] of columns) row[column] = values[name] ?? null;
    row['version'] = 1;
    return row;
  });
  // The entities' tables are made of the same declarations.
  await work.add(kind.name as keyof Tables, rows);
  const changed = records.flatMap(({ values, stored }) =>
    stored === undefined
      ? []
      : [[stored.id, stored.version + 1, ...kind.columns.map((column) => values[column] ?? null)]],
  );
  for (let start = 0; start < changed.length; start += most)
    await work.run(queriesOf(kind).update, { rows: JSON.stringify(changed.slice(start, start + most)) });
}

/** So many rows are changed with one statement. */
const most = 1000;

/** The codes of all that some records refer to, a question for each reference; answers them for one record. */
async function codesOfAll(
  read: Asks,
  kind: RecordKind,
  records: readonly Saving[],
): Promise<(values: RecordValues) => Codes> {
  const references = await Promise.all(
    Object.entries(kind.fields)
      .filter(([, field]) => field.kind === 'reference')
      .map(async ([name, field]) => {
        const ids = new Set(records.map(({ values }) => values[name]).filter((id) => typeof id === 'number'));
        const asked = queryOf(codeQueries, field.names, () =>
          query(
            (_, { keys }) => sql`select t.id, t.code from json_each(${keys}) j cross join ${sql.table(field.names)} t
            where t.id = cast(j.value->>0 as bigint)`,
          ),
        );
        const rows = await askFor(
          read,
          asked,
          Array.from(ids, (id) => [id]),
        );
        return { name, said: versionFieldName(name, field), codes: new Map(rows.map(({ id, code }) => [id, code])) };
      }),
  );
  return (values) =>
    Object.fromEntries(
      references.map(({ name, said, codes }) => [said, codes.get(Number(values[name] ?? Number.NaN)) ?? '']),
    );
}

const codeQueries = new Map<string, KeyedQuery<{ id: number; code: string }>>();

type KindQueries = {
  find: KeyedQuery<RecordValues & { id: number; version: number }>;
  update: Query<{ rows: string }, unknown>;
};
const kindQueries = new Map<string, KindQueries>();

/** The queries of a kind, put together once. */
const queriesOf = (kind: RecordKind): KindQueries =>
  queryOf(kindQueries, kind.name, () => ({
    find: query(
      (_, { keys }) => sql`select t.id, t.version, ${sql.raw(columnsOf(kind))}
      from json_each(${keys}) j cross join ${sql.table(kind.name)} t
      where ${sql.join(
        kind.key.map((name, place) => sql`t.${sql.ref(snake(name))} = ${partOf(kind, name, place)}`),
        sql` and `,
      )}`,
    ),
    update: query(
      (_, { rows }) =>
        sql`update ${sql.table(kind.name)} set version = cast(j.value->>1 as bigint), ${sql.join(
          kind.columns.map((name, place) => sql`${sql.ref(snake(name))} = ${partOf(kind, name, place + 2)}`),
        )} from json_each(${rows}) j where ${sql.table(kind.name)}.id = cast(j.value->>0 as bigint)`,
    ),
  }));

function queryOf<Q>(known: Map<string, Q>, name: string, make: () => Q): Q {
  const made = known.get(name) ?? make();
  known.set(name, made);
  return made;
}

/** A part of a list in JSON, as the column of a field holds it. */
function partOf({ fields }: RecordKind, name: string, place: number): RawBuilder<unknown> {
  const part = sql`j.value->>${sql.lit(place)}`;
  const field = fields[name];
  return field !== undefined && isWholeNumber(field.kind) ? sql`cast(${part} as bigint)` : part;
}
