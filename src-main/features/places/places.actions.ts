import { type RecordTable, saveRecord } from '#main/store/records.ts';
import type { Work } from '#main/store/work.ts';

export type PlaceValues = { code: string; name: string; site: string; kind: string };

export const placeTable: RecordTable = { table: 'place', key: ['code'], columns: ['code', 'name', 'site', 'kind'] };

/** Takes over a place. */
export const savePlace = (work: Work, values: PlaceValues): 'new' | 'changed' | 'same' =>
  saveRecord(work, placeTable, { values, name: values.code });
