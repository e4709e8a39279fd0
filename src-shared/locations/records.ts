import { field, record, type ValuesOf } from '#shared/kernel/record.ts';
import type { LocationKind } from './vocabulary.ts';

export const locationRecord = record({
  name: 'place',
  key: ['code'],
  keyIndex: 'place_code',
  fields: {
    code: field.code(),
    name: field.text(),
    site: field.code(),
    kind: field.choice<LocationKind>('audit.locationKinds'),
  },
});
export type LocationValues = ValuesOf<typeof locationRecord>;
