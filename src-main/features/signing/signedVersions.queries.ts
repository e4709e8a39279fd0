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

/** The positions somebody has signed in on this very version of a record, in whatever sitting. */
export async function givenOn(read: Read, { record, key, version }: Omit<SignedVersion, 'digest'>): Promise<Given[]> {
  const rows = await read.all(signaturesOnVersion, { record, key, version });
  return rows.map(({ code, person, meaning }) => ({ position: positionIn(code), person, meaning: meaningIn(meaning) }));
}

const signaturesOnVersion = query(
  (tables, { record, key, version }: { record: string; key: string; version: number }) =>
    tables
      .selectFrom('signature')
      .select(['code', 'person', 'meaning'])
      .where('record', '=', record)
      .where('record_key', '=', key)
      .where('record_version', '=', version)
      .orderBy('id'),
);

/** A signature's code is the number of its entry, a stroke and its position. */
const positionIn = (code: string): number => Number(code.slice(code.indexOf('-') + 1));

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
