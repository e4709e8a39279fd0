import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import type { Given } from '#shared/signing/positions.ts';
import { meaningIn, type SignedVersion } from './signatures.queries.ts';

/** The newest version of a record, with what it says; undefined where there is none yet. */
export const lastVersionOf = async (
  read: Read,
  { record, key }: Pick<SignedVersion, 'record' | 'key'>,
): Promise<{ version: number; content: string } | undefined> => await read.one(lastVersion, { record, key });

const lastVersion = query((tables, { record, key }: { record: string; key: string }) =>
  tables
    .selectFrom('record_version')
    .select(['version', 'content'])
    .where('record', '=', record)
    .where('record_key', '=', key)
    .orderBy('version', 'desc')
    .limit(1),
);

/** Who signed a record by an operation, in any of its versions, and in which positions: the earlier sittings of an act. */
export async function signaturesOn(
  read: Read,
  { record, key }: Pick<SignedVersion, 'record' | 'key'>,
  operation: string,
): Promise<Given[]> {
  const rows = await read.all(signaturesOfRecord, { record, key, operation });
  // The code ends in the position: "812-1".
  return rows.map(({ code, person, meaning }) => ({
    position: Number(code.split('-')[1]),
    person,
    meaning: meaningIn(meaning),
  }));
}

const signaturesOfRecord = query(
  (tables, { record, key, operation }: { record: string; key: string; operation: string }) =>
    tables
      .selectFrom('signature')
      .select(['code', 'person', 'meaning'])
      .where('record', '=', record)
      .where('record_key', '=', key)
      .where('operation', '=', operation)
      .orderBy('id'),
);

/** How many signatures there are of the entry that is being written. */
export async function signaturesWritten(read: Read, seq: number): Promise<number> {
  const row = await read.one(signaturesBetween, { from: `${seq}-`, until: `${seq}.` });
  return row?.many ?? 0;
}

// By their codes, which are indexed: the point comes right after the stroke.
const signaturesBetween = query((tables, { from, until }: { from: string; until: string }) =>
  tables
    .selectFrom('signature')
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .where('code', '>', from)
    .where('code', '<', until),
);
