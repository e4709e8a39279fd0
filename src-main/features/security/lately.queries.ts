import type { Database } from 'better-sqlite3';
import { prepared } from '#main/store/statements.ts';
import type { Moment } from '#shared/kernel/dates.ts';
import type { RecordKind } from '#shared/kernel/record.ts';
import { signingRights } from '#shared/kernel/roles.ts';
import { authorisationRecord, personRecord, roleRecord } from '#shared/people/records.ts';
import { signingSubject } from '#shared/people/vocabulary.ts';
import { lateDays } from '#shared/security/lately.ts';
import { fold, parts, permissionsIn, trailTime } from './identity.queries.ts';

/**
 * Who could sign here at some time of the last days, by folded user name: not disabled, with a role that gave a right a
 * signature stands for, and with nothing of theirs waiting to be confirmed. By the journal's versions, since an
 * administrator who disables everybody, or takes their roles, is not alone the moment after. Whoever only met these
 * conditions one after the other counts too: that errs on the side of asking another person.
 */
export function signedLately(db: Database): Set<string> {
  const from = trailTime(db, 0) - lateDays * 86_400_000_000;
  const signingRoles = new Set(
    versionsSince(db, roleRecord, from)
      .filter(({ permissions }) => permissionsIn(String(permissions)).some((one) => signingRights.includes(one)))
      .map(({ code }) => String(code)),
  );
  const said = versionsSince(db, authorisationRecord, from).filter(({ subject }) => subject === signingSubject);
  const waiting = new Set(said.filter(({ note }) => note !== '').map(({ person }) => fold(String(person))));
  for (const { note, person } of said) if (note === '') waiting.delete(fold(String(person)));
  return new Set(
    versionsSince(db, personRecord, from)
      .filter(({ demo, disabled }) => demo === 0 && disabled === 0)
      .filter(({ roles }) => parts(String(roles)).some((role) => signingRoles.has(role)))
      .map(({ folded }) => String(folded))
      .filter((user) => !waiting.has(user)),
  );
}

type Content = Readonly<Record<string, string | number | null>>;
type Row = { key: string; content: string; at: Moment | null };

/** Every version of a kind of record that was in force at some time from a moment on. */
function versionsSince(db: Database, { name }: RecordKind, from: Moment): Content[] {
  const rows = prepared<Row>(
    db,
    `select v.record_key as "key", v.content, e.at from record_version v left join audit_entry e on e.seq = v.entry_seq
     where v.record = ? order by v.record_key, v.version`,
  ).all(name);
  return rows.flatMap(({ key, content }, at) => {
    const next = rows[at + 1];
    // What this very unit of work wrote has no entry yet.
    const isOver = next?.key === key && next.at !== null && next.at <= from;
    // Written by saveRecord, as the record's fields.
    return isOver ? [] : [JSON.parse(content) as Content];
  });
}
