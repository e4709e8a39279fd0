import { type RecordTable, saveRecord } from '#main/store/records.ts';
import type { Work } from '#main/store/work.ts';

export type ViewValues = {
  person: string;
  list: string;
  name: string;
  /** The address's question, as JSON. */
  question: string;
  removed: number;
};

export const viewTable: RecordTable = {
  table: 'saved_view',
  key: ['person', 'list', 'name'],
  columns: ['person', 'list', 'name', 'question', 'removed'],
};

/** How a view is named in the journal; no part can hold the separator. */
export const nameOfView = ({ person, list, name }: Pick<ViewValues, 'person' | 'list' | 'name'>): string =>
  [person, list, name].join('\u001f');

export const saveView = (work: Work, values: ViewValues): 'new' | 'changed' | 'same' =>
  saveRecord(work, viewTable, { values, name: nameOfView(values) });
