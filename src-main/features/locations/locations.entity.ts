import { entityOf } from '#main/store/entityOf.ts';
import { locationRecord } from '#shared/locations/records.ts';

export const Location = entityOf(locationRecord, { unique: 'place_code' });
