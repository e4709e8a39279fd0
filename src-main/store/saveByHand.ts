import { LotlineError } from '#shared/kernel/errors.ts';
import { lookAlike } from '#shared/kernel/lookAlike.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import type { RecordKind } from '#shared/kernel/record.ts';
import { codeIssue, neat, textIssueSentence } from '#shared/kernel/text.ts';
import type { Query } from './query.ts';
import type { RecordValues, Saved } from './records.ts';
import { findRecords, type Guard, saveRecords } from './saveRecords.ts';
import type { Work } from './work.ts';

/** The codes of all records of a kind. */
type Codes = Query<Record<never, never>, { code: string }>;
/** `key` is the code as it is made. */
type ByHand = { saved: Saved; version: number; findings: Message[]; key: string };

/**
 * Saves a master record that a person made, version 0, or opened at a version. Its key is its code. What is made anew
 * may look like another of its kind: that is found, and the record is there all the same.
 * @throws LotlineError VALIDATION or DUPLICATE of `code`; NOT_FOUND; RECORD_CHANGED for another version than was opened;
 * and what `guard` answers. `codes` asks for the codes of all of the kind
 */
export async function saveByHand(
  work: Work,
  kind: RecordKind,
  { version, ...said }: RecordValues & { code: string; version: number },
  { codes, guard }: { codes: Codes; guard?: Guard },
): Promise<ByHand> {
  const values = version === 0 ? { ...said, code: madeCode(said.code) } : said;
  const { code } = values;
  const stored = (await findRecords(work, kind, [[code]])).get(code);
  if (version === 0 && stored !== undefined)
    throw new LotlineError('DUPLICATE', msg`${code} is there already. Give another code, or open it to change it.`, {
      field: 'code',
    });
  if (version > 0 && stored === undefined)
    throw new LotlineError('NOT_FOUND', msg`There is no ${code}. Check the code.`, { field: 'code' });
  if (stored !== undefined && stored.version !== version) throw changedSince(code, stored.version);
  const findings = stored === undefined ? await likeOthers(work, codes, code) : [];
  const [saved] = await saveRecords(work, kind, [{ values, stored }], guard);
  if (saved === undefined || saved instanceof LotlineError) throw saved ?? new Error('nothing saved');
  return { saved, version: saved === 'same' ? version : version + 1, findings, key: code };
}

/** Somebody else was quicker; `version` is the one that is recorded. */
export const changedSince = (code: string, version: number): LotlineError =>
  new LotlineError(
    'RECORD_CHANGED',
    msg`${code} was changed by somebody else since you opened it. Load it again; what you typed is kept.`,
    { version },
  );

function madeCode(typed: string): string {
  const issue = codeIssue(typed);
  if (issue !== undefined) throw new LotlineError('VALIDATION', textIssueSentence(issue), { field: 'code' });
  return neat(typed);
}

async function likeOthers(work: Work, codes: Codes, code: string): Promise<Message[]> {
  const twin = (await work.all(codes)).find((one) => lookAlike(one.code, code));
  if (twin === undefined) return [];
  return [
    msg`${code} looks like ${twin.code}, which is there too. If they are one, correct the one that is mistyped: they are kept apart.`,
  ];
}
