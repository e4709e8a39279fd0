import { defineEntity, p } from '@mikro-orm/core';

export const Place = defineEntity({
  name: 'Place',
  tableName: 'place',
  uniques: [{ name: 'place_code', properties: ['code'] }],
  properties: {
    id: p.integer().primary().autoincrement(false),
    code: p.text(),
    name: p.text(),
    site: p.text(),
    kind: p.text(),
    version: p.integer(),
  },
});
