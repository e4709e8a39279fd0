import { type Saved, saveRecord } from '#main/store/records.ts';
import type { Work } from '#main/store/work.ts';
import { partnerRecord, type PartnerValues } from '#shared/partners/records.ts';

/** Takes over a partner. */
export const savePartner = (work: Work, values: PartnerValues): Saved => saveRecord(work, partnerRecord, values);
