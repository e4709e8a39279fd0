import type { Saved } from '#main/store/records.ts';
import { type Saving, saveRecords } from '#main/store/saveRecords.ts';
import type { Work } from '#main/store/work.ts';
import type { LotlineError } from '#shared/kernel/errors.ts';
import { partnerRecord } from '#shared/partners/records.ts';

/** Takes over partners. */
export const savePartners = (work: Work, partners: readonly Saving[]): Promise<(Saved | LotlineError)[]> =>
  saveRecords(work, partnerRecord, partners);
