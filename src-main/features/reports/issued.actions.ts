import type { DocumentMade } from '#main/context/context.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import type { Work } from '#main/store/work.ts';
import type { Moment } from '#shared/kernel/dates.ts';
import type { DrawnDocument } from '#shared/reports/contract.ts';
import { issuedDocumentRecord } from '#shared/reports/records.ts';
import { lastIssued } from './issued.queries.ts';

type By = { person: { id: string; name: string }; at: Moment };

/** Notes that a document was handed over, under the next number. */
export async function saveIssued(
  work: Work,
  drawn: Pick<DrawnDocument, 'title' | 'sha256' | 'seq'>,
  made: DocumentMade,
  { person, at }: By,
): Promise<void> {
  const last = await work.one(lastIssued);
  saveRecord(work, issuedDocumentRecord, {
    number: (last?.number ?? 0) + 1,
    title: drawn.title,
    sha256: drawn.sha256,
    madeFrom: drawn.seq,
    entry: work.journal.entrySeq,
    person: person.id,
    personName: person.name,
    at,
    ...made,
  });
}
