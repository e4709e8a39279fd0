import { field, record, type ValuesOf } from '#shared/kernel/record.ts';

/** A view of a list that a person named: filters, sort and columns as they stand in the address. */
export const savedViewRecord = record({
  name: 'saved_view',
  key: ['person', 'list', 'name'],
  keyIndex: 'saved_view_name',
  fields: {
    person: field.code(),
    list: field.choice('audit.lists'),
    name: field.text(),
    question: field.question(),
    removed: field.flag(),
  },
});
export type SavedViewValues = ValuesOf<typeof savedViewRecord>;
