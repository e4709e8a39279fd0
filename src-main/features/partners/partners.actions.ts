import { type RecordTable, saveRecord } from '#main/store/records.ts';
import type { Work } from '#main/store/work.ts';

export type PartnerValues = {
  code: string;
  name: string;
  kind: string;
  country: string;
  email: string;
  address: string;
  phone: string;
  gln: string;
};

export const partnerTable: RecordTable = {
  table: 'partner',
  key: ['code'],
  columns: ['code', 'name', 'kind', 'country', 'email', 'address', 'phone', 'gln'],
};

/** Takes over a partner. */
export const savePartner = (work: Work, values: PartnerValues): 'new' | 'changed' | 'same' =>
  saveRecord(work, partnerTable, { values, name: values.code });
