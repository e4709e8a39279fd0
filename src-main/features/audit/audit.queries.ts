import { msg } from '#shared/kernel/message.ts';
import type { QueriesOf } from '#main/context/context.ts';
import type { EntryBody } from '#main/store/chain.ts';
import { hex } from '#main/store/chain.ts';
import { namesToShow } from '#main/features/signing/names.queries.ts';
import { signaturesOfEntry } from '#main/features/signing/signatures.queries.ts';
import { query } from '#main/store/query.ts';
import { listedRow } from '#shared/audit/contract.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { z } from 'zod';
import { anchorsNamed } from './anchorsNamed.ts';
import { countEntries, listEntries, presentEntry, readBody } from './entryList.queries.ts';
import { reviewQueries } from './reviews.queries.ts';
import { changesSince } from './changesSince.queries.ts';
import { changesOf, versionQueries } from './versions.queries.ts';

export const auditQueries: QueriesOf<'audit', 'verify' | 'operations'> = {
  async list({ offset, limit, ...filter }, { reader }) {
    return { total: countEntries(reader.db, filter), rows: listEntries(reader.db, filter, { offset, limit }) };
  },

  async get({ seq, offset, limit }, { read, reader }) {
    const row = await read.one(entryOf, { seq });
    if (row === undefined) throw new LotlineError('NOT_FOUND', msg`There is no entry ${seq} in the audit trail.`);
    const body = readBody(row.body);
    const signatures = signaturesOfEntry(reader.db, seq);
    const listed = listedOf(body);
    return {
      entry: presentEntry(body, { hash: hex(row.hash), shown: namesToShow(reader.db), signers: signatures }),
      movements: body.journals.movement.count,
      changesTotal: body.journals.version.count,
      changes: changesOf(reader.db, { seq, names: [], offset, limit }),
      listed,
      listedTotal: body.faultCount ?? listed.length,
      last: (await read.one(lastSeq))?.seq ?? seq,
      signatures,
    };
  },

  changesSince: async ({ seq }, context) => await changesSince(seq, context),

  ...versionQueries,
  ...reviewQueries,

  verify: async ({ anchors }, { actor, job, verify }) => await verify(job, anchorsNamed(anchors, actor)),
};

const entryOf = query((tables, { seq }: { seq: number }) =>
  tables.selectFrom('audit_entry').select(['body', 'hash']).where('seq', '=', seq),
);

const lastSeq = query((tables) => tables.selectFrom('head').select('seq').where('id', '=', 1));

/** Entries of other operations have neither. */
function listedOf(body: EntryBody): z.input<typeof listedRow>[] {
  const { reply, faults } = body;
  const findings = reply !== null && typeof reply === 'object' && 'findings' in reply ? reply.findings : faults;
  const rows = z.array(listedRow).safeParse(findings);
  return rows.success ? rows.data : [];
}
