import type { CommandContext, NamedRecord, PlacedSigner } from '#main/context/context.ts';
import { canonical, hex, sha256 } from '#main/store/chain.ts';
import { lastEntryAt } from '#main/store/entries.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import type { Work } from '#main/store/work.ts';
import { signatureRecord } from '#shared/signing/records.ts';
import { signatureText, type SignedVersion } from './signatures.queries.ts';
import { lastVersionOf } from './signedVersions.queries.ts';

export type Signing = {
  operation: string;
  /** What was read, to the letter. */
  sentence: string;
  signers: readonly PlacedSigner[];
  /** What is signed, and what that rests on, as it is now. */
  records: readonly [NamedRecord, ...NamedRecord[]];
};

/**
 * Writes the signatures of a command. The pipeline alone does so, after the handler has done its part: handlers say what was
 * signed, and spell nothing. Their time is the trail's, which a clock set back does not bring back. A later version of any of the records supersedes the signatures.
 */
export async function writeSignatures(
  { work, actor, now, offsetMinutes }: Pick<CommandContext, 'work' | 'actor' | 'now' | 'offsetMinutes'>,
  { operation, sentence, signers, records }: Signing,
): Promise<void> {
  const versions: SignedVersion[] = [];
  for (const { kind, name } of records) versions.push(await versionOf(work, kind.name, name));
  const [first] = versions;
  if (first === undefined) throw new Error(`${operation} signs nothing`);
  for (const { position, person, role, meaning, comment } of signers) {
    const values = {
      code: `${work.journal.entrySeq}-${position}`,
      entrySeq: work.journal.entrySeq,
      record: first.record,
      recordKey: first.key,
      recordVersion: first.version,
      signed: canonical(versions),
      operation,
      statement: sentence,
      meaning,
      person: person.id,
      name: person.name,
      role,
      at: Math.max(now, lastEntryAt(work)),
      offsetMinutes,
      workstation: actor.workstation,
      comment,
      digest: '',
    };
    const digest = hex(sha256(signatureText(values)));
    saveRecord(work, signatureRecord, { ...values, digest }, { stored: undefined });
  }
}

async function versionOf(work: Work, record: string, key: string): Promise<SignedVersion> {
  const row = await lastVersionOf(work, { record, key });
  if (row === undefined) throw new Error(`there is no ${record} to sign`);
  return { record, key, version: row.version, digest: hex(sha256(row.content)) };
}
