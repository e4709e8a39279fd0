import { entityOf } from '#main/store/entityOf.ts';
import { placeRecord } from '#shared/places/records.ts';

export const Place = entityOf(placeRecord, { unique: 'place_code' });
