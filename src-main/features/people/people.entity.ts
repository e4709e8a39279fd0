import { defineEntity, p } from '@mikro-orm/core';

/** A view of a list that a person named: filters, sort and columns as they stand in the address. */
export const SavedView = defineEntity({
  name: 'SavedView',
  tableName: 'saved_view',
  uniques: [{ name: 'saved_view_name', properties: ['person', 'list', 'name'] }],
  properties: {
    id: p.integer().primary().autoincrement(false),
    person: p.text(),
    list: p.text(),
    name: p.text(),
    question: p.text(),
    removed: p.integer(),
    version: p.integer(),
  },
});
