import { field, record, type ValuesOf } from '#shared/kernel/record.ts';

export const placeRecord = record({
  name: 'place',
  key: ['code'],
  fields: { code: field.code(), name: field.text(), site: field.code(), kind: field.choice('audit.placeKinds') },
});
export type PlaceValues = ValuesOf<typeof placeRecord>;
